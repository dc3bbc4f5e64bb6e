package nabla.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nabla.cli.Invocation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, comments and empty lines change no verdict. */
class ParaphraseTest {

    private static final int STEP = 16;
    private static final Pattern VERDICT = Pattern.compile("\"verdict\" : \"(\\w+)\"|\"severity\" : \"(\\w+)\"|\"code\" : \"([\\w-]+)\"");

    @TempDir
    private Path folder;

    @Test
    void someExamples() throws IOException {
        sameVerdicts(STEP);
    }

    @Test
    @Tag("soak")
    void everyExample() throws IOException {
        sameVerdicts(1);
    }

    private void sameVerdicts(int step) throws IOException {
        List<Path> examples;
        try (Stream<Path> found = Files.walk(Path.of("examples"))) {
            examples = found.filter(path -> path.toString().endsWith(".grad")).sorted().toList();
        }
        for (int k = 0; k < examples.size(); k += step) {
            String text = Files.readString(examples.get(k));
            if (!text.contains("csv(")) {
                Invocation plain = verdicts(text);
                assertEquals(plain, verdicts(Paraphrase.spaced(text, new Random(k))), () -> "spaced: " + text);
                assertEquals(plain, verdicts(Paraphrase.renamed(text)), () -> "renamed: " + Paraphrase.renamed(text));
            }
        }
    }

    /** With the verdicts instead of the report. */
    private Invocation verdicts(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("example.grad"), text);
        Invocation run = Invocation.of("check", "--format", "json", file.toString());
        StringBuilder verdicts = new StringBuilder();
        VERDICT.matcher(run.out()).results().forEach(verdict -> verdicts.append(verdict.group().replaceAll(".*: ", "")).append(' '));
        return new Invocation(verdicts.toString(), "", run.exit());
    }
}
