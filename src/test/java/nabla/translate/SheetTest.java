package nabla.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files of numbers hold in practice: the place of a bad cell is said, and what to write there. */
class SheetTest {

    private static final String CHOOSE = "only the cells asked for have to be numbers: choose them with rows= and columns=";
    private static final String FILL = "fill it in, or leave it out: rows= and columns= choose the cells, each of them a finite number";

    @TempDir
    private Path folder;

    private Model model(byte[] bytes) throws IOException {
        Files.write(folder.resolve("data.csv"), bytes);
        return Translator.translate(new Reader(Functions.names()).read(new SourceText("test", "A = csv(\"data.csv\")\nz = sum(A)")),
                new Options(null, List.of(), false, folder));
    }

    private static byte[] bytes(String escaped) {
        return escaped.translateEscapes().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1,2\\n3,4                     | [1, 2; 3, 4]",
        "\\uFEFF1,2\\r\\n3,4\\r\\n     | [1, 2; 3, 4]",
        "\\n\\n1 ,\\t2\\n\\n3,4\\n\\n  | [1, 2; 3, 4]",
        "1,2\\r3,4\\r                  | [1, 2; 3, 4]",
        "\"1\",\"-2\"\\n \"3\" , \"4\" | [1, -2; 3, 4]",
        "+.5,1.,1E2,-2e-1,007          | [0.5, 1, 100, -0.2, 7]",
    })
    void reads(String text, String expected) throws IOException {
        Model model = model(bytes(text.replace("\\uFEFF", "\uFEFF")));
        assertEquals(List.of(), model.diagnostics());
        assertEquals(expected, Rendering.show(model.leaves().get(0).value()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1,2\\n3,abc\\n            | line 2, column 2 (columns=1) is no number: 'abc'   | " + CHOOSE,
        "\\n1,2\\n\\n3,\\n         | line 4, column 2 (columns=1) is empty              | " + FILL,
        "1,NaN                     | line 1, column 2 (columns=1) is no number: 'NaN'   | " + FILL,
        "-Infinity,1               | line 1, column 1 (columns=0) is no number: '-Infinity' | " + FILL,
        "1,n/a                     | line 1, column 2 (columns=1) is no number: 'n/a'   | " + FILL,
        "1,1e999                   | line 1, column 2 (columns=1) is too large: '1e999' | the largest number is 1.8e308",
        "a,b\\n1,2                 | line 1, column 1 (columns=0) is no number: 'a'     | for a line of names write header=true",
        "x,1\\ny,2                 | line 1, column 1 (columns=0) is no number: 'x'     | for a column of names write columns=1:",
        "1;2\\n3;4                 | line 1, column 1 (columns=0) is no number: '1;2'   | separate the cells by commas, and write decimal points",
        "1 2                       | line 1, column 1 (columns=0) is no number: '1 2'   | separate the cells by commas, and write decimal points",
        "1\\t2                     | line 1, column 1 (columns=0) is no number: '1\t2'  | separate the cells by commas, and write decimal points",
        "\"1,5\",2                 | line 1, column 1 (columns=0) is no number: '1,5'   | write a decimal point and no other separators: 1234.5",
        "\"1,000,000\",2           | line 1, column 1 (columns=0) is no number: '1,000,000' | write a decimal point and no other separators: 1234.5",
        "\"2\\n3\",4\\n5,x         | line 1, column 1 (columns=0) is no number: '2\\n3' | for a column of names write columns=1:",
        "1,\"2\"\\n3,\"\\n4\"\\n5,6\\n7,x | line 5, column 2 (columns=1) is no number: 'x' | " + CHOOSE,
        "2,0x10                    | line 1, column 2 (columns=1) is no number: '0x10'  | " + CHOOSE,
        "2,50%                     | line 1, column 2 (columns=1) is no number: '50%'   | " + CHOOSE,
        "1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | line 1, column 2 (columns=1) is no number: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' | " + CHOOSE,
    })
    void aBadCellHasAPlaceAndAHint(String text, String message, String hint) throws IOException {
        List<Diagnostic> diagnostics = model(bytes(text)).diagnostics();
        assertEquals(List.of("'data.csv', " + message.translateEscapes()), diagnostics.stream().map(d -> d.message().replace('"', '\'')).toList());
        assertEquals(hint, diagnostics.get(0).hint());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1,2\\n3,\"4\\n5,6  | 'data.csv': from line 2 on a quotation mark has no partner, or something beside it | numbers need no quotation marks",
        "1,\"2\"x           | 'data.csv': from line 1 on a quotation mark has no partner, or something beside it | numbers need no quotation marks",
    })
    void quotationMarksComeInPairs(String text, String message, String hint) throws IOException {
        Diagnostic diagnostic = model(bytes(text)).diagnostics().get(0);
        assertEquals(message, diagnostic.message().replace('"', '\''));
        assertEquals(hint, diagnostic.hint());
    }

    @Test
    void whatIsNoTextIsNoTable() throws IOException {
        byte[][] contents = {"1,2".getBytes(StandardCharsets.UTF_16), {'P', 'K', 3, 4, (byte) 0x80, (byte) 0xFF}};
        for (byte[] content : contents) {
            Diagnostic diagnostic = model(content).diagnostics().get(0);
            assertEquals("\"data.csv\" is no text in UTF-8", diagnostic.message());
            assertEquals("save it as CSV in UTF-8", diagnostic.hint());
        }
        assertEquals("\"data.csv\", line 1, column 2 (columns=1) is no number: \"2\0003\"", model(bytes("1,2\\0003")).diagnostics().get(0).message());
    }

    @Test
    void aMillionCells() throws IOException {
        String line = "0.125" + ",0.125".repeat(999) + "\n";
        Model model = model(line.repeat(1000).getBytes(StandardCharsets.UTF_8));
        assertEquals(125_000, Arrays.stream(model.leaves().get(0).value().data()).sum());
        assertEquals("\"data.csv\", line 1, column 1 (columns=0) is too large: \"11111111111111111111111111111…\"",
                model("1".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)).diagnostics().get(0).message());
    }
}
