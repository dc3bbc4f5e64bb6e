package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nabla train} as it is called. */
class TrainCommandTest {

    private static final String LINE = "const X = [1; 2; 3]\nconst Y = [2; 4; 6]\nmlp line {\ninput X\ndense 1 linear init zeros\nloss mse(Y)\n}\n"
            + "train line { rate 0.05 steps 200 }\n";

    private static final String TWO = "op Two(a in R(n, 1)) {\n  forward s = 2*a\n  forward t = a^2\n  output s, t\n  backward da = 2*ds + 2*dt*a\n}\n";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("line.grad"), text);
    }

    @Test
    void trainsDrawsAndWrites() throws IOException {
        Path svg = folder.resolve("loss.svg");
        Path png = folder.resolve("loss.png");
        Path trained = folder.resolve("trained.grad");
        Invocation run = Invocation.of("train", file(LINE).toString(), "--plot", svg.toString(), "-o", trained.toString());
        assertEquals(0, run.exit(), run::err);
        assertTrue(run.out().contains("every gradient verified") && run.out().contains("in 200 steps at rate 0.05"), run::out);
        assertTrue(Files.readString(svg).contains("<svg"));
        assertTrue(Files.readString(trained).contains("dense 1 linear weights [") && Files.readString(trained).contains("bias ["));
        assertEquals(0, Invocation.of("train", file(LINE).toString(), "--plot", png.toString()).exit());
        assertEquals('P', Files.readAllBytes(png)[1]);
    }

    /** What is right of the gradient everywhere stays a claim; what was right of the start becomes a comment. */
    @Test
    void claimsAboutTheStartAreCommentsInWhatIsWritten() throws IOException {
        Path trained = folder.resolve("trained.grad");
        String claims = "line.loss == 56/3; dline.loss/dline.z1 = 2*(line.z1 - Y)/3\nline.W1 == 0 # zeros\nmean(Y) == 4\nline.z1 == [0;\n  0; 0]\n";
        Invocation run = Invocation.of("train", file(LINE + claims).toString(), "-o", trained.toString());
        assertTrue(run.out().contains("  3 claims about the start, wrong now, are comments there\n"), run::out);
        String text = Files.readString(trained);
        assertTrue(text.contains("# before training: line.loss == 56/3\ndline.loss/dline.z1 = 2*(line.z1 - Y)/3\n"), text);
        assertTrue(text.contains("# before training: line.W1 == 0\n# zeros\n") && text.contains("\nmean(Y) == 4\n"), text);
        assertTrue(text.contains("# before training: line.z1 == [0; 0; 0]\n"), text);
        Invocation check = Invocation.of("check", trained.toString());
        assertEquals(0, check.exit(), check::out);
    }

    /** In a definition, of one name or two, a function or a claim: what is written elsewhere reads the files there. */
    @Test
    void filesHaveToLieBesideWhatIsWritten() throws IOException {
        Files.writeString(folder.resolve("y.csv"), "2\n4\n6\n");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("trained.grad");
        String read = "csv(\"y.csv\")";
        for (String text : new String[] {LINE.replace("[2; 4; 6]", read), "f(a) = a*" + read + "\n" + LINE.replace("[2; 4; 6]", "f(1)"),
            TWO + LINE + "p, q = Two(" + read + ")\n", LINE + "Y == " + read + "\n", LINE}) {
            Invocation run = Invocation.of("train", file(text).toString(), "-o", elsewhere.toString());
            assertEquals(0, run.exit(), run::err);
            assertEquals(text.contains(read), run.out().contains("  its csv files have to lie beside it\n"), () -> text + run.out());
        }
    }

    @Test
    void aNameThatIsNoneIsAQuestionOfUsage() {
        for (String[] line : new String[][] {{"train", "a\0b"}, {"train", "-o", "a\0b", "line.grad"}, {"grade", "a\0b", "in"}, {"derive", "a\0b.grad"}}) {
            Invocation run = Invocation.of(line);
            assertEquals(2, run.exit(), run::err);
            assertTrue(run.err().contains("'a\\u0000b" + (line[0].equals("derive") ? ".grad" : "") + "' is not the name of a file: Nul character"), run::err);
            assertFalse(run.err().contains("java."), run::err);
        }
    }

    @Test
    void aWrongGradientStopsIt() throws IOException {
        String wrong = "op twice(v in R(m, n)) {\nforward w = 2*v\nbackward dv = dw\n}\nV = [0.5]\n" + LINE.replace("init zeros", "weights twice(V)");
        Path trained = folder.resolve("trained.grad");
        Invocation run = Invocation.of("train", file(wrong).toString(), "-o", trained.toString());
        assertEquals(1, run.exit());
        assertTrue(run.out().startsWith("not trained"), run::out);
        assertFalse(Files.exists(trained));
    }

    @Test
    void divergenceIsSaid() throws IOException {
        Invocation run = Invocation.of("train", file(LINE.replace("0.05", "5")).toString());
        assertEquals(4, run.exit());
        assertTrue(run.out().contains("try a smaller rate (rate 0.5)"), run::out);
    }

    @Test
    void severalNetworksAreTrainedOneAfterTheOther() throws IOException {
        String named = LINE.replace("mlp line", "mlp a").replace("train line", "train a").replace("steps 200", "steps 3");
        String text = named + named.substring(named.indexOf("mlp")).replace("mlp a", "mlp b").replace("train a", "train b") + named.substring(named.indexOf("train"));
        Path trained = folder.resolve("trained.grad");
        Invocation run = Invocation.of("train", file(text).toString(), "-o", trained.toString(), "--plot", folder.resolve("loss.svg").toString());
        assertEquals(0, run.exit(), run::err);
        String[] losses = run.out().lines().filter(line -> line.contains(" -> ")).map(line -> line.replaceAll(".*loss | in .*", "")).toArray(String[]::new);
        assertEquals(losses[0], losses[1]);
        assertEquals(losses[0].split(" -> ")[1], losses[2].split(" -> ")[0]);
        assertEquals(2, Files.readString(trained).split("weights \\[", -1).length - 1);
        assertTrue(Files.exists(folder.resolve("loss-1.svg")) && Files.exists(folder.resolve("loss-3.svg")));
        assertEquals(run.out(), Invocation.of("train", file(text).toString(), "-o", trained.toString(), "--plot", folder.resolve("loss.svg").toString()).out());
    }

    @Test
    void aMistakeInTheTrainingHasItsPlace() throws IOException {
        for (String wrong : new String[] {"rate -1 steps 5", "rate 0 steps 5", "rate 0.1 steps 0", "rate = 1 steps = 5", "rate 0.1, steps 5", "steps 5",
            "rate 0.1 epochs 5", "rate NaN steps 5", "rate 0.1 steps 5 batch 100", "rate 0.1 steps"}) {
            Invocation run = Invocation.of("train", file(LINE.replaceFirst("train .*", "train { " + wrong + " }")).toString());
            assertEquals(2, run.exit(), wrong);
            assertTrue(run.err().matches("(?s).*line.grad:\\d+:\\d+: error: .*\\^.*= .*"), run::err);
            assertEquals(1, run.err().split("error:", -1).length - 1, run::err);
        }
    }

    @Test
    void aPageShowsWhatTheTrainingWasLike() throws IOException {
        Path page = folder.resolve("<b>&\u202e'\".html");
        Path graph = Files.writeString(folder.resolve("<b>&\u202e'\".grad"), LINE.replace("dense 1 linear init zeros", "dense 2 relu weights [1, 1] bias [0, -9]\ndense 1 linear"));
        Invocation run = Invocation.of("train", graph.toString(), "--plot", page.toString());
        assertEquals(0, run.exit(), run::err);
        assertTrue(run.out().contains("line: loss "), run::out);
        String html = Files.readString(page);
        assertFalse(html.contains("<b>") || html.contains("\u202e"), "what a user wrote becomes markup");
        assertTrue(html.contains("default-src 'none'") && !html.contains("style=\""), html);
        assertTrue(html.contains("<h3>Loss</h3>") && html.contains("<h3>Norm of the gradient</h3>") && html.contains("layer 1, dead"), html);
        assertEquals(3, html.split("<svg", -1).length - 1);
        assertTrue(html.contains("<th scope=\"row\">0</th>") && html.contains("<th scope=\"row\">200</th>") && html.contains("<td>50 %</td>"), html);
        assertEquals(html, Invocation.of("train", graph.toString(), "--format", "html").out());
    }

    @Test
    void aPageSaysWhyNothingIsTrained() throws IOException {
        String wrong = "op twice(v in R(m, n)) {\nforward w = 2*v\nbackward dv = dw\n}\nV = [0.5]\n" + LINE.replace("init zeros", "weights twice(V)");
        Invocation run = Invocation.of("train", file(wrong).toString(), "--format", "html");
        assertEquals(1, run.exit());
        assertTrue(run.out().contains("not trained: the check found what is wrong") && run.out().contains("at fault"), run::out);
        String computed = LINE.replace("init zeros", "weights V bias V").replace("const X", "V = [0.5]\nconst X");
        assertTrue(Invocation.of("train", file(computed).toString(), "--format", "html").out().contains("no parameters to train"));
        Invocation diverged = Invocation.of("train", file(LINE.replace("0.05", "5").replace("200", "2000")).toString(), "--format", "html");
        assertEquals(4, diverged.exit());
        assertTrue(diverged.out().contains("diverged: after") && diverged.out().contains("class=\"curve c0\"") && !diverged.out().contains("NaN,"), diverged::out);
    }

    @Test
    void filesThatCannotBeWrittenAreSaidBeforehand() throws IOException {
        String file = file(LINE).toString();
        for (String option : new String[] {"-o", "--plot"}) {
            Invocation run = Invocation.of("train", file, option, folder.resolve("none/loss.svg").toString());
            assertEquals(2, run.exit());
            assertEquals("", run.out());
            assertTrue(run.err().contains("there is no folder"), run::err);
        }
        Files.createDirectory(folder.resolve("a.svg"));
        assertTrue(Invocation.of("train", file, "--plot", folder.resolve("a.svg").toString()).err().contains("is a folder"));
    }

    @Test
    void whatCannotBeDoneIsAQuestionOfUsage() throws IOException {
        assertEquals(2, Invocation.of("train", file(LINE).toString(), "--plot", "loss.gif").exit());
        assertEquals(2, Invocation.of("train", file(LINE).toString(), "-o", file(LINE).toString()).exit());
        assertEquals(2, Invocation.of("train", folder.resolve("none.grad").toString()).exit());
        assertEquals(2, Invocation.of("train", file("x = 1\ny = 2*x\n").toString()).exit());
        Invocation negative = Invocation.of("train", file(LINE).toString(), "--sample", "-1");
        assertEquals(2, negative.exit(), negative.err());
        assertTrue(negative.err().contains("--sample wants a number of entries"), negative.err());
    }
}
