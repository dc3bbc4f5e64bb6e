package nabla.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.tensor.Offsets;
import nabla.tensor.Shape;

/** {@code permute(A, 0, 2, 1)}: the dimensions in another order, told by their numbers before. */
final class Permutation extends Selection {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.function("permute", a -> of(a.name(), a.node("A"), a.integers("axis")), Parameters.matrix("A"), Parameters.integers("axis"))
                    .shown(Map.of("axis", List.of(1, 0, 2)), Shape.of(11, 13, 7)),
            Parameters.function("transpose", a -> swapped(a.name(), a.node("A"), a.integer("axis", -2), a.integer("other", -1)),
                    Parameters.matrix("A"), Parameters.integer("axis", -2), Parameters.integer("other", -1))
                    .shown(Map.of("axis", List.of(0), "other", List.of(1)), Shape.of(11, 13, 7)));

    private static final OpFacts FACTS = OpFacts.of("permute", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.REARRANGES).gives(Result.MATRIX);

    private final List<Integer> order;

    private Permutation(Shape whole, List<Integer> order) {
        super(FACTS, whole, Shape.of(order.stream().mapToInt(whole::size).toArray()), order);
        this.order = order;
    }

    private static Node of(String name, Node a, List<Integer> written) {
        Shape shape = a.shape();
        List<Integer> order = written.stream().map(axis -> Axis.number(axis, shape)).toList();
        if (order.size() != shape.dimensions() || order.stream().distinct().count() < order.size()) {
            throw new ShapeMismatch("permute of " + shape + " needs each of its " + shape.dimensions() + " dimensions once, not " + written,
                    "permute(A, 0, 2, 1) exchanges the last two of three");
        }
        return permuted(name, a, order);
    }

    private static Node swapped(String name, Node a, int one, int other) {
        List<Integer> order = identity(a.shape().dimensions());
        int first = Axis.number(one, a.shape());
        int second = Axis.number(other, a.shape());
        order.set(first, second);
        order.set(second, first);
        return permuted(name, a, order);
    }

    private static List<Integer> identity(int dimensions) {
        List<Integer> order = new ArrayList<>();
        for (int d = 0; d < dimensions; d++) {
            order.add(d);
        }
        return order;
    }

    /** The dimensions of a node in another order; the last two exchanged are a transpose. */
    static Node permuted(String name, Node a, List<Integer> order) {
        int last = order.size() - 1;
        List<Integer> turned = identity(order.size());
        turned.set(last, last - 1);
        turned.set(last - 1, last);
        return new Apply(name, order.equals(turned) ? new Transpose() : new Gather(new Permutation(a.shape(), List.copyOf(order))), List.of(a));
    }

    @Override
    int[] find() {
        int[] steps = Offsets.steps(whole().sizes());
        return Offsets.of(part().sizes(), order.stream().mapToInt(d -> steps[d]).toArray());
    }

    @Override
    Formula taken(Formula whole) {
        List<Formula> arguments = new ArrayList<>(List.of(whole));
        order.forEach(d -> arguments.add(Formula.number(d)));
        return Formula.call(FACTS.symbol(), arguments, FACTS.notation());
    }

    @Override
    Formula put(Formula part) {
        return new Permutation(part(), inverse()).taken(part);
    }

    @Override
    Node back(Node gradient) {
        return permuted(null, gradient, inverse());
    }

    private List<Integer> inverse() {
        List<Integer> inverse = identity(order.size());
        for (int d = 0; d < order.size(); d++) {
            inverse.set(order.get(d), d);
        }
        return inverse;
    }
}
