package nabla.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.source.Diagnostic;
import nabla.source.Iteration;
import nabla.source.Span;
import nabla.tensor.Tensor;

/**
 * What a script means: a graph with its leaves, its output and the claims about it. Sizes are settled here; values of sampled leaves
 * are not.
 *
 * @param ending      the output
 * @param definitions the named nodes that are no leaves, in the order of the text
 * @param leaves      every input and const, in the order of the text; {@code upstream} last, as a const
 * @param claims      in the order of the text
 * @param reading     where all that stands in the text, and what is said about it
 * @param sizes       the names of sizes left free in the text, as constants, by the number chosen for them
 * @param seed        of everything random
 */
public record Model(Ending ending, List<Node> definitions, List<Leaf> leaves, List<Claim> claims, Reading reading, Map<Integer, Node> sizes, long seed) {

    /**
     * What a graph ends in.
     *
     * @param output   the node named as output, or null where the file has only definitions without variables
     * @param upstream the leaf {@code dC} of an output C that is not a scalar; null for a scalar
     * @param root     the scalar whose gradient is taken: the output itself, or ⟨dC, C⟩
     * @param others   what else could be the output, where the text does not say which it is
     */
    public record Ending(Node output, Input upstream, Node root, List<String> others) {

        public Ending(Node output, Input upstream, Node root) {
            this(output, upstream, root, List.of());
        }

        /** A scalar. */
        public static Ending in(Node scalar) {
            return new Ending(scalar, null, scalar);
        }
    }

    /**
     * Where a graph stands in the text, and what is said about that.
     *
     * @param origins     the place in the text of each node that was written (leaves, definitions, operations)
     * @param diagnostics errors, warnings and notes; statements with an error are left out of the rest
     * @param misfits     the errors that are about shapes: with inputs of other shapes there may be none
     * @param unjudged    definitions that can only be meant as claims, in the order of the text
     * @param steps       the steps of {@code for} blocks, by the names that are defined in them
     */
    public record Reading(Map<Node, Span> origins, List<Diagnostic> diagnostics, Set<Diagnostic> misfits, List<UnjudgedDefinition> unjudged,
            Map<String, Iteration> steps) {

        /** Of a text in which all shapes fit. */
        public Reading(Map<Node, Span> origins, List<Diagnostic> diagnostics) {
            this(origins, diagnostics, Set.of(), List.of(), Map.of());
        }
    }

    /** A graph that stands in no text. */
    public static Model of(Ending ending, List<Node> definitions, List<Leaf> leaves, long seed) {
        return new Model(ending, definitions, leaves, List.of(), new Reading(new IdentityHashMap<>(), List.of()), Map.of(), seed);
    }

    /** The node named as output, or null where the file has only definitions without variables. */
    public Node output() {
        return ending.output();
    }

    /** The leaf {@code dC} of an output C that is not a scalar; null for a scalar. */
    public Input upstream() {
        return ending.upstream();
    }

    /** The scalar whose gradient is taken: the output itself, or ⟨dC, C⟩. */
    public Node root() {
        return ending.root();
    }

    /** What else could be the output, where the text does not say which it is. */
    public List<String> ends() {
        return ending.others();
    }

    /** The place in the text of each node that was written (leaves, definitions, operations). */
    public Map<Node, Span> origins() {
        return reading.origins();
    }

    /** Errors, warnings and notes. */
    public List<Diagnostic> diagnostics() {
        return reading.diagnostics();
    }

    /** The errors that are about shapes: with inputs of other shapes there may be none. */
    public Set<Diagnostic> misfits() {
        return reading.misfits();
    }

    /** Definitions that can only be meant as claims, in the order of the text. */
    public List<UnjudgedDefinition> unjudged() {
        return reading.unjudged();
    }

    /** The steps of {@code for} blocks, by the names that are defined in them. */
    public Map<String, Iteration> steps() {
        return reading.steps();
    }

    /** The leaves whose rows add up to 1 at every point; of a column, the column does. */
    public Set<Node> distributions() {
        Set<Node> distributions = Collections.newSetFromMap(new IdentityHashMap<>());
        leaves.stream().filter(Leaf::isDistribution).forEach(leaf -> distributions.add(leaf.node()));
        return distributions;
    }

    /** The leaves without a negative entry at any point. */
    public Set<Node> nonnegative() {
        Set<Node> nonnegative = Collections.newSetFromMap(new IdentityHashMap<>());
        leaves.stream().filter(Leaf::isNonnegative).forEach(leaf -> nonnegative.add(leaf.node()));
        return nonnegative;
    }

    /** The same graph with a new value for every leaf that may have one. */
    public Model redrawn() {
        List<Leaf> free = leaves.stream().map(leaf -> leaf.domain().isFixed() ? leaf
                : new Leaf(leaf.node(), leaf.constant(), null, leaf.domain())).toList();
        return new Model(ending, definitions, free, claims, reading, sizes, seed + 1);
    }

    /** The same graph with other leaves on the same nodes. */
    public Model with(List<Leaf> others) {
        return new Model(ending, definitions, List.copyOf(others), claims, reading, sizes, seed);
    }

    /**
     * A definition whose name can only be meant as a gradient.
     *
     * @param text  as written
     * @param meant the derivative: {@code dL/dW}
     */
    public record UnjudgedDefinition(Span span, String text, String meant) { }

    /**
     * A leaf of the graph.
     *
     * @param constant whether no derivative is taken with respect to it
     * @param value    its value, or null if it is sampled
     * @param domain   what it is sampled from; for a leaf with a value, what it is redrawn from at further points
     */
    public record Leaf(Input node, boolean constant, Tensor value, Domain domain) {

        private boolean isDistribution() {
            return domain.isDistribution() || domain.isFixed() && value != null && addsUpToOne(value);
        }

        private boolean isNonnegative() {
            return domain.isFixed() ? value != null && Arrays.stream(value.data()).allMatch(entry -> entry >= 0) : domain.isNonnegative();
        }

        private static boolean addsUpToOne(Tensor value) {
            int size = value.columns() == 1 ? value.rows() : value.columns();
            for (int start = 0; start < value.count(); start += size) {
                double sum = 0;
                for (int k = start; k < start + size; k++) {
                    sum += value.at(k) >= 0 ? value.at(k) : Double.NaN;
                }
                if (sum != 1) {
                    return false;
                }
            }
            return size > 1;
        }
    }
}
