package nabla.derive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.report.Derivation.Path;
import nabla.report.Derivation.Step;
import nabla.tensor.Tensor;

/** The chain rule for numbers: local derivatives, multiplied along each path, added up over the paths. */
final class PathSum {

    /** More paths than this are not written out. */
    static final int MOST = 8;

    private final Way way;
    private final Map<Link, Step> steps = new LinkedHashMap<>();
    private final Map<Node, List<Link>> links = new IdentityHashMap<>();

    PathSum(Way way, DerivedNumbers numbers, StepFormulas readable) {
        this.way = way;
        List<Link> all = new ArrayList<>();
        for (Node stop : way.stops()) {
            if (stop instanceof Apply from && way.isShown(stop)) {
                List<Link> own = Link.of(from, Algebra.ONE, way, readable);
                links.put(from, own);
                all.addAll(own);
            }
        }
        DerivedNumbers.At values = numbers.at(all.stream().map(Link::term).toList());
        all.forEach(link -> steps.put(link, step(link, readable, values)));
    }

    private static Step step(Link link, StepFormulas readable, DerivedNumbers.At values) {
        Formula right = readable.of(link.term());
        return new Step(link.rules(), new Formula.Derivative(link.from().name(), link.to().name(), true), right, values.of(link.term()));
    }

    /** Whether a way is written out like this: between numbers, and along not too many paths. */
    static boolean fits(Way way, long count) {
        boolean scalars = way.stops().stream().allMatch(stop -> stop.shape().isScalar());
        return scalars && (count == 1 || count <= MOST && way.omitted() == 0);
    }

    /** How many paths lead from the upper end of a way to the lower; {@link Long#MAX_VALUE} for more. */
    static long count(Way way) {
        Map<Node, Long> counts = new IdentityHashMap<>();
        counts.put(way.by(), 1L);
        for (Node stop : way.stops()) {
            if (stop instanceof Apply from) {
                long count = 0;
                for (Node to : way.below(from)) {
                    long more = counts.getOrDefault(to, 0L);
                    count = count > Long.MAX_VALUE - more ? Long.MAX_VALUE : count + more;
                }
                counts.put(from, count);
            }
        }
        return counts.getOrDefault(way.of(), 0L);
    }

    /** The local derivatives, from below. */
    List<Step> locals() {
        return List.copyOf(steps.values());
    }

    /** Every path from the upper end down, in the order of the text. */
    List<Path> paths() {
        if (way.omitted() > 0) {
            List<Step> factors = new ArrayList<>(steps.values());
            Collections.reverse(factors);
            return List.of(new Path(factors, null, null));
        }
        List<Path> paths = new ArrayList<>();
        Deque<List<Link>> pending = new ArrayDeque<>();
        pending.push(List.of());
        while (!pending.isEmpty()) {
            List<Link> path = pending.pop();
            Node end = path.isEmpty() ? way.of() : path.get(path.size() - 1).to();
            if (end == way.by()) {
                paths.add(path(path.stream().map(steps::get).toList()));
            } else {
                List<Link> further = links.get(end);
                for (int k = further.size() - 1; k >= 0; k--) {
                    List<Link> longer = new ArrayList<>(path);
                    longer.add(further.get(k));
                    pending.push(longer);
                }
            }
        }
        return paths;
    }

    private static Path path(List<Step> factors) {
        Formula product = null;
        double value = 1;
        for (Step factor : factors) {
            value = factor.value() == null ? Double.NaN : value * factor.value().at(0);
            product = product == null ? factor.right() : product(product, factor.right());
        }
        boolean known = factors.get(0).value() != null;
        return new Path(factors, product, known ? Tensor.scalar(value) : null);
    }

    private static Formula product(Formula left, Formula right) {
        return left == null || right == null ? null : Formula.infix("*", left, right);
    }
}
