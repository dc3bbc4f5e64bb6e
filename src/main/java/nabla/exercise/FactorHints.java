package nabla.exercise;

import java.util.List;
import java.util.Set;
import nabla.backward.Gradients;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;

/** What there is to say of a product or a quotient whose two parts both depend on what is differentiated by, and of a sum that is stretched. */
final class FactorHints {

    private final AnswerWorking work;
    private final String by;
    private final Node target;
    private final Apply both;
    private final boolean spread;

    FactorHints(AnswerWorking work) {
        this.work = work;
        this.by = work.exercise().by();
        List<Node> order = Topology.order(List.of(work.model().root()));
        this.target = order.stream().filter(node -> by.equals(node.name())).findFirst().orElseThrow();
        Places active = Topology.dependents(order, List.of(target));
        Apply last = null;
        boolean stretched = false;
        for (Node node : order) {
            if (node instanceof Apply use && use.arguments().size() == 2) {
                boolean product = use.op().meaning() == Meaning.PRODUCT || use.op().meaning() == Meaning.QUOTIENT;
                last = product && active.contains(use.argument(0)) && active.contains(use.argument(1)) ? use : last;
                boolean sum = use.op().meaning() == Meaning.SUM && use.arguments().contains(target);
                stretched |= sum && use.shape().count() > target.shape().count() && !target.shape().isScalar();
            }
        }
        this.both = work.exercise().topic() == Topic.PRODUCTS_QUOTIENTS ? last : null;
        this.spread = stretched;
    }

    /** A question that leads to the rule; null where there is no such product. */
    String nudge() {
        if (both == null) {
            return null;
        }
        return both.op().meaning() == Meaning.QUOTIENT ? "There is " + by + " above and below the fraction bar: which rule is for that?"
                : "There is " + by + " in both factors" + (both == work.model().output() ? "" : " of " + text(both)) + ": which rule is for that?";
    }

    /** The rule, with the two parts named; null where there is no such product. */
    String rule() {
        if (both == null) {
            return null;
        }
        String rule = both.op().meaning() == Meaning.QUOTIENT ? "Quotient rule: (f/g)' = (f'*g - f*g')/g^2" : "Product rule: (f*g)' = f'*g + f*g'";
        return rule + ". One part is " + text(both.argument(0)) + ", the other is " + text(both.argument(1)) + ".";
    }

    /** The derivative of one part, the first that is more than a number, or else of both; null where there is no such product. */
    String step() {
        if (both == null) {
            return null;
        }
        for (Node part : both.arguments()) {
            if (part != target && !AnswerWorking.isNumber(slope(part))) {
                return "The derivative of " + text(part) + " by " + by + " is " + AnswerWorking.text(slope(part)) + ".";
            }
        }
        return "By " + by + " the derivative of " + text(both.argument(0)) + " is " + AnswerWorking.text(slope(both.argument(0))) + ", that of "
                + text(both.argument(1)) + " is " + AnswerWorking.text(slope(both.argument(1))) + ".";
    }

    /** Null where it is too long. */
    private Formula slope(Node part) {
        return Formulas.of(new Simplifier(Set.of()).simplify(Gradients.of(part, target))).orElse(null);
    }

    /** Whether the target is added to something larger, once for every row or column. */
    boolean isSpread() {
        return spread;
    }

    private static String text(Node node) {
        return node.name() != null ? node.name() : AnswerWorking.text(Formulas.of(node).orElse(null));
    }
}
