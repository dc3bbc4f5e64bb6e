package nabla.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nabla.cli.Invocation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What fuzzing found, once more. */
class FoundTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvFileSource(resources = "found.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = -1)
    void staysFixed(String arguments, String text, int exit) {
        String input = ESCAPE.matcher(text.replace("\\n", "\n")).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
        Trial trial = new Trial(List.of(arguments.split(" ")), input.getBytes(StandardCharsets.UTF_8));
        Invocation run = new Trials(folder).run(trial);
        assertNull(Contract.broken(trial, run));
        assertEquals(exit, run.exit(), run.out() + run.err());
    }
}
