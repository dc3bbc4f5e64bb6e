package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Span;
import org.antlr.v4.runtime.Token;

/** Reads large literals of plain numbers without a parse tree; everything else, and every mistake, is left to the grammar. */
final class Literals {

    /** Below this many words the grammar reads literals too. */
    private static final int LARGE = 1_000;
    /** Brackets in brackets. */
    private static final int MOST_DEEP = 16;

    private final List<Token> words;
    private int at;

    private Literals(List<Token> words) {
        this.words = words;
    }

    /** The words with each large literal as one word. */
    static List<Token> collapse(List<Token> words) {
        return words.size() < LARGE ? words : new Literals(words).collapse();
    }

    private List<Token> collapse() {
        List<Token> collapsed = new ArrayList<>();
        while (at < words.size()) {
            int start = at;
            boolean index = start > 0 && Words.endsValue(type(start - 1));
            Expression.Brackets literal = type(start) == LBRACK && !index ? brackets() : null;
            if (literal == null) {
                collapsed.add(words.get(start));
                at = start + 1;
            } else {
                collapsed.add(new Literal(words.get(start), words.get(at - 1), LITERAL, literal));
            }
        }
        return collapsed;
    }

    /** Reads from a bracket on to after its partner; null if there is anything but numbers. */
    private Expression.Brackets brackets() {
        return brackets(MOST_DEEP);
    }

    private Expression.Brackets brackets(int levels) {
        Token start = words.get(at);
        List<List<Expression>> rows = new ArrayList<>();
        List<Expression> row = new ArrayList<>();
        do {
            at++;
            Expression entry = type(at) == LBRACK && levels > 1 ? brackets(levels - 1) : number();
            if (entry == null) {
                return null;
            }
            row.add(entry);
            if (type(at) != COMMA) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        } while (type(at) == COMMA || type(at) == SEMICOLON);
        if (type(at) != RBRACK) {
            return null;
        }
        at++;
        return new Expression.Brackets(Words.span(start).to(Words.span(words.get(at - 1))), List.copyOf(rows));
    }

    private Expression number() {
        Token sign = words.get(at);
        if (type(at) == MINUS) {
            at++;
        }
        if (type(at) != NUMBER) {
            return null;
        }
        Expression.Number number = NumberReader.number(words.get(at));
        at++;
        Span span = Words.span(sign).to(number.span());
        return sign.getType() == MINUS ? new Expression.Negation(span, number) : number;
    }

    private int type(int k) {
        return k < words.size() ? words.get(k).getType() : Token.EOF;
    }
}
