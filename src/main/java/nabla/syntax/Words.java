package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.text.Normalizer;
import nabla.source.Span;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** What is said about single words of the language. */
final class Words {

    private Words() { }

    static Span span(Token word) {
        return new Span(word.getLine(), word.getCharPositionInLine() + 1, word.getStartIndex(), word.getStopIndex() + 1);
    }

    /** The place right after a word. */
    static Span after(Token word) {
        int length = word.getStopIndex() + 1 - word.getStartIndex();
        int end = word.getStopIndex() + 1;
        return new Span(word.getLine(), word.getCharPositionInLine() + 1 + length, end, end);
    }

    /** A word without letters between {@code left} and what follows it. */
    static CommonToken between(Token left, int type) {
        CommonToken word = new CommonToken(left);
        word.setType(type);
        word.setStartIndex(left.getStopIndex() + 1);
        word.setStopIndex(left.getStopIndex());
        word.setCharPositionInLine(Words.after(left).column() - 1);
        word.setText("");
        return word;
    }

    /** Whether nothing stands between two words. */
    static boolean adjacent(Token left, Token right) {
        return left.getStopIndex() + 1 == right.getStartIndex();
    }

    /** Whether a value can end with this word. */
    static boolean endsValue(int type) {
        return switch (type) {
            case NUMBER, NAME, TEXT, RPAREN, RBRACK, PRIME, TRANSPOSE, SUPERSCRIPT, DIFFERENTIAL, LITERAL -> true;
            default -> false;
        };
    }

    /** Whether a value can begin with this word; a sign is not counted. */
    static boolean beginsValue(int type) {
        return switch (type) {
            case NUMBER, NAME, TEXT, LPAREN, LBRACK, ROOT, PARTIAL, DIFFERENTIAL, LITERAL -> true;
            default -> false;
        };
    }

    /** Whether a word needs a value on its right. */
    static boolean isOperator(int type) {
        return switch (type) {
            case PLUS, MINUS, TIMES, DOT, DIVIDE, OVER, MATMUL, POWER, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }

    /** The one spelling of a name: {@code ŷ} typed as one letter or as two is the same name, {@code ℝ} is {@code R}. */
    static String name(Token word) {
        String text = word.getText();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
                return plain.equals("π") ? "pi" : plain.equals("σ") ? "sigmoid" : plain;
            }
        }
        return text;
    }
}
