package nabla.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first page of a package says where to begin, and what it names is there. */
class MapsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LINK = Pattern.compile("\\{@link (nabla\\.[a-z]+\\.\\w+)");

    @Test
    void everyPackageSaysWhatToReadFirst() throws IOException {
        for (Path folder : packages()) {
            Path file = folder.resolve("package-info.java");
            assertTrue(Files.exists(file), () -> folder + " has no package-info.java");
            String page = Files.readString(file).replaceAll("\\s*\\n \\* ?", " ");
            assertTrue(page.contains("first") || page.contains("<h2>"), () -> file + " does not say what to read first");
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                Path named = SOURCES.resolve(link.group(1).replace('.', '/') + ".java");
                assertTrue(Files.exists(named), () -> file + " names " + named);
            }
        }
    }

    private static List<Path> packages() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES.resolve("nabla"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
