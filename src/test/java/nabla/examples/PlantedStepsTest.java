package nabla.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nabla.report.ClaimReport;
import nabla.report.Mistake;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** What is said of a mistake in a backward pass over several steps. */
class PlantedStepsTest {

    private static final Path RECURRENT = Path.of("examples", "recurrent");

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

    /** What goes wrong in the same way at every step is said once, with the line in which it is written. */
    @Test
    void saysWhatIsWrongAtEveryStep() throws IOException {
        assertEquals(List.of("in gWh8, line 37: h0 belongs where h1 stands, and so in every step"),
                messages("rnn.grad", "gWh{t} = gWh{t-1} + h{t-1}.T @ da{t}", "gWh{t} = gWh{t-1} + h{t}.T @ da{t}"));
        assertEquals(List.of("in gb8, line 38: the derivative of h1 is forgotten, at every step"),
                messages("rnn.grad", "gb{t} = gb{t-1} + sum(da{t}, axis=0)", "gb{t} = gb{t-1} + sum(dh{t}, axis=0)"));
    }

    @Test
    void saysWhichOutputsGradientIsNotHandedOn() throws IOException {
        assertEquals(List.of("the gradient of the output c, dc, is not handed on"),
                messages("lstm.grad", "dct = dc + dh*", "dct = dh*"));
    }

    private static List<String> messages(String file, String right, String wrong) throws IOException {
        return messages(Files.readString(RECURRENT.resolve(file)).replace(right, wrong));
    }

    private static List<String> messages(String text) {
        Report report = new Session(Settings.DEFAULT).check(new SourceText("a.grad", text));
        return Stream.concat(report.claims().stream().map(ClaimReport::mistake), report.rules().stream().map(RuleReport::mistake))
                .filter(Objects::nonNull).map(Mistake::message).toList();
    }
}
