package nabla.simplify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.op.Leaves;
import nabla.tensor.Tensor;

/**
 * Formulas of nodes: each operation written over its arguments, down to names. How long the formula would be is counted before it is
 * built, so a shared graph is never walked once per path.
 */
public final class Formulas {

    /** More leaves than this nobody reads. */
    public static final int LIMIT = 400;
    private static final int LARGEST_LITERAL = 36;

    private Formulas() { }

    /** The formula of a node over the named nodes it is computed from; empty if longer than {@link #LIMIT} leaves. */
    public static Optional<Formula> of(Node root) {
        return of(root, false, LIMIT);
    }

    /** The formula of a derivative: where it is a named node, other than what is differentiated, its name. */
    public static Optional<Formula> derivative(Node node, Node of) {
        return isCalled(node, of) ? Optional.of(Formula.name(node.name())) : of(node);
    }

    /** Whether a derivative is what a name of the text stands for. That of exp(x) is exp(x), whatever the name. */
    static boolean isCalled(Node node, Node of) {
        return node != of && node instanceof Apply && node.name() != null;
    }

    /**
     * The formula of a node.
     *
     * @param expand whether to go on behind names, down to the inputs
     * @param limit  the largest number of leaves, and of operations inside each other
     * @return empty if there are more, or if a constant has neither a name nor a short literal
     */
    public static Optional<Formula> of(Node root, boolean expand, int limit) {
        List<Node> order = order(root, expand);
        Map<Node, Integer> leaves = new IdentityHashMap<>(order.size());
        Map<Node, Formula> formulas = new IdentityHashMap<>(order.size());
        for (Node node : order) {
            int count = isLeaf(node, root, expand) ? 1 : count(node, leaves, limit);
            if (count > limit && node == root || node instanceof Constant constant && leaf(constant) == null) {
                return Optional.empty();
            }
            leaves.put(node, count);
        }
        for (Node node : order) {
            if (leaves.get(node) <= limit) {
                formulas.put(node, isLeaf(node, root, expand) ? leaf(node) : written((Apply) node, formulas));
            }
        }
        return Optional.of(formulas.get(root));
    }

    /** Leaves, or depth if that is more: writers of formulas may recurse. */
    private static int count(Node node, Map<Node, Integer> leaves, int limit) {
        long sum = 0;
        long deepest = 0;
        for (Node argument : node.arguments()) {
            sum += leaves.get(argument);
            deepest = Math.max(deepest, leaves.get(argument));
        }
        return (int) Math.min(Math.max(sum, deepest + 1), limit + 1L);
    }

    private static Formula written(Apply node, Map<Node, Formula> formulas) {
        List<Formula> arguments = new ArrayList<>(node.arguments().size());
        node.arguments().forEach(argument -> arguments.add(formulas.get(argument)));
        return node.op().formula(Collections.unmodifiableList(arguments));
    }

    /** Whether a node is not looked into. */
    static boolean isLeaf(Node node, Node root, boolean expand) {
        return node.arguments().isEmpty() || node.name() != null && node != root && !expand;
    }

    /** What is behind names is not walked. */
    static List<Node> order(Node root, boolean expand) {
        List<Node> order = new ArrayList<>();
        Map<Node, Boolean> done = new IdentityHashMap<>();
        Deque<Node> pending = new ArrayDeque<>();
        pending.push(root);
        while (!pending.isEmpty()) {
            Stop.ifAsked();
            Node node = pending.peek();
            Boolean state = done.get(node);
            if (state == null && !isLeaf(node, root, expand)) {
                done.put(node, false);
                for (Node argument : node.arguments()) {
                    if (!done.containsKey(argument)) {
                        pending.push(argument);
                    }
                }
            } else {
                if (!Boolean.TRUE.equals(state)) {
                    done.put(node, true);
                    order.add(node);
                }
                pending.pop();
            }
        }
        return order;
    }

    /** The formula of a node that is not looked into: its name, or that of a constant; null for a large constant without one. */
    static Formula leaf(Node node) {
        if (node.name() != null || !(node instanceof Constant constant)) {
            return named(node.name());
        }
        Tensor value = constant.value();
        if (value.shape().isScalar()) {
            return Formula.number(value.at(0));
        }
        List<Formula> sizes = Arrays.stream(value.shape().sizes()).mapToObj(Formula::number).toList();
        if (Matrices.isIdentity(value)) {
            return Leaves.eye(sizes.get(0));
        }
        if (Matrices.isUniform(value)) {
            double entry = value.at(0);
            Formula filled = Leaves.filled(entry, sizes);
            return entry == 0 || entry == 1 ? filled : Formula.infix("*", Formula.number(entry), filled);
        }
        return value.count() <= LARGEST_LITERAL ? literal(value) : null;
    }

    /** An upstream gradient {@code dL/dz} that stands for itself is a derivative. */
    private static Formula named(String name) {
        int over = name == null ? -1 : name.indexOf("/d");
        return over < 0 ? Formula.name(name) : new Formula.Derivative(name.substring(1, over), name.substring(over + 2));
    }

    private static Formula literal(Tensor value) {
        if (!value.shape().isMatrix()) {
            return nested(value, 0, 0, value.count());
        }
        List<List<Formula>> rows = new ArrayList<>();
        for (int i = 0; i < value.rows(); i++) {
            List<Formula> row = new ArrayList<>();
            for (int j = 0; j < value.columns(); j++) {
                row.add(Formula.number(value.get(i, j)));
            }
            rows.add(row);
        }
        return new Formula.Blocks(rows);
    }

    /** Lists in lists: what lies along a dimension, from an entry on. */
    private static Formula nested(Tensor value, int dimension, int first, int entries) {
        if (dimension == value.shape().dimensions()) {
            return Formula.number(value.at(first));
        }
        int size = value.shape().size(dimension);
        List<Formula> items = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            items.add(nested(value, dimension + 1, first + k * (entries / size), entries / size));
        }
        return new Formula.Tuple(items, true);
    }
}
