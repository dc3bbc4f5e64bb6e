package nabla.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nabla.report.ClaimReport;
import nabla.report.Mistake;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** Backward passes over eight steps, each with a mistake put in: it is found, at its line, and of most it is said which one it is. */
class PlantedStepsTest {

    private static final Map<String, Report> REPORTS = new ConcurrentHashMap<>();
    private static final Path RECURRENT = Path.of("examples", "recurrent");

    /**
     * A mistake.
     *
     * @param line what the wrong line says then, as far as a report shows it
     * @param code what the mistake is called; null where it may not be recognised
     */
    private record Planted(String file, String right, String wrong, String line, String code) { }

    private static final List<Planted> MISTAKES = List.of(
            new Planted("rnn.grad", "dh{t} = (h{t} - Y)/6 + da{t+1} @ Wh.T", "dh{t} = (h{t} - Y)/6", "dh{t} = (h{t} - Y)/6", "lost-path"),
            new Planted("rnn.grad", "da{t} = dh{t}*(1 - h{t}^2)", "da{t} = dh{t}", "dh{t} = (h{t} - Y)/6 + da{t+1} @ Wh.T", "lost-activation"),
            new Planted("rnn.grad", "da{t+1} @ Wh.T", "da{t+1} @ Wh", "dh{t} = (h{t} - Y)/6 + da{t+1} @ Wh", "transpose"),
            new Planted("rnn.grad", "gWh{t} = gWh{t-1} + h{t-1}.T @ da{t}", "gWh{t} = h{t-1}.T @ da{t}", "dWh = gWh8", "lost-path"),
            new Planted("rnn.grad", "h{t-1}.T @ da{t}", "h{t}.T @ da{t}", "dWh = gWh8", null),
            new Planted("lstm.grad", "dct = dc + dh*", "dct = dh*", "dct*f", "lost-path"),
            new Planted("lstm.grad", "dct = dc + dh*o*(1 - tanh(c)^2)", "dct = dc", "dct*f", "lost-path"),
            new Planted("lstm.grad", "dct*f\n", "dct*i\n", "dct*i", "activation-at"),
            new Planted("lstm.grad", "dct*i*(1 - g^2)]", "dct*i]", "[dct*g*i", "lost-activation"),
            new Planted("lstm.grad", "dhprev = da @ Wh.T", "dhprev = da @ Wh.T*0", "da @ Wh.T*0", "zero"));

    @Test
    void eachIsFoundAtItsLineAndMostAreNamed() throws IOException {
        List<String> unnamed = new ArrayList<>();
        for (Planted planted : MISTAKES) {
            String text = Files.readString(RECURRENT.resolve(planted.file()));
            assertTrue(text.contains(planted.right()), planted.right());
            Report report = report(text.replace(planted.right(), planted.wrong()));
            assertEquals(Report.Status.WRONG, report.status(), planted.wrong());
            List<String> wrong = wrong(report);
            assertTrue(wrong.stream().anyMatch(line -> line.contains(planted.line())), () -> planted + " is not among " + wrong);
            boolean named = planted.code() != null && wrong.stream().anyMatch(line -> line.contains(planted.line()) && line.contains(planted.code()));
            if (!named) {
                unnamed.add(planted.wrong());
            }
        }
        assertTrue(unnamed.size() <= 2, () -> "not named: " + unnamed);
    }

    /** A gradient that is not handed on from step to step is said to be that, also where several paths lead from the one to the other. */
    @Test
    void saysFromWhichStepAGradientIsNotHandedOn() throws IOException {
        List<String> rnn = messages("rnn.grad", "dh{t} = (h{t} - Y)/6 + da{t+1} @ Wh.T", "dh{t} = (h{t} - Y)/6");
        assertEquals(7, rnn.size(), rnn::toString);
        assertEquals("the gradient from the next step, t = 5, is not handed on", rnn.get(3));
        String gated = "x0 in R(2, 3)\nU in R(3, 3)\nV in R(3, 3)\nfor t in 1..3 {\n  x{t} = sigmoid(x{t-1} @ U)*tanh(x{t-1} @ V)\n}\n"
                + "const l0 = 0\nfor t in 1..3 {\n  l{t} = l{t-1} + sum(x{t}^2)\n}\nL = l3\nfor t in 1..2 {\n  dx{t} = 2*x{t}\n}\n";
        assertEquals(List.of("the gradient from the next step, t = 2, is not handed on", "the gradient from the next step, t = 3, is not handed on"),
                messages(gated));
        String skipping = gated.replace("*tanh(x{t-1} @ V)", "").replace("L = l3", "y = tanh(x2 @ V)\nL = l3 + sum(y)");
        // With tanh(x2 @ V) two things are forgotten of x2.
        assertTrue(messages(skipping).stream().noneMatch(message -> message.contains("step, t = 3")), () -> messages(skipping).toString());
    }

    @Test
    void saysWhichOutputsGradientIsNotHandedOn() throws IOException {
        assertEquals(List.of("the gradient of the output c, dc, is not handed on", "the gradient of the output c, dc, is not handed on"),
                messages("lstm.grad", "dct = dc + dh*", "dct = dh*"));
    }

    private static List<String> messages(String file, String right, String wrong) throws IOException {
        return messages(Files.readString(RECURRENT.resolve(file)).replace(right, wrong));
    }

    private static List<String> messages(String text) {
        Report report = report(text);
        return Stream.concat(report.claims().stream().map(ClaimReport::mistake), report.rules().stream().map(RuleReport::mistake))
                .filter(Objects::nonNull).map(Mistake::message).toList();
    }

    /** Each text is checked once. */
    private static Report report(String text) {
        return REPORTS.computeIfAbsent(text, one -> new Session(Settings.DEFAULT).check(new SourceText("a.grad", one)));
    }

    /** The wrong lines, each with the names of its mistake. */
    private static List<String> wrong(Report report) {
        List<String> wrong = new ArrayList<>();
        report.claims().stream().filter(claim -> claim.judgement() == Judgement.WRONG)
                .forEach(claim -> wrong.add(claim.text() + " " + (claim.mistake() == null ? "" : claim.mistake().codes())));
        report.rules().stream().filter(rule -> rule.verdict() instanceof Verdict.Disagree)
                .forEach(rule -> wrong.add(rule.text() + " " + (rule.mistake() == null ? "" : rule.mistake().codes())));
        return wrong;
    }
}
