package nabla.derive;

import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.op.Binary;
import nabla.op.HandWritten;
import nabla.op.Ternary;
import nabla.op.Unary;

/** The name that books give to the rule behind an operation's derivative. */
final class Rule {

    static final String SUM = "sum rule";
    static final String SAME = "same value";

    private Rule() { }

    /** The rule for argument i of a use; what varies on the way decides between the product rule and a constant factor. */
    static String name(Apply use, int i, Way way) {
        if (use.op() instanceof Binary binary) {
            Node other = use.argument(1 - i);
            return binary(binary, i, way.isActive(other), other == use.argument(i));
        } else if (use.op() instanceof Unary unary) {
            return unary == Unary.NEG ? "constant factor" : unary == Unary.IDENTITY ? SAME : derivative(unary.symbol());
        } else if (use.op() == Ternary.WHERE) {
            return "the branch chosen";
        }
        return use.op() instanceof HandWritten ? "hand-written rule of " + use.op().symbol() : of(use.op().symbol());
    }

    private static String binary(Binary op, int i, boolean both, boolean same) {
        return switch (op) {
            case ADD, SUB -> SUM;
            case MUL -> both ? "product rule" : "constant factor";
            case DIV -> both ? "quotient rule" : i == 0 ? "constant factor" : "reciprocal rule";
            case POW -> both ? "general power rule" : i == 0 ? "power rule" : "exponential rule";
            default -> derivative(op.symbol());
        };
    }

    private static String of(String symbol) {
        return switch (symbol) {
            case "matmul" -> "matrix product";
            case "transpose" -> "transpose";
            case "sum" -> "sum of entries";
            case "mean" -> "mean of entries";
            case "stretch", "reshape", "blocks" -> "entries in other places";
            case "slice" -> "some of the entries";
            default -> derivative(symbol);
        };
    }

    private static String derivative(String symbol) {
        return "derivative of " + symbol;
    }
}
