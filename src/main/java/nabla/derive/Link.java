package nabla.derive;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.report.Derivation.Rule;

/**
 * What the definition of a stop contributes to the gradient of another stop that it uses: its own gradient carried back through the
 * definition, over all routes inside it.
 *
 * @param from  the stop whose definition it is
 * @param to    the stop that is used
 * @param term  the contribution, of the shape of {@code to}
 * @param rules the rules used, from the outside in
 */
record Link(Apply from, Node to, Node term, List<Rule> rules) {

    /** The links of one stop to those below it, in the order of the text; {@code upstream} is its gradient. */
    static List<Link> of(Apply from, Node upstream, Way way, StepFormulas readable) {
        List<Apply> inside = way.inside(from);
        Map<Node, Node> adjoints = new IdentityHashMap<>();
        Map<Node, Set<Rule>> rules = new IdentityHashMap<>();
        adjoints.put(from, upstream);
        for (int k = inside.size() - 1; k >= 0; k--) {
            Apply use = inside.get(k);
            for (int i = 0; i < use.arguments().size(); i++) {
                if (way.isActive(use.argument(i))) {
                    String summed = carry(use, i, adjoints, readable);
                    Set<Rule> names = rules.computeIfAbsent(use.argument(i), node -> new LinkedHashSet<>());
                    names.addAll(rules.getOrDefault(use, Set.of()));
                    names.add(BookRules.of(use, i, way));
                    if (!summed.isEmpty()) {
                        names.add(Rule.named(summed));
                    }
                }
            }
        }
        return way.below(from).stream().map(to -> new Link(from, to, adjoints.getOrDefault(to, Algebra.zeros(to.shape())),
                telling(rules.get(to)))).toList();
    }

    /** Adding up and naming go without saying where there is more to say. */
    private static List<Rule> telling(Set<Rule> rules) {
        List<Rule> telling = rules.stream().filter(rule -> !rule.equals(BookRules.SUM) && !rule.equals(BookRules.SAME)).toList();
        return telling.isEmpty() ? List.of(rules.iterator().next()) : telling;
    }

    /** Adds what a use contributes to an argument; says over what it is summed, where the argument was stretched. */
    private static String carry(Apply use, int i, Map<Node, Node> adjoints, StepFormulas readable) {
        Node adjoint = adjoints.get(use);
        Node term = adjoint == null ? null : use.op().adjoint(i, use, adjoint);
        if (term == null) {
            return "";
        }
        Node argument = use.argument(i);
        adjoints.merge(argument, ReversePass.fit(term, argument.shape()), Algebra::add);
        return readable.summed(term.shape(), argument.shape());
    }
}
