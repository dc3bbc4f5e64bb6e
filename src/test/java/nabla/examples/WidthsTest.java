package nabla.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nabla.cli.Invocation;
import nabla.report.Report;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.Display;
import nabla.source.Excerpt;
import nabla.source.Paragraph;
import nabla.source.SourceText;
import nabla.writer.Palette;
import nabla.writer.TextStyle;
import nabla.writer.TextStyle.Detail;
import nabla.writer.TextWriter;
import nabla.writer.TraceWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports fit the terminal, and say the same at every width. */
class WidthsTest {

    private static final int[] WIDTHS = {100, 80, 60};
    private static final Pattern VERDICT = Pattern.compile("\\b(agree|DISAGREE|WRONG|right|unresolved|kink|undefined|verified)\\b");

    static List<Path> examples() throws IOException {
        return ExamplesTest.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyReportOfTheExamplesFits(Path example) throws IOException {
        SourceText source = new SourceText(example.getFileName().toString(), Files.readString(example));
        Report report = new Session(Settings.DEFAULT, example.getParent()).check(source);
        for (Detail detail : List.of(Detail.NORMAL, Detail.VERBOSE)) {
            long verdicts = verdicts(text(report, detail, 1000));
            for (int width : WIDTHS) {
                List<String> text = text(report, detail, width);
                fits(text, width);
                assertEquals(verdicts, verdicts(text), () -> width + " columns:\n" + String.join("\n", text));
            }
        }
        for (Diagnostic diagnostic : report.diagnostics()) {
            for (int width : WIDTHS) {
                marksItsPlace(source, diagnostic, width);
            }
        }
    }

    private static List<String> text(Report report, Detail detail, int width) throws IOException {
        StringWriter out = new StringWriter();
        new TraceWriter(new TextWriter(out, new TextStyle(Palette.PLAIN, detail, false, width)), width).file(report);
        return out.toString().lines().toList();
    }

    private static long verdicts(List<String> text) {
        return text.stream().mapToLong(line -> VERDICT.matcher(line).results().count()).sum();
    }

    /** But for a word, of a formula or a long name, that cannot be broken. */
    private static void fits(List<String> text, int width) {
        for (String line : text) {
            boolean word = line.strip().indexOf(' ') < 0;
            assertTrue(word || Display.width(line) <= width, () -> Display.width(line) + " of " + width + " columns: " + line);
        }
    }

    private static void marksItsPlace(SourceText source, Diagnostic diagnostic, int width) {
        List<String> lines = Excerpt.lines(source, diagnostic, width);
        assertTrue(lines.stream().allMatch(line -> Display.width(line) <= width), () -> String.join("\n", lines));
        if (diagnostic.span() != null) {
            int caret = lines.stream().filter(line -> line.strip().matches("\\| +\\^+")).map(lines::indexOf).findFirst().orElseThrow();
            String drawn = lines.get(caret - 1);
            int at = lines.get(caret).indexOf('^');
            String marked = source.text().substring(diagnostic.span().start(), diagnostic.span().end()).lines().findFirst().orElse("");
            String first = marked.isBlank() ? "" : marked.substring(0, 1);
            assertTrue(from(drawn, at).startsWith(first), () -> String.join("\n", lines));
        }
    }

    /** What stands from a column on. */
    private static String from(String line, int column) {
        int used = 0;
        int k = 0;
        while (k < line.length() && used < column) {
            used += Display.width(line.substring(k, k + 1));
            k++;
        }
        return line.substring(k);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "名字 = 幅 * 高 + 幅; 幅 = 2; 高 = 3; d名字/d幅 = 高; d名字/d高 = 幅 + 1",
        "L = sum(sigmoid(X @ W + b)^2)/2; X = [1, 2, 3, 4; 5, 6, 7, 8; 1, 0, 1, 0]; W = [1, 2; 3, 4; 0, 1; 1, 0]; b = [0.123456789, 0.987654321]; dL/dW = X.T @ X @ W",
        "z = x*y + x*(a_rather_long_name_of_a_variable + another_rather_long_name_of_another_variable); dz/dx = y",
        "z = relu(x) + relu(-x) + x*y; x = 0; y = 1; dz/dx = 5; dz/dy = 0",
    })
    void fitsWhatSomebodyTypes(String equations) {
        List<String> arguments = new ArrayList<>(List.of("check", "--trace"));
        for (String equation : equations.split("; ")) {
            arguments.addAll(List.of("-e", equation));
        }
        for (int width : WIDTHS) {
            Invocation run = Invocation.at(width, "", arguments.toArray(String[]::new));
            fits(run.out().lines().toList(), width);
            fits(run.err().lines().toList(), width);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "derive|examples/chain-rule/deep-chain.grad|--wrt|w1",
        "derive|(sin(x)*(a*sin(y)*tanh(y) + b*cos(2*y) + d*y^3))^2|--wrt|x,y|--at|x=1,y=2,a=3,b=4,d=5",
        "derive|log(1 + exp(-y*(w1*x1 + w2*x2 + w3*x3 + b)))|--wrt|w1",
        "ops|",
    })
    void otherCommandsFit(String command) {
        for (int width : WIDTHS) {
            Invocation run = Invocation.at(width, "", command.split("\\|"));
            fits(run.out().lines().toList(), width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100})
    void aLineIsBrokenBetweenWords(int width) {
        String text = "  expected     " + "several words of a long sentence ".repeat(6) + "end";
        List<String> lines = Paragraph.wrapped(List.of(text), width);
        assertTrue(lines.size() > 1 && lines.stream().allMatch(line -> line.length() <= width), () -> String.join("\n", lines));
        assertTrue(lines.stream().skip(1).allMatch(line -> line.matches(" {15}\\S.*")), () -> String.join("\n", lines));
        assertEquals(text.strip().replaceAll("\\s+", " "), String.join(" ", lines).strip().replaceAll("\\s+", " "));
    }
}
