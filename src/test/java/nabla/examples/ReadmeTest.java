package nabla.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nabla.cli.Invocation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README shows is what the program says: {@code …} alone in a line stands for lines that are left out. */
class ReadmeTest {

    /** The words before a block, and the block. */
    private static final Pattern BLOCK = Pattern.compile("(?s)([^\n]*\n[^\n]*)\n+```\\w*\n(.*?)```");
    private static final Pattern FILE = Pattern.compile("`(examples/[\\w/.-]+)`");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern GAP = Pattern.compile("(?m)^ *…\n");

    private static List<MatchResult> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md"))).results().toList();
    }

    @TestFactory
    List<DynamicTest> commandsAnswerAsShown() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (MatchResult block : blocks()) {
            String command = block.group(1).strip().endsWith("`:") && block.group(1).contains("`./nabla ") ? block.group(1).strip().replaceAll("(?s).*`\\./nabla (.*)`:", "$1")
                    : block.group(2).startsWith("$ nabla ") ? block.group(2).lines().findFirst().orElseThrow().substring("$ nabla ".length()) : null;
            if (command != null) {
                String[] words = WORD.matcher(command).results().map(word -> word.group(1) != null ? word.group(1) : word.group(2)).toArray(String[]::new);
                tests.add(DynamicTest.dynamicTest(command, () -> assertShown(block.group(2).replaceFirst("^\\$ .*\n", ""), Invocation.of(words).out())));
            }
        }
        assertEquals(4, tests.size(), tests::toString);
        return tests;
    }

    /** Of a file that is named before a block, the block is a part: of the file itself or of its expected report. */
    @TestFactory
    List<DynamicTest> filesAreAsShown() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (MatchResult block : blocks()) {
            for (MatchResult named : FILE.matcher(block.group(1)).results().toList()) {
                Path file = Path.of(named.group(1));
                Path expected = Path.of(named.group(1).replaceFirst("\\.grad$", ".expected"));
                if (Files.isRegularFile(file) && !block.group(1).contains("`./nabla ")) {
                    tests.add(DynamicTest.dynamicTest(file.toString(), () -> assertShown(block.group(2),
                            Files.readString(file) + (Files.exists(expected) ? Files.readString(expected) : ""))));
                }
            }
        }
        assertTrue(tests.size() >= 4, tests::toString);
        return tests;
    }

    @Test
    void theProblemOfTheHomeworkIsAPartOfTheExample() throws IOException {
        String problem = blocks().stream().map(block -> block.group(2)).filter(text -> text.contains("question \"1\" df/dx")).findFirst().orElseThrow();
        assertShown(problem, Files.readString(Path.of("examples", "homework", "homework.grad")));
    }

    private static void assertShown(String shown, String actual) {
        int from = 0;
        for (String part : Arrays.asList(GAP.split(shown))) {
            int at = actual.indexOf(part.stripTrailing(), from);
            int start = from;
            assertTrue(at >= 0, () -> "shown:\n" + part + "\nactual:\n" + actual.substring(start));
            from = at + part.stripTrailing().length();
        }
    }
}
