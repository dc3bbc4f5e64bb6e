package nabla.derive;

import nabla.graph.Apply;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.op.Blocks;
import nabla.op.Gather;

/** The name that books give to the rule behind an operation's derivative. */
final class Rule {

    static final String SUM = "sum rule";
    static final String SAME = "same value";

    private Rule() { }

    /** The rule for argument i of a use; what varies on the way decides between the product rule and a constant factor. */
    static String name(Apply use, int i, Way way) {
        Op op = use.op();
        boolean both = use.arguments().size() == 2 && way.isActive(use.argument(1 - i));
        return switch (op.meaning()) {
            case SUM, DIFFERENCE -> SUM;
            case NEGATION -> "constant factor";
            case IDENTITY -> SAME;
            case PRODUCT -> both ? "product rule" : "constant factor";
            case QUOTIENT -> both ? "quotient rule" : i == 0 ? "constant factor" : "reciprocal rule";
            case POWER -> both ? "general power rule" : i == 0 ? "power rule" : "exponential rule";
            case CHOICE -> "the branch chosen";
            case MATRIX_PRODUCT -> "matrix product";
            case TRANSPOSE -> "transpose";
            case ENTRY_SUM -> "sum of entries";
            case MEAN -> "mean of entries";
            case STRETCH -> "entries in other places";
            default -> op.is(Trait.REARRANGES) || op instanceof Blocks ? "entries in other places"
                    : op instanceof Gather ? "some of the entries"
                    : (op.written(i) != null ? "hand-written rule of " : "derivative of ") + op.symbol();
        };
    }
}
