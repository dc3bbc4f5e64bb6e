package nabla.mistake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.graph.Trait;
import nabla.op.Algebra;
import nabla.op.Substitution;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * The reverse pass from a root to some targets, and what it becomes when one term of it is another. The pass is linear in every
 * adjoint, so a changed term is carried on from where it arises and added: the rest of the pass is shared, not run again.
 */
final class Backprop {

    private final Node root;
    private final Node seed;
    private final List<Node> order;
    private final ReversePass pass;
    private final List<Map<Input, Tensor>> points;
    private final Map<Shape, Node> ones = new HashMap<>();

    /** Differentiates a scalar by everything it is computed from. */
    Backprop(Node root) {
        this(root, Algebra.ones(root.shape()));
    }

    /** Differentiates the root, given the gradient with respect to it, by everything it is computed from. */
    Backprop(Node root, Node seed) {
        this(root, seed, List.of());
    }

    /** The same, knowing values of the inputs: one that is a whole number at all of several points is taken for a size. */
    Backprop(Node root, Node seed, List<Map<Input, Tensor>> points) {
        this.points = points;
        this.root = root;
        this.seed = seed;
        this.order = Topology.order(List.of(root));
        this.pass = new ReversePass(root, seed, order);
    }

    Node root() {
        return root;
    }

    /** The gradient with respect to the root: 1 for a scalar. */
    Node seed() {
        return seed;
    }

    /** A number of examples or entries, as {@code m} or {@code rows(X)} in a divisor; NaN for what is none. */
    double size(Node node) {
        if (node instanceof Apply use && use.op().is(Trait.OF_SHAPE)) {
            return ((Constant) use.op().definition(use)).value().at(0);
        } else if (node.name() == null || !node.shape().isScalar()) {
            return Double.NaN;
        } else if (node instanceof Constant constant) {
            return constant.value().at(0);
        }
        List<Double> values = points.stream().map(point -> point.get(node)).filter(Objects::nonNull).map(value -> value.at(0)).distinct().toList();
        boolean fixed = node instanceof Input && points.size() > 1 && values.size() == 1 && values.get(0) == Math.rint(values.get(0));
        return fixed ? values.get(0) : Double.NaN;
    }

    /** The name of the gradient that comes from above; null for a scalar, where it is 1. */
    String upstream() {
        return seed instanceof Input ? seed.name() : null;
    }

    /** An upstream gradient of 1, the same for all uses: of a use of ten thousand arguments there would be ten thousand of it. */
    Node ones(Shape shape) {
        return ones.computeIfAbsent(shape, Algebra::ones);
    }

    /** Everything the root is computed from, arguments before their uses. */
    List<Node> order() {
        return order;
    }

    /** The gradient of the root with respect to a node. */
    Node gradient(Node node) {
        return pass.gradient(node);
    }

    /** Whether a gradient arrives at a node. */
    boolean isReached(Node node) {
        return pass.adjoint(node) != null;
    }

    /** How many terms add up to the gradient of a node. */
    int uses(Node node) {
        return pass.contributions(node).size();
    }

    /** What a change of the adjoint of a node adds to the gradient of a target. */
    Node carried(Node from, Node change, Node target) {
        return from == target ? change : new ReversePass(from, change, List.of(target)).gradient(target);
    }

    /** The gradient of the target as if a node had the value of another one, of the same shape, that does not depend on it. */
    Node asIf(Node node, Node other, Node target) {
        return new Backprop(new Substitution().put(node, other).of(root), seed).gradient(target);
    }

    /** The gradient of the target if the adjoint of a node were another. */
    Node instead(Node node, Node adjoint, Node target) {
        return Algebra.add(gradient(target), carried(node, Algebra.sub(adjoint, gradient(node)), target));
    }

    /**
     * A term in the shape of an argument: summed over the axes where it is larger, stretched where it is smaller.
     *
     * @return null if it cannot be
     */
    static Node fitted(Node term, Shape shape) {
        return term.shape().broadcast(shape) != null ? ReversePass.fit(term, shape) : null;
    }
}
