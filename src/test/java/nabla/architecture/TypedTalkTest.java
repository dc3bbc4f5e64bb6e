package nabla.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one stage says to the next is data: a kind, a repair, an oracle. No text is taken apart to learn what was meant by it. */
class TypedTalkTest {

    private static final Path SOURCES = Path.of("src/main/java/nabla");

    /** Only a writer says that it is a refusal. */
    @Test
    void refusalsAreAKind() throws IOException {
        assertEquals(List.of("source/Obstacle.java: \"refused: "), found("\"refused: "));
    }

    @Test
    void messagesAreNotParsed() throws IOException {
        assertEquals(List.of(), found("(?:message|reason|note|hint|told|what|getMessage)\\(\\)\\s*"
                + "\\.(?:startsWith|endsWith|matches|contains|indexOf|replace\\w*|split|substring)\\("), "of a message");
        assertEquals(List.of(), found("(?:text)\\(\\)\\s*\\.(?:startsWith|endsWith|matches)\\(\"[a-z ]"));
    }

    private static List<String> found(String pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(SOURCES.relativize(file).toString().replace('\\', '/') + ": " + matcher.group());
                }
            }
        }
        return found;
    }
}
