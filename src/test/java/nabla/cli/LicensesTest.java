package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every library that goes into the jar is named beside its licence. */
class LicensesTest {

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(?:batik-)?([^<]*)</artifactId>");

    private static String licenses(String file) throws IOException {
        try (InputStream in = LicensesTest.class.getResourceAsStream("/META-INF/licenses/" + file)) {
            assertNotNull(in, file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyLibraryIsNamed() throws IOException {
        String list = licenses("README.txt");
        List<String> missing = DEPENDENCY.matcher(Files.readString(Path.of("pom.xml"))).results().map(result -> result.group(1))
                .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                .map(dependency -> ARTIFACT.matcher(dependency).results().findFirst().orElseThrow().group(1))
                .filter(artifact -> !list.contains(artifact)).toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyTextIsThere() throws IOException {
        List<String> texts = Pattern.compile("[\\w.-]+\\.txt").matcher(licenses("README.txt")).results().map(MatchResult::group)
                .filter(name -> !name.equals("NOTICE.txt")).toList();
        for (String text : texts) {
            assertNotNull(licenses(text));
        }
    }
}
