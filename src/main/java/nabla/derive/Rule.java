package nabla.derive;

import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.op.Binary;
import nabla.op.Blocks;
import nabla.op.Gather;
import nabla.op.HandWrittenOp;
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
            return unary.meaning() == Meaning.NEGATION ? "constant factor" : unary.meaning() == Meaning.IDENTITY ? SAME : derivative(unary.symbol());
        }
        return use.op() instanceof HandWrittenOp ? "hand-written rule of " + use.op().symbol() : of(use.op());
    }

    private static String binary(Binary op, int i, boolean both, boolean same) {
        return switch (op.meaning()) {
            case SUM, DIFFERENCE -> SUM;
            case PRODUCT -> both ? "product rule" : "constant factor";
            case QUOTIENT -> both ? "quotient rule" : i == 0 ? "constant factor" : "reciprocal rule";
            case POWER -> both ? "general power rule" : i == 0 ? "power rule" : "exponential rule";
            default -> derivative(op.symbol());
        };
    }

    private static String of(Op op) {
        return switch (op.meaning()) {
            case CHOICE -> "the branch chosen";
            case MATRIX_PRODUCT -> "matrix product";
            case TRANSPOSE -> "transpose";
            case ENTRY_SUM -> "sum of entries";
            case MEAN -> "mean of entries";
            case STRETCH -> "entries in other places";
            default -> op.is(Trait.REARRANGES) || op instanceof Blocks ? "entries in other places"
                    : op instanceof Gather ? "some of the entries" : derivative(op.symbol());
        };
    }

    private static String derivative(String symbol) {
        return "derivative of " + symbol;
    }
}
