package nabla.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nabla.op.Functions;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A graph file reads nothing but ordinary files beside and below it. */
class SurroundingsTest {

    @TempDir
    private Path root;
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        folder = Files.createDirectory(root.resolve("graphs"));
        Files.createDirectories(folder.resolve("below/deep"));
        Files.writeString(folder.resolve("plain.csv"), "1");
        Files.writeString(folder.resolve("below/plain.csv"), "2");
        Files.writeString(root.resolve("secret.csv"), "3");
        Files.createSymbolicLink(folder.resolve("link.csv"), root.resolve("secret.csv"));
        Files.createSymbolicLink(folder.resolve("inner.csv"), Path.of("below/plain.csv"));
        Files.createSymbolicLink(folder.resolve("up"), root);
        Files.createSymbolicLink(folder.resolve("loop.csv"), Path.of("loop.csv"));
        Files.createSymbolicLink(folder.resolve("here"), folder);
    }

    private List<Diagnostic> diagnostics(String file, Path from) {
        return Translator.translate(new Reader(Functions.names()).read(new SourceText("test", "A = csv(\"" + file + "\")")),
                new Options(null, List.of(), false, from)).diagnostics();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.csv", "./plain.csv", "below/plain.csv", "inner.csv", "here/plain.csv", "here/here/below/plain.csv"})
    void reads(String file) {
        assertEquals(List.of(), diagnostics(file, folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "below/../../secret.csv", "below/../plain.csv", "..", "link.csv", "up/secret.csv", "up/graphs/../secret.csv",
        "/etc/passwd"})
    void nothingOutside(String file) {
        Diagnostic diagnostic = diagnostics(file, folder).get(0);
        assertEquals("\"" + file + "\" is outside the folder of the graph file", diagnostic.message());
        assertEquals("copy the file beside the graph file; a path goes down only", diagnostic.hint());
    }

    @Test
    void theAbsolutePathOfAFileBesideIsNotPortable() {
        String file = folder.resolve("plain.csv").toString().replace('\\', '/');
        assertEquals("\"" + file + "\" is outside the folder of the graph file", diagnostics(file, folder).get(0).message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "below     | 'below' is a folder                                | write the name of a file: csv('data.csv')",
        ".         | '.' is a folder                                    | write the name of a file: csv('data.csv')",
        "none.csv  | there is no file 'none.csv' beside the graph file  | ",
        "plain     | there is no file 'plain' beside the graph file     | did you mean 'plain.csv'?",
        "loop.csv  | there is no file 'loop.csv' beside the graph file  | ",
    })
    void onlyFiles(String file, String message, String hint) {
        Diagnostic diagnostic = diagnostics(file, folder).get(0);
        assertEquals(message, diagnostic.message().replace('"', '\''));
        assertEquals(hint, diagnostic.hint() == null ? null : diagnostic.hint().replace('"', '\''));
    }

    /** Reading a pipe would wait for ever, and a device would never end. */
    @Test
    void onlyOrdinaryFiles() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.csv");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "pipes with a name in a folder are a thing of POSIX");
        assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
        assertEquals("\"pipe.csv\" is no ordinary file", diagnostics("pipe.csv", folder).get(0).message());
        assertEquals("\"null\" is no ordinary file", diagnostics("null", Path.of("/dev")).get(0).message());
    }

    @Test
    void aTextWithoutAFolderHasNoFiles() {
        Diagnostic diagnostic = diagnostics("plain.csv", null).get(0);
        assertEquals("no files can be read here", diagnostic.message());
        assertEquals("a path is relative to the graph file: save the graph as a file beside the data", diagnostic.hint());
    }
}
