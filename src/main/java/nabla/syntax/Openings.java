package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Whether a line begins like a statement: where that happens inside an open bracket, the bracket was forgotten. */
final class Openings {

    private static final Set<String> KEYWORDS = Set.of("const", "output", "seed", "op", "mlp", "train", "for", "question", "credit", "forward", "backward");

    private Openings() { }

    /**
     * Whether these words, the first ones of a line, begin a statement.
     *
     * @param argument whether {@code name =} may be the argument of a call
     * @param parameters whether {@code name in} may be a parameter of an operation
     */
    static boolean begin(List<Token> line, boolean argument, boolean parameters) {
        if (derivative(line)) {
            return true;
        }
        return switch (type(line, 0)) {
            case RBRACE -> true;
            case TEXT -> type(line, 1) == ASSIGN;
            case NAME -> name(line, argument, parameters);
            default -> false;
        };
    }

    private static boolean name(List<Token> line, boolean argument, boolean parameters) {
        int k = 1;
        while (type(line, k) == COMMA && type(line, k + 1) == NAME) {
            k += 2;
        }
        return switch (type(line, k)) {
            case IN -> !parameters;
            case EQUAL -> k == 1;
            case ASSIGN -> k == 1 && !argument;
            case NAME, NUMBER, TEXT, LBRACE -> k == 1 && KEYWORDS.contains(line.get(0).getText());
            default -> false;
        };
    }

    private static boolean derivative(List<Token> line) {
        int k = type(line, 0) == PARTIAL ? 1 : 0;
        return type(line, k) == NAME && type(line, k + 1) == DIVIDE
                && type(line, 2 * k + 2) == NAME && isSign(type(line, 2 * k + 3));
    }

    private static boolean isSign(int type) {
        return type == ASSIGN || type == EQUAL;
    }

    private static int type(List<Token> line, int k) {
        return k < line.size() ? line.get(k).getType() : Token.EOF;
    }
}
