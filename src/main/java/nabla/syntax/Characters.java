package nabla.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as the lexer reads it: by UTF-16 unit, so that offsets are those of the string, and without a copy. It sees one letter for all
 * beyond ASCII and one mark for all above or below letters.
 */
final class Characters implements CharStream {

    private static final char LETTER = '\uE000';
    private static final char MARK = '\uE001';
    /** What the lexer sees of characters for private use. */
    private static final char NONE = '\uFFFF';

    private final String name;
    private final String text;
    private final int end;
    private int index;

    Characters(String name, String text) {
        this(name, text, 0, text.length());
    }

    /** From one place to before another; offsets are those in the whole text. */
    Characters(String name, String text, int start, int end) {
        this.name = name;
        this.text = text;
        this.end = end;
        index = start;
    }

    @Override
    public void consume() {
        if (index >= end) {
            throw new IllegalStateException("consumed beyond the end");
        }
        index++;
    }

    @Override
    public int LA(int offset) {
        int at = offset > 0 ? index + offset - 1 : index + offset;
        return offset == 0 || at < 0 || at >= end ? IntStream.EOF : seen(text.charAt(at));
    }

    private static char seen(char character) {
        return character < 128 ? character : switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.OTHER_LETTER -> LETTER;
            case Character.NON_SPACING_MARK -> MARK;
            case Character.PRIVATE_USE -> NONE;
            default -> character;
        };
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text stays in memory: nothing to let go.
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int position) {
        index = position;
    }

    @Override
    public int size() {
        return end;
    }

    @Override
    public String getSourceName() {
        return name;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }
}
