package nabla.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name stands for one class: whoever hears it knows which. */
class NamesTest {

    @Test
    void noTwoFilesHaveOneName() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            TreeMap<String, List<String>> byName = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString(), TreeMap::new,
                            Collectors.mapping(file -> file.getParent().getFileName().toString(), Collectors.toList())));
            byName.values().removeIf(packages -> packages.size() == 1);
            assertEquals(new TreeMap<>(), byName);
        }
    }
}
