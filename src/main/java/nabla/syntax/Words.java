package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.text.Normalizer;
import java.util.List;
import nabla.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What is said about single words of the language. */
final class Words {

    private Words() { }

    static Span span(Token word) {
        return new Span(word.getLine(), word.getCharPositionInLine() + 1, word.getStartIndex(), word.getStopIndex() + 1);
    }

    /** From one word to another. */
    static Span span(Token start, Token stop) {
        return span(start).to(span(stop));
    }

    static Span span(ParserRuleContext context) {
        return span(context.start, context.stop);
    }

    /** The place right after a word. */
    static Span after(Token word) {
        int length = word.getStopIndex() + 1 - word.getStartIndex();
        int end = word.getStopIndex() + 1;
        return new Span(word.getLine(), word.getCharPositionInLine() + 1 + length, end, end);
    }

    /** A word without letters between {@code left} and what follows it. */
    static Word between(Token left, int type) {
        Word word = new Word(left);
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

    /** Whether a statement has the form {@code f(…) =}: a name, brackets, and a sign of definition after them. */
    static boolean isMapping(List<Token> words) {
        if (words.size() < 4 || words.get(0).getType() != NAME || words.get(1).getType() != LPAREN) {
            return false;
        }
        int depth = 0;
        for (int k = 1; k + 1 < words.size(); k++) {
            switch (words.get(k).getType()) {
                case LPAREN, LBRACK -> depth++;
                case RPAREN, RBRACK -> depth--;
                default -> { }
            }
            if (depth == 0) {
                return words.get(k + 1).getType() == ASSIGN;
            }
        }
        return false;
    }

    /** Whether a statement says what something ranges over. */
    static boolean haveRange(List<Token> words) {
        for (int k = 0; k < words.size(); k++) {
            Token word = words.get(k);
            if (word.getType() == IN) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement has the form {@code a, b = f(}. */
    static boolean isUnpacking(List<Token> words) {
        int k = 1;
        while (k + 1 < words.size() && words.get(k).getType() == COMMA && words.get(k + 1).getType() == NAME) {
            k += 2;
        }
        return k > 1 && words.get(0).getType() == NAME && k + 2 < words.size() && words.get(k).getType() == ASSIGN
                && words.get(k + 1).getType() == NAME && words.get(k + 2).getType() == LPAREN;
    }

    /** Whether the brackets of such a statement hold parameters: names, each followed by a comma, what it ranges over, or the end. */
    static boolean hasParameters(List<Token> words) {
        int depth = 0;
        boolean first = true;
        for (int k = 1; k + 1 < words.size(); k++) {
            int type = words.get(k).getType();
            int next = words.get(k + 1).getType();
            depth += type == LPAREN || type == LBRACK ? 1 : type == RPAREN || type == RBRACK ? -1 : 0;
            if (depth == 0) {
                return true;
            }
            boolean begins = depth == 1 && (type == COMMA || first);
            first = false;
            if (begins && (next != NAME || k + 2 >= words.size() || !endsParameter(words.get(k + 2).getType()))) {
                return false;
            }
        }
        return false;
    }

    private static boolean endsParameter(int type) {
        return type == COMMA || type == RPAREN || type == IN;
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
