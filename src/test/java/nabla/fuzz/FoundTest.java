package nabla.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import nabla.cli.Invocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What fuzzing found, once more. */
class FoundTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    @ParameterizedTest
    @CsvFileSource(resources = "found.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = -1)
    void staysFixed(String arguments, String text, int exit) {
        String input = ESCAPE.matcher(text.replace("\\n", "\n")).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
        Invocation run = Invocation.with(input, (arguments.equals("repl") ? arguments : arguments + " -").split(" "));
        assertNull(Contract.broken(new Trial(List.of(arguments.split(" ")), input.getBytes(StandardCharsets.UTF_8)), run));
        assertEquals(exit, run.exit(), run.out() + run.err());
    }
}
