package nabla.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nabla.cli.Invocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code nabla derive} answers, as text, LaTeX and Markdown: each row of {@code cases.txt} against the file of its name beside it.
 * {@code -Dexamples.rewrite=true} writes them anew; read the difference before keeping it.
 */
class DeriveTest {

    private static final Path FOLDER = Path.of("src/test/resources/nabla/derive");
    private static final boolean REWRITE = Boolean.getBoolean("examples.rewrite");

    /** A row of the table. */
    private record Case(String name, String subject, List<String> options) {

        static Case of(String row) {
            String[] cells = row.split(" => ?", -1);
            return new Case(cells[0], cells[1], cells[2].isBlank() ? List.of() : Arrays.asList(cells[2].split(" ")));
        }

        Invocation run(String... form) {
            List<String> arguments = new ArrayList<>(List.of("derive", subject));
            arguments.addAll(options);
            arguments.addAll(Arrays.asList(form));
            return Invocation.of(arguments.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        return Files.readAllLines(FOLDER.resolve("cases.txt")).stream().map(Case::of).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersWhatIsExpected(Case each) throws IOException {
        Path expected = FOLDER.resolve(each.name + ".expected");
        String answer = answer(each);
        if (REWRITE) {
            assertNull(System.getenv("CI"), "expected answers are not rewritten where CI is set");
            Files.writeString(expected, answer);
        }
        assertEquals(Files.readString(expected), answer);
    }

    private static String answer(Case each) {
        Invocation text = each.run();
        String diagnostics = text.err().isEmpty() ? "" : "--- standard error\n" + text.err();
        String forms = text.out().isEmpty() ? "" : "--- LaTeX\n" + each.run("--latex").out() + "--- Markdown\n" + each.run("--md").out();
        return text.out() + diagnostics + forms + "--- exit " + text.exit() + "\n";
    }

    @Test
    void everyExpectedAnswerHasItsCase() throws IOException {
        List<String> names = cases().stream().map(Case::name).toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".expected"))
                    .forEach(file -> assertTrue(names.contains(file.replace(".expected", "")), file));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void asciiIsAsciiAndElseTheSame(Case each) {
        String ascii = each.run("--ascii").out();
        assertTrue(ascii.chars().allMatch(c -> c < 128), ascii);
        assertEquals(each.run().out().lines().count(), ascii.lines().count());
    }
}
