package nabla.derive;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.backward.ReversePass;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.report.Derivation.Rule;
import nabla.report.Derivation.Step;

/** The chain rule node by node: the gradient at each, from the gradients at those that use it. */
final class BackwardSteps {

    private final Way way;
    private final Node seed;
    private final DerivedNumbers numbers;
    private final StepFormulas readable;

    /** {@code seed} is the gradient at the upper end: 1, or a name where that is no scalar. */
    BackwardSteps(Way way, Node seed, DerivedNumbers numbers, StepFormulas readable) {
        this.way = way;
        this.seed = seed;
        this.numbers = numbers;
        this.readable = readable;
    }

    /** From the upper end down. */
    List<Step> steps() {
        Map<Node, Node> totals = new IdentityHashMap<>();
        Map<Node, Set<Rule>> rules = new IdentityHashMap<>();
        Map<Node, Integer> uses = new IdentityHashMap<>();
        List<Node> shown = new ArrayList<>();
        for (int k = way.stops().size() - 1; k >= 0; k--) {
            Node stop = way.stops().get(k);
            if (stop != way.of() && way.isShown(stop)) {
                shown.add(stop);
            }
            if (stop instanceof Apply from) {
                Node upstream = stop == way.of() ? seed : gradient(stop);
                for (Link link : Link.of(from, upstream, way, readable)) {
                    totals.merge(link.to(), link.term(), Algebra::add);
                    uses.merge(link.to(), 1, Integer::sum);
                    rules.computeIfAbsent(link.to(), to -> new LinkedHashSet<>()).addAll(link.rules());
                }
            }
        }
        ReversePass pass = seed == Algebra.ONE ? new ReversePass(way.of(), seed, shown) : null;
        List<Node> adjoints = pass == null ? List.of() : shown.stream().map(pass::gradient).toList();
        DerivedNumbers.At values = numbers.at(adjoints);
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < shown.size(); k++) {
            Node stop = shown.get(k);
            Node total = readable.node(totals.get(stop));
            Formula right = readable.formula(total);
            List<Rule> names = new ArrayList<>(rules.get(stop));
            if (uses.get(stop) > 1) {
                names.add(0, Rule.named("sum over " + uses.get(stop) + " uses"));
            }
            steps.add(new Step(names, left(stop), right, pass == null ? null : values.of(adjoints.get(k)), readable.shapes(total)));
        }
        return steps;
    }

    private Input gradient(Node stop) {
        return new Input("d" + (seed == Algebra.ONE ? way.of().name() + "/d" : "") + stop.name(), stop.shape());
    }

    private Formula left(Node stop) {
        return seed == Algebra.ONE ? new Formula.Derivative(way.of().name(), stop.name()) : Formula.name("d" + stop.name());
    }
}
