package nabla.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows and columns of {@code csv(…)}. */
class TableTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("plain.csv"), "1,2,3\n4, 5 ,6.5e0\r\n-7,+8,\"9\"\n");
        Files.writeString(folder.resolve("named.csv"), "\uFEFFname,a,b\nx,1,2\n\ny,3,4\n");
        Files.writeString(folder.resolve("ragged.csv"), "W1,1,2\nW2,3,4,5\n");
        Files.writeString(folder.resolve("a#b.csv"), "1");
        Files.writeString(folder.resolve("empty.csv"), "\n \r\n");
        Files.writeString(folder.resolve("line.csv"), "1,2");
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
        "csv(\"ragged.csv\", columns=1:4)  | 'ragged.csv', line 1 has 3 cells, no column 4 (columns=3)                             | columns count from 0: columns=0:3 are those of this line",
        "csv(\"ragged.csv\")               | 'ragged.csv' has lines of different lengths: line 2 has 4 cells, line 1 has 3         | say which columns: columns=0:3",
        "csv(\"plain.csv\", rows=7)        | 'plain.csv' has 3 lines, no line 7                                                    | they count from 0: lines 0 to 2",
        "csv(\"plain.csv\", rows=-4)       | 'plain.csv' has 3 lines, no line -4                                                   | they count from 0: lines 0 to 2",
        "csv(\"plain.csv\", columns=3)     | 'plain.csv' has 3 columns, no column 3                                                | they count from 0: columns 0 to 2",
        "csv(\"plain.csv\", rows=7:)       | 'plain.csv' has 3 lines, and none of those asked for                                  | they count from 0: lines 0 to 2",
        "csv(\"plain.csv\", rows=2:1)      | 'plain.csv' has 3 lines, and none of those asked for                                  | they count from 0: lines 0 to 2",
        "csv(\"plain.csv\", columns=7:)    | 'plain.csv' has 3 columns, and none of those asked for                                | they count from 0: columns 0 to 2",
        "csv(\"plain.csv\", rows=::0)      | a step of csv is at least 1                                                           | ",
        "csv(\"plain.csv\", rows=0.5)      | this has to be a whole number, and is 0.5                                             | give a whole number",
        "csv(\"plain.csv\", rows=1, rows=2) | 'rows' is given twice                                                                | ",
        "csv(\"plain.csv\", header=yes)    | csv does not understand this argument | it is written csv('file.csv', rows=0:14, columns=1:101, header=false)",
        "csv(\"plain.csv\", lines=7:)      | csv does not understand this argument | it is written csv('file.csv', rows=0:14, columns=1:101, header=false)",
        "csv(7)                            | csv needs the name of a file          | it is written csv('file.csv', rows=0:14, columns=1:101, header=false)",
        "csv()                             | csv needs the name of a file          | it is written csv('file.csv', rows=0:14, columns=1:101, header=false)",
        "csv(\"empty.csv\")                | 'empty.csv' has no lines to read      | put the numbers in it, one row a line, with commas between",
        "csv(\"line.csv\", header=true)    | 'line.csv' has no lines to read       | put the numbers in it, one row a line, with commas between",
    })
    void refuses(String call, String message, String hint) {
        List<Diagnostic> diagnostics = model("A = " + call).diagnostics();
        assertEquals(List.of(message), diagnostics.stream().map(d -> d.message().replace('"', '\'')).toList());
        assertEquals(hint, diagnostics.get(0).hint() == null ? null : diagnostics.get(0).hint().replace('"', '\''));
    }
}
