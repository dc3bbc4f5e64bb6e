package nabla.backward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Tape;
import nabla.limit.Stop;
import nabla.op.Algebra;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/**
 * Reverse-mode differentiation that builds graph. From the output back to the targets, the adjoint of each node is the sum of one
 * term a use; the terms stay visible, because that sum is what the chain rule over several paths teaches. Printed, an adjoint is the
 * symbolic derivative; evaluated, it is backprop; differentiated again, the second derivative.
 *
 * <p>Broadcasting is undone here and in no rule: {@link #fit} sums a term over the axes along which its argument was stretched.
 * Only nodes on a path from a target to the output get an adjoint.
 */
public final class ReversePass {

    /** Of more nodes nobody reads a gradient as a whole. */
    private static final int LARGE = 2000;
    private static final String TERM = "term";

    private final Tape tape;
    /** The terms, by the argument that each is of, as the tape counts them; those of one node are a list that begins with the one made last. */
    private final Node[] terms;
    private final int[] following;
    /** By place, where that list begins; −1 for none. */
    private final int[] firsts;
    private final Node[] adjoints;
    private final boolean sealed;

    /**
     * Differentiates.
     *
     * @param root    the output L
     * @param seed    its own adjoint, of its shape: 1 for a scalar
     * @param targets the nodes whose gradients are wanted
     */
    public ReversePass(Node root, Node seed, Collection<? extends Node> targets) {
        this(root, seed, targets, Map.of());
    }

    /** The same, going on from adjoints that are given for some nodes in place of what it would work out. */
    public ReversePass(Node root, Node seed, Collection<? extends Node> targets, Map<Node, Node> given) {
        this(Tape.of(List.of(root)), seed, targets, given);
    }

    private ReversePass(Tape tape, Node seed, Collection<? extends Node> targets, Map<Node, Node> given) {
        this(tape, seed, tape.reached(targets), given, false);
    }

    /**
     * Differentiates for the numbers alone: of a large graph the gradients, read as formulas, have names in them that nobody gave.
     *
     * @param graph  with the output at its end
     * @param active by place, whether a node is a target or depends on one
     */
    public static ReversePass ofNumbers(Tape graph, Node seed, boolean[] active) {
        return new ReversePass(graph, seed, active, Map.of(), true);
    }

    private ReversePass(Tape tape, Node seed, boolean[] active, Map<Node, Node> given, boolean numbers) {
        this.tape = tape;
        int size = tape.size();
        sealed = numbers && size > LARGE;
        adjoints = new Node[size];
        firsts = new int[size];
        Arrays.fill(firsts, -1);
        terms = new Node[tape.start(size)];
        following = new int[terms.length];
        for (int i = size - 1; i >= 0; i--) {
            if (active[i]) {
                Node node = tape.node(i);
                adjoints[i] = i == size - 1 ? seed : !given.isEmpty() && given.containsKey(node) ? given.get(node) : total(firsts[i]);
                visit(i, active);
            }
        }
    }

    private void visit(int i, boolean[] active) {
        if (adjoints[i] != null && tape.node(i) instanceof Apply use) {
            for (int k = 0; k < tape.count(i); k++) {
                if (active[tape.argument(i, k)]) {
                    contribute(use, i, k);
                }
            }
        }
    }

    private void contribute(Apply use, int i, int k) {
        Stop.ifAsked();
        Node term = use.op().adjoint(k, use, adjoints[i]);
        if (term != null) {
            Node fitted = fit(term, use.argument(k).shape());
            int of = tape.argument(i, k);
            int number = tape.start(i) + k;
            terms[number] = sealed ? sealed(fitted) : fitted;
            following[number] = firsts[of];
            firsts[of] = number;
        }
    }

    /**
     * A term under a name: what has one is not looked into. Otherwise factors are collected in front all the way, which takes a second product
     * and a number for every operation.
     */
    private static Node sealed(Node term) {
        return term instanceof Apply use && use.name() == null ? use.named(TERM) : term;
    }

    private Node total(int first) {
        Node total = null;
        for (int k = first; k >= 0; k = following[k]) {
            total = total == null ? terms[k] : Algebra.add(total, terms[k]);
        }
        return total;
    }

    /** The term summed over the axes where it is larger than the shape, and stretched where it is smaller. */
    public static Node fit(Node term, Shape shape) {
        Shape whole = term.shape();
        if (whole.equals(shape)) {
            return term;
        }
        int extra = whole.dimensions() - shape.dimensions();
        int axes = 0;
        for (int d = 0; d < whole.dimensions(); d++) {
            axes |= d < extra && whole.size(d) > 1 || d >= extra && whole.size(d) > shape.size(d - extra) ? 1 << d : 0;
        }
        boolean all = whole.isMatrix() ? axes == 3 : shape.isScalar();
        Node fitted = axes == 0 ? term : Algebra.sum(term, all ? Axes.ALL : new Axes(axes));
        if (fitted.shape().dimensions() > shape.dimensions()) {
            int[] sizes = fitted.shape().sizes();
            fitted = Algebra.reshape(fitted, Shape.of(Arrays.copyOfRange(sizes, extra, sizes.length)));
        }
        return fitted.shape().equals(shape) ? fitted : Algebra.stretch(fitted, shape);
    }

    /** The gradient of the output with respect to a node, of the node's shape; null where it is identically zero. */
    public Node adjoint(Node node) {
        int place = tape.index(node);
        return place < 0 ? null : adjoints[place];
    }

    /** The same of the node at a place of the graph. */
    public Node adjoint(int place) {
        return adjoints[place];
    }

    /** The same with zeros where it is identically zero. */
    public Node gradient(Node node) {
        Node adjoint = adjoint(node);
        return adjoint == null ? Algebra.zeros(node.shape()) : adjoint;
    }

    /** Adds the terms that add up to the adjoint at a place of the graph to others, in the same order as {@link #contributions}. */
    public void addTerms(int place, List<Node> others) {
        for (int k = firsts[place]; k >= 0; k = following[k]) {
            others.add(terms[k]);
        }
    }

    /** The terms that add up to the adjoint, in the order of their uses, of one use the last argument first; empty for the output. */
    public List<Contribution> contributions(Node node) {
        int place = tape.index(node);
        List<Contribution> found = new ArrayList<>();
        for (int k = place < 0 ? -1 : firsts[place]; k >= 0; k = following[k]) {
            int use = tape.use(k);
            found.add(new Contribution((Apply) tape.node(use), k - tape.start(use), terms[k]));
        }
        return found;
    }
}
