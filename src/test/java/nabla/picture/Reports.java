package nabla.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nabla.report.Report;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;

/** Reports of texts and of the examples, with few entries verified: pictures do not depend on how many. */
public final class Reports {

    private static final Settings FEW = new Settings(null, 1e-6, 1, List.of(), false, false);

    private static List<Report> examples;

    private Reports() { }

    /** Of lines of a graph file. */
    public static Report of(String... lines) {
        return new Session(FEW).check(new SourceText("text.grad", String.join("\n", lines)));
    }

    /** Of each example that has an output; made once. */
    public static synchronized List<Report> ofExamples() throws IOException {
        examples = examples != null ? examples : read();
        return examples;
    }

    private static List<Report> read() throws IOException {
        try (Stream<Path> found = Files.walk(Path.of("examples"))) {
            return found.filter(path -> path.toString().endsWith(".grad")).sorted().map(Reports::ofFile).filter(report -> report.output() != null).toList();
        }
    }

    private static Report ofFile(Path path) {
        try {
            return new Session(FEW, path.getParent()).check(new SourceText(path.toString(), Files.readString(path)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
