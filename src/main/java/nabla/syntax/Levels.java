package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Counts how deep the tree of a sentence would be, and how long its names are, before anything recurses along it. A chain of signs
 * between values leans to the left, where everybody walks in a loop: it does not count.
 */
final class Levels {

    private final Deque<Level> open = new ArrayDeque<>();
    private boolean afterValue;

    private Levels() {
        open.push(new Level());
    }

    /** Throws {@link UnreadableSentence} where a limit is exceeded. */
    static void check(List<Token> words) {
        if (words.size() > Limits.WORDS) {
            throw new UnreadableSentence(Limits.refusal(Words.span(words.get(0)), "more than " + Limits.WORDS + " words in one statement",
                    "divide it into several definitions, or read data with csv"));
        }
        Levels levels = new Levels();
        for (int k = 0; k < words.size(); k++) {
            Token word = words.get(k);
            levels.count(word);
        }
    }

    private void count(Token word) {
        switch (word.getType()) {
            case LPAREN, LBRACK -> open.push(new Level());
            case RPAREN, RBRACK -> {
                int depth = open.pop().depth();
                open.peek().inner = Math.max(open.peek().inner, depth + 1);
            }
            case COMMA, SEMICOLON, COLON, ASSIGN, EQUAL, TIMES, DOT, DIVIDE, MATMUL, IMPLIED -> open.peek().divide();
            case POWER, SUPERSCRIPT, PRIME, TRANSPOSE, MEMBER, ROOT -> nest(word);
            case PLUS, MINUS -> {
                if (afterValue) {
                    open.peek().divide();
                } else {
                    nest(word);
                }
            }
            default -> { }
        }
        afterValue = Words.endsValue(word.getType());
    }

    private void nest(Token word) {
        open.peek().operators++;
        if (open.peek().depth() > Limits.LEVELS) {
            throw new UnreadableSentence(Limits.refusal(Words.span(word),
                    "more than " + Limits.LEVELS + " operations nested in one statement", "divide it into several definitions"));
        }
    }

    /** Throws {@link UnreadableSentence} where a name is too long. */
    static void checkNames(List<Token> words) {
        for (int k = 0; k < words.size(); k++) {
            Token word = words.get(k);
            boolean name = word.getType() == NAME || word.getType() == DIFFERENTIAL;
            if (name && word.getText().length() > Limits.LETTERS) {
                throw new UnreadableSentence(Limits.refusal(Words.span(word), "a name of more than " + Limits.LETTERS + " letters", null));
            }
        }
    }

    /** What stands between two brackets, or outside all. */
    private static final class Level {
        private int operators;
        private int inner;
        private int before;

        private int depth() {
            return Math.max(before, operators + inner);
        }

        private void divide() {
            before = depth();
            operators = 0;
            inner = 0;
        }
    }
}
