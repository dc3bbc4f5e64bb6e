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
    void whatCannotBeDoneIsAQuestionOfUsage() throws IOException {
        assertEquals(2, Invocation.of("train", file(LINE).toString(), "--plot", "loss.gif").exit());
        assertEquals(2, Invocation.of("train", file(LINE).toString(), "-o", file(LINE).toString()).exit());
        assertEquals(2, Invocation.of("train", folder.resolve("none.grad").toString()).exit());
        assertEquals(2, Invocation.of("train", file("x = 1\ny = 2*x\n").toString()).exit());
    }
}
