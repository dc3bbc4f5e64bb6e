package nabla.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells a spreadsheet would run are text, numbers are numbers. */
class CsvTest {

    private static String row(Object... cells) throws IOException {
        StringWriter out = new StringWriter();
        new Csv(out).row(cells);
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"=cmd|'=cmd", "+1+1|'+1+1", "-2|'-2", "@SUM(A1)|'@SUM(A1)", "` =1`|' =1",
        "＝1|'＝1", "plain|plain", "a=b|a=b", "`a,b`|`\"a,b\"`", "say \"so\"|\"say \"\"so\"\"\""})
    void formulasGetAnApostrophe(String text, String cell) throws IOException {
        assertEquals(cell + "\n", row(text));
    }

    @Test
    void numbersStayNumbers() throws IOException {
        assertEquals("-1.50,3,0.3333333333333333,-1e-7,\n", row(new BigDecimal("-1.50"), 3, 1.0 / 3, -1e-7, null));
    }

    @Test
    void controlCharactersAreWrittenOut() throws IOException {
        assertEquals("\\u001b[2J\\u202ex,\"two\nlines\"\n", row("\u001b[2J\u202ex", "two\nlines"));
        assertEquals(List.of("a", "b"), row("a", "b").strip().lines().flatMap(line -> Arrays.stream(line.split(","))).toList());
    }
}
