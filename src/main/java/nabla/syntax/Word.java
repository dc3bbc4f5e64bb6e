package nabla.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** A word of a text, which can take the place of another. */
class Word extends CommonToken {

    private static final long serialVersionUID = 1L;

    /** Makes the words of a lexer. */
    static final TokenFactory<Word> FACTORY = new TokenFactory<>() {

        @Override
        public Word create(Pair<TokenSource, CharStream> source, int type, String text, int channel, int start, int stop, int line, int column) {
            return new Word(source, type, start, stop);
        }

        @Override
        public Word create(int type, String text) {
            return new Word(type, text);
        }
    };

    /** A word of a text; where it begins is yet to be said. */
    Word(Pair<TokenSource, CharStream> source, int type, int start, int stop) {
        super(source, type, DEFAULT_CHANNEL, start, stop);
    }

    /** A word that stands in no text. */
    private Word(int type, String text) {
        super(type, text);
    }

    /** A copy. */
    Word(Token word) {
        super(word);
    }

    /** Another word of the same text; {@code own} is its text where it is not what is written there, or null. */
    Word another(int type, int start, int end, int line, int column, String own) {
        Word word = new Word(source, type, start, end - 1);
        word.line = line;
        word.charPositionInLine = column;
        word.text = own;
        return word;
    }

    /** Whether its text is given, and not what is written where it stands. */
    boolean hasOwnText() {
        return text != null;
    }

    /** Says and stands where another word does from now on; its type stays. */
    void take(Word other) {
        source = other.source;
        line = other.line;
        charPositionInLine = other.charPositionInLine;
        start = other.start;
        stop = other.stop;
        text = other.text;
    }
}
