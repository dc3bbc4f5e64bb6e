package nabla.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

    private static final String TEXT = "# Größe, σ, 🙂\r\nz = x*y\n";

    private static String foreign(byte... bytes) {
        return assertThrows(Encoding.ForeignEncoding.class, () -> Encoding.text(bytes)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsWhatHasAByteOrderMark(String charset) throws Encoding.ForeignEncoding {
        assertEquals(TEXT, Encoding.text(("\uFEFF" + TEXT).getBytes(Charset.forName(charset))));
        assertEquals("", Encoding.text("\uFEFF".getBytes(Charset.forName(charset))));
    }

    @Test
    void readsUtf8WithoutOne() throws Encoding.ForeignEncoding {
        assertEquals(TEXT, Encoding.text(TEXT.getBytes(Charset.forName("UTF-8"))));
        assertEquals("", Encoding.text());
        assertEquals("x = \0 + 1", Encoding.text("x = \0 + 1".getBytes(Charset.forName("UTF-8"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UTF-16LE | is UTF-16 text without a byte order mark: save it as UTF-8",
        "UTF-16BE | is UTF-16 text without a byte order mark: save it as UTF-8",
        "ISO-8859-1 | is not UTF-8 text (line 1): save it as UTF-8"})
    void saysWhatElseItIs(String charset, String message) {
        assertEquals(message, foreign(TEXT.getBytes(Charset.forName(charset))));
    }

    @Test
    void saysWhereItIsNone() {
        assertEquals("is not UTF-8 text (line 3): save it as UTF-8", foreign((byte) '1', (byte) '\n', (byte) '\n', (byte) 0x80));
        assertEquals("is not UTF-8 text (line 1): save it as UTF-8", foreign((byte) 'x', (byte) 0xC3));
        assertEquals("is not UTF-16 text (line 2): save it as UTF-8",
                foreign((byte) 0xFE, (byte) 0xFF, (byte) 0, (byte) '\n', (byte) 0xDC, (byte) 0));
        assertEquals("is not UTF-16 text (line 1): save it as UTF-8", foreign((byte) 0xFF, (byte) 0xFE, (byte) 'x'));
    }
}
