package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * A word that does not fit, among its neighbours. Neighbours are counted from it: {@code type(-1)} is the one before.
 *
 * @param words of the sentence, marked; EOF last
 * @param at    the index of the word
 */
record Place(SourceText source, List<Token> words, int at, KnownNames names) {

    /** Longer code is not repeated in hints. */
    private static final int LONG = 60;

    int type(int offset) {
        int k = at + offset;
        return k >= 0 && k < words.size() ? words.get(k).getType() : Token.EOF;
    }

    Token word(int offset) {
        return words.get(at + offset);
    }

    boolean isName(int offset, String name) {
        return type(offset) == NAME && word(offset).getText().equals(name);
    }

    /** A word in quotes, for messages. */
    String quoted(int offset) {
        return type(offset) == Token.EOF ? "the end" : '"' + text(offset, offset) + '"';
    }

    /** What is written from one word to another; … where that is long. */
    String text(int from, int to) {
        String text = source.slice(Words.span(word(from)).to(Words.span(word(to)))).replaceAll("\\s+", " ");
        return text.length() > LONG ? "…" : text;
    }

    /** The type of the innermost bracket open before the word, or EOF. */
    int bracket() {
        int k = openingBefore(at);
        return k < 0 ? Token.EOF : words.get(k).getType();
    }

    /** The index of that bracket, or −1. */
    int opening() {
        return openingBefore(at);
    }

    /** The index of the innermost bracket open before word {@code k}, or −1. */
    private int openingBefore(int k) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < k; i++) {
            switch (words.get(i).getType()) {
                case LPAREN, LBRACK -> open.push(i);
                case RPAREN, RBRACK -> open.pop();
                default -> { }
            }
        }
        return open.isEmpty() ? -1 : open.peek();
    }

    /** The offset of the last word of the value that begins at an offset. */
    int valueEnd(int offset) {
        int end = switch (type(offset)) {
            case LPAREN, LBRACK -> closing(offset);
            case PARTIAL -> type(offset + 2) == OVER ? offset + 4 : offset;
            case DIFFERENTIAL -> offset + 2;
            default -> offset;
        };
        while (true) {
            int next = type(end + 1);
            if (next == PRIME || next == TRANSPOSE || next == SUPERSCRIPT) {
                end++;
            } else if (next == IMPLIED) {
                end = valueEnd(end + 2);
            } else if ((next == LPAREN || next == LBRACK) && Words.adjacent(word(end), word(end + 1))) {
                end = closing(end + 1);
            } else {
                return end;
            }
        }
    }

    /** The offset of the bracket that closes the one at an offset. */
    int closing(int offset) {
        int depth = 0;
        for (int k = offset; at + k < words.size(); k++) {
            depth += switch (type(k)) {
                case LPAREN, LBRACK -> 1;
                case RPAREN, RBRACK -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return k;
            }
        }
        return words.size() - 1 - at;
    }

    /** The offset of the first word of the value that ends at an offset. */
    int valueStart(int offset) {
        int k = offset;
        while (type(k) == PRIME || type(k) == TRANSPOSE || type(k) == SUPERSCRIPT) {
            k--;
        }
        if (type(k) == RPAREN || type(k) == RBRACK) {
            k = openingBefore(at + k) - at;
            return Words.endsValue(type(k - 1)) && Words.adjacent(word(k - 1), word(k)) ? valueStart(k - 1) : k;
        }
        if (type(k) == DIFFERENTIAL) {
            k -= 2;
        }
        return type(k - 1) == IMPLIED ? valueStart(k - 2) : k;
    }

    /** An error at the word. */
    Diagnostic error(String message, String hint) {
        return error(0, 0, message, hint);
    }

    /** An error from one word to another. */
    Diagnostic error(int from, int to, String message, String hint) {
        Span start = type(from) == Token.EOF && at + from > 0 ? Words.after(word(from - 1)) : Words.span(word(from));
        return Diagnostic.error(start.to(Words.span(word(to))), message, hint);
    }
}
