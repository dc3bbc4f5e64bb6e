package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayList;
import java.util.List;

/** {@code y = x^2 + 3x at x = 2}, as learners write it: the definition, and a value for each of its inputs. */
final class ValueClause {

    private ValueClause() { }

    /** The statements in one that defines a name and gives values; none for any other. Of {@code dW = … at x = 2} it is a claim that is meant. */
    static List<Sentence> parts(Sentence sentence) {
        boolean definition = sentence.problem() == null && sentence.type(0) == NAME && sentence.type(1) == ASSIGN;
        boolean claim = definition && sentence.word(0).getText().length() > 1 && sentence.word(0).getText().charAt(0) == 'd';
        int at = definition && !claim ? clause(sentence) : -1;
        if (at < 0) {
            return List.of();
        }
        List<Sentence> parts = new ArrayList<>(List.of(part(sentence, 0, at)));
        int start = at + 1;
        int depth = 0;
        for (int k = start; k < sentence.size(); k++) {
            depth += depth(sentence.type(k));
            if (depth == 0 && sentence.type(k) == COMMA && begins(sentence, k + 1)) {
                parts.add(part(sentence, start, k));
                start = k + 1;
            }
        }
        parts.add(part(sentence, start, sentence.size()));
        return parts;
    }

    private static Sentence part(Sentence sentence, int from, int to) {
        return new Sentence(List.copyOf(sentence.words().subList(from, to)), null);
    }

    /** Where {@code at} stands, after a value and before {@code x =}; −1 without one. */
    private static int clause(Sentence sentence) {
        int depth = 0;
        for (int k = 2; k < sentence.size(); k++) {
            depth += depth(sentence.type(k));
            if (depth == 0 && sentence.isName(k, "at") && Words.endsValue(sentence.type(k - 1)) && begins(sentence, k + 1)) {
                return k;
            }
        }
        return -1;
    }

    private static boolean begins(Sentence sentence, int k) {
        return sentence.type(k) == NAME && sentence.type(k + 1) == ASSIGN;
    }

    private static int depth(int type) {
        return switch (type) {
            case LPAREN, LBRACK -> 1;
            case RPAREN, RBRACK -> -1;
            default -> 0;
        };
    }
}
