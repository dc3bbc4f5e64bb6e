package nabla.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * A graph grown at random, at one point.
 *
 * @param seed      what it was grown from
 * @param root      the scalar that is differentiated
 * @param leaves    with their values; one that is constant is the weight of an output that is not a scalar
 * @param hardships what makes it difficult
 * @param calls     the functions and operators it was made of
 */
record RandomGraph(long seed, Node root, List<Leaf> leaves, Set<Hardship> hardships, List<String> calls) {

    /** What makes a graph difficult to verify. */
    enum Hardship { NEAR_A_KINK, AT_A_KINK, SATURATED, CANCELLING }

    Model model() {
        return Model.of(Model.Ending.in(root), List.of(), leaves, seed);
    }

    Map<Input, Tensor> point() {
        Map<Input, Tensor> point = new IdentityHashMap<>();
        leaves.forEach(leaf -> point.put(leaf.node(), leaf.value()));
        return point;
    }

    /** The same with another root over the same leaves. */
    RandomGraph with(Node other) {
        return new RandomGraph(seed, other, leaves, hardships, calls);
    }

    /** The graph in the language, an operation a line; after it the seed. */
    String text() {
        List<Node> order = Topology.order(List.of(root));
        Names names = new Names(order);
        StringBuilder text = new StringBuilder("output ").append(names.of(root)).append('\n');
        for (Node node : order) {
            if (node instanceof Input input) {
                leaves.stream().filter(leaf -> leaf.node() == input).forEach(leaf -> text.append(leaf.constant() ? "const " : "")
                        .append(input.name()).append(" = ").append(TextFormula.text(literal(leaf.value()))).append('\n'));
            } else if (node instanceof Apply use) {
                List<Formula> arguments = use.arguments().stream().map(argument -> argument instanceof Constant constant
                        ? literal(constant.value()) : Formula.name(names.of(argument))).toList();
                text.append(names.of(use)).append(" = ").append(TextFormula.text(use.op().formula(arguments))).append('\n');
            }
        }
        return text.append("# seed ").append(seed).append(' ').append(hardships).toString();
    }

    private static Formula literal(Tensor value) {
        if (value.shape().isScalar()) {
            return Formula.number(value.at(0));
        }
        return nested(value, 0, 0);
    }

    /** Lists in lists: what lies along a dimension, from an entry on. */
    private static Formula nested(Tensor value, int dimension, int first) {
        Shape shape = value.shape();
        int step = 1;
        for (int d = dimension + 1; d < shape.dimensions(); d++) {
            step *= shape.size(d);
        }
        List<Formula> items = new ArrayList<>();
        for (int k = 0; dimension < shape.dimensions() && k < shape.size(dimension); k++) {
            items.add(nested(value, dimension + 1, first + k * step));
        }
        return dimension == shape.dimensions() ? Formula.number(value.at(first)) : new Formula.Tuple(items, true);
    }
}
