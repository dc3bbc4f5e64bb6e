package nabla.derive;

import nabla.graph.Apply;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.op.Blocks;
import nabla.op.Gather;
import nabla.report.Derivation.Rule;

/** The rule behind an operation's derivative, by the name that books give it and with what they say of it. */
final class BookRules {

    static final Rule SUM = Rule.named("sum rule");
    static final Rule SAME = Rule.named("same value");
    private static final Rule CONSTANT_FACTOR = Rule.named("constant factor");
    private static final Rule OTHER_PLACES = Rule.named("entries in other places");
    private static final Rule MATRIX_PRODUCT = new Rule("matrix product", "A matrix product passes back, to its first factor, what arrives @ the second one"
            + " transposed; to its second factor, the first one transposed @ what arrives.");
    private static final Rule TRANSPOSE = new Rule("transpose", "Behind a transpose what arrives is transposed back.");
    private static final Rule POWER = new Rule("power rule", "The slope of (…)^n is n*(…)^(n - 1).");
    private static final Rule RECIPROCAL = new Rule("reciprocal rule", "The slope of 1/(…) is -1/(…)^2.");

    private BookRules() { }

    /** The rule for argument i of a use; what varies on the way decides between the product rule and a constant factor. */
    static Rule of(Apply use, int i, Way way) {
        Op op = use.op();
        boolean both = use.arguments().size() == 2 && way.isActive(use.argument(1 - i));
        return switch (op.meaning()) {
            case SUM, DIFFERENCE -> SUM;
            case NEGATION -> CONSTANT_FACTOR;
            case IDENTITY -> SAME;
            case PRODUCT -> both ? Rule.named("product rule") : CONSTANT_FACTOR;
            case QUOTIENT -> both ? Rule.named("quotient rule") : i == 0 ? CONSTANT_FACTOR : RECIPROCAL;
            case POWER -> both ? Rule.named("general power rule") : i == 0 ? POWER : Rule.named("exponential rule");
            case CHOICE -> Rule.named("the branch chosen");
            case MATRIX_PRODUCT -> MATRIX_PRODUCT;
            case TRANSPOSE -> TRANSPOSE;
            case ENTRY_SUM -> Rule.named("sum of entries");
            case MEAN -> Rule.named("mean of entries");
            case STRETCH -> OTHER_PLACES;
            default -> op.is(Trait.REARRANGES) || op instanceof Blocks ? OTHER_PLACES
                    : op instanceof Gather ? Rule.named("some of the entries")
                    : op.written(i) != null ? Rule.named("hand-written rule of " + op.symbol()) : new Rule("derivative of " + op.symbol(), op.facts().lesson());
        };
    }
}
