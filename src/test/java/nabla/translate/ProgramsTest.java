package nabla.translate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Small programs and what they mean. In the resource files, lines that begin with {@code =>} are expected of the program above them
 * ({@code …} stands for anything), lines that begin with {@code --} are the options it runs with. Every error and warning has to be
 * expected.
 */
class ProgramsTest {

    private record Program(int line, String text, List<String> expected, List<String> at, boolean free) { }

    @TestFactory
    List<DynamicTest> names() throws IOException {
        return tests("names.txt");
    }

    @TestFactory
    List<DynamicTest> expressions() throws IOException {
        return tests("expressions.txt");
    }

    @TestFactory
    List<DynamicTest> claims() throws IOException {
        return tests("claims.txt");
    }

    @TestFactory
    List<DynamicTest> operations() throws IOException {
        return tests("operations.txt");
    }

    private List<DynamicTest> tests(String file) throws IOException {
        return read(file).stream()
                .map(program -> dynamicTest(file + ":" + program.line + " " + program.text.strip().replace("\n", " ⏎ "), () -> run(program)))
                .toList();
    }

    private static void run(Program program) {
        Options options = new Options(null, program.at, program.free, null);
        Translation translation = Translator.translation(new Reader(Functions.names()).read(new SourceText("test", program.text)), options);
        List<String> lines = Rendering.of(translation);
        List<Pattern> expected = program.expected.stream().map(ProgramsTest::pattern).toList();
        for (Pattern line : expected) {
            assertTrue(lines.stream().anyMatch(line.asMatchPredicate()), () -> "expected " + line + " in\n" + String.join("\n", lines));
        }
        for (String line : lines) {
            boolean bad = line.startsWith("error") || line.startsWith("warning");
            assertTrue(!bad || expected.stream().anyMatch(p -> p.asMatchPredicate().test(line)), () -> "not expected: " + line);
        }
    }

    private static Pattern pattern(String expected) {
        return Pattern.compile(Pattern.quote(expected).replace("…", "\\E.*\\Q"), Pattern.DOTALL);
    }

    private static List<Program> read(String file) throws IOException {
        List<Program> programs = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                ProgramsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            List<String> at = new ArrayList<>();
            boolean free = false;
            int number = 0;
            for (String line = ""; line != null; line = reader.readLine(), number++) {
                if (line.startsWith("=> ")) {
                    expected.add(line.substring(3));
                } else if (line.startsWith("--at ")) {
                    at.add(line.substring(5));
                } else if (line.equals("--free")) {
                    free = true;
                } else if (!line.isEmpty()) {
                    text.append(line).append('\n');
                } else if (text.length() > 0) {
                    programs.add(new Program(number - 1, text.toString(), List.copyOf(expected), List.copyOf(at), free));
                    text.setLength(0);
                    expected.clear();
                    at.clear();
                    free = false;
                }
            }
            if (text.length() > 0) {
                throw new IOException(file + " has to end with an empty line");
            }
        }
        return programs;
    }
}
