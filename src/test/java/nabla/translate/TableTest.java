package nabla.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @TempDir
    private Path root;
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        folder = Files.createDirectory(root.resolve("graphs"));
        Files.writeString(folder.resolve("plain.csv"), "1,2,3\n4, 5 ,6.5e0\r\n-7,+8,\"9\"\n");
        Files.writeString(folder.resolve("named.csv"), "\uFEFFname,a,b\nx,1,2\n\ny,3,4\n");
        Files.writeString(folder.resolve("ragged.csv"), "W1,1,2\nW2,3,4,5\n");
        Files.writeString(folder.resolve("a#b.csv"), "1");
        Files.writeString(root.resolve("secret.csv"), "1");
        Files.createSymbolicLink(folder.resolve("link.csv"), root.resolve("secret.csv"));
    }

    private Model model(String text) {
        return Translator.translate(new Reader(Functions.names()).read(new SourceText("test", text)),
                new Options(null, List.of(), false, folder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "csv(\"plain.csv\")                                 | [1, 2, 3; 4, 5, 6.5; -7, 8, 9]",
        "csv(\"plain.csv\", rows=1)                         | [4, 5, 6.5]",
        "csv(\"plain.csv\", rows=-1, columns=0)             | -7",
        "csv(\"plain.csv\", rows=0:2, columns=1:)           | [2, 3; 5, 6.5]",
        "csv(\"plain.csv\", rows=::2, columns=:-1)          | [1, 2; -7, 8]",
        "csv(\"plain.csv\", rows=0:100, columns=2:9)        | [3; 6.5; 9]",
        "csv(\"plain.csv\", header=true)                    | [4, 5, 6.5; -7, 8, 9]",
        "csv(\"named.csv\", header=true, columns=1:3)       | [1, 2; 3, 4]",
        "csv(\"named.csv\", rows=k:k + 2, columns=-2:)      | [1, 2; 3, 4]",
        "csv(\"ragged.csv\", columns=1:3)                   | [1, 2; 3, 4]",
        "csv(\"ragged.csv\", rows=1, columns=1:)            | [3, 4, 5]",
        "csv(\"a#b.csv\")                                   | 1",
    })
    void reads(String call, String expected) {
        Model model = model("A = " + call + "\nk = 1\nz = sum(A)");
        assertEquals(List.of(), model.diagnostics());
        assertEquals(expected, Rendering.show(model.leaves().get(0).value()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "csv(\"none.csv\")                | there is no file \"none.csv\" beside the graph file",
        "csv(\"../secret.csv\")           | \"../secret.csv\" is outside the folder of the graph file",
        "csv(\"link.csv\")                | \"link.csv\" is outside the folder of the graph file",
        "csv(\"named.csv\", columns=0)    | line 1, column 0 is no number: \"name\"",
        "csv(\"ragged.csv\", columns=1:4) | line 1 has 3 cells, no column 3",
        "csv(\"ragged.csv\")              | lines have different lengths: up to 4 cells and, in line 1, 3",
        "csv(\"plain.csv\", rows=7)       | there are 3, counted from 0",
        "csv(\"plain.csv\", rows=7:)      | the file has 3 lines, and none of those asked for",
        "csv(\"plain.csv\", columns=7:)   | none of the columns asked for exists",
        "csv(\"plain.csv\", lines=7:)     | csv does not understand this argument",
        "csv(7)                           | csv needs the name of a file",
    })
    void refuses(String call, String message) {
        assertEquals(List.of(message), model("A = " + call).diagnostics().stream().map(d -> d.message()).toList());
    }

    @Test
    void readsNothingWithoutAFolder() {
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("test", "A = csv(\"plain.csv\")")), Options.NONE);
        assertEquals("no files can be read here", model.diagnostics().get(0).message());
    }
}
