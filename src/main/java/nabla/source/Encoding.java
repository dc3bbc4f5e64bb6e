package nabla.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, or UTF-16 where a byte order mark says so. */
public final class Encoding {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Stands for what is not of an encoding. */
    private static final char REPLACEMENT = '\uFFFD';
    private static final String REMEDY = ": save it as UTF-8";

    private Encoding() { }

    /** The bytes are something else; the message says what, and goes on after the name of the file. */
    public static final class ForeignEncoding extends Exception {

        private static final long serialVersionUID = 1L;

        ForeignEncoding(String message) {
            super(message + REMEDY);
        }
    }

    /**
     * The text, without a byte order mark.
     *
     * @throws ForeignEncoding if the bytes are no such text
     */
    public static String text(byte... bytes) throws ForeignEncoding {
        if (isUnmarked(bytes)) {
            throw new ForeignEncoding("is UTF-16 text without a byte order mark");
        }
        Charset charset = isMarked(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = new String(bytes, charset);
        if (text.indexOf(REPLACEMENT) >= 0) {
            check(charset, bytes);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Where something may have been replaced because it is not of the encoding. */
    private static void check(Charset charset, byte... bytes) throws ForeignEncoding {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            long line = 1 + out.chars().filter(c -> c == '\n').count();
            throw new ForeignEncoding("is not " + charset.name() + " text (line " + line + ")");
        }
    }

    private static boolean isMarked(byte... bytes) {
        return bytes.length > 1 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF);
    }

    /** Every second byte of most texts in UTF-16 is zero, and none of the others. */
    private static boolean isUnmarked(byte... bytes) {
        int[] zeros = new int[2];
        for (int k = 0; k < bytes.length; k++) {
            if (bytes[k] == 0) {
                zeros[k % 2]++;
            }
        }
        return !isMarked(bytes) && Math.min(zeros[0], zeros[1]) == 0 && Math.max(zeros[0], zeros[1]) > bytes.length / 4;
    }
}
