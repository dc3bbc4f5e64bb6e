package nabla.simplify;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Trait;

/** Knows which terms are nowhere negative, so that roots and logarithms of products may be taken factor by factor. */
final class Signs {

    private final Set<? extends Node> known;
    private final Memo<Boolean> nonnegative = new Memo<>(this::decide);

    Signs(Facts facts) {
        this.known = facts.nonnegative();
    }

    /** Whether no entry can be negative where the term has a value. */
    boolean isNonnegative(Term term) {
        return nonnegative.of(term);
    }

    private boolean decide(Term term) {
        return switch (term.kind()) {
            case NUMBER -> term.factor().sign() >= 0;
            case ATOM -> isNonnegative(term.node());
            case SUM -> term.weights().stream().allMatch(weight -> weight.sign() > 0) && all(term, this::isNonnegative);
            case PRODUCT -> product(term);
            case CHAIN -> all(term, this::isNonnegative);
            case CALL -> term.isCall(Trait.NONNEGATIVE) || term.isCall(Trait.KEEPS_SIGN) && all(term, this::isNonnegative);
        };
    }

    /** An even power is not negative, and neither is a root that has a value. */
    private boolean product(Term term) {
        for (int k = 0; k < term.arguments().size(); k++) {
            Coefficient exponent = term.weights().get(k);
            if (exponent.isWhole() && exponent.top().testBit(0) && !isNonnegative(term.argument(k))) {
                return false;
            }
        }
        return term.factor().sign() >= 0;
    }

    private boolean isNonnegative(Node node) {
        if (node instanceof Constant constant) {
            return Arrays.stream(constant.value().data()).allMatch(entry -> entry >= 0);
        }
        return known.contains(node) || node instanceof Apply apply && apply.op().is(Trait.NONNEGATIVE);
    }

    private static boolean all(Term term, Predicate<Term> test) {
        return term.arguments().stream().allMatch(test);
    }
}
