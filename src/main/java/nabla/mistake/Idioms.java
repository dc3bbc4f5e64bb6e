package nabla.mistake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.graph.Trait;
import nabla.op.Softmaxes;
import nabla.op.Substitution;
import nabla.op.Unary;
import nabla.tensor.Tensor;

/**
 * A graph in which functions that are written out stand as what they are, so that mistakes with their rules are found:
 * {@code 1/(1 + exp(-a))} as {@code sigmoid(a)}. They are recognised by their values, however they are written.
 *
 * @param copies what became of each node of the graph
 */
record Idioms(Node root, Map<Node, Node> copies) {

    private static final int MOST_NODES = 80;
    private static final int DEPTH = 8;
    /** What the last step of a written-out function may be. */
    private static final Set<Meaning> LAST = EnumSet.of(Meaning.QUOTIENT, Meaning.PRODUCT, Meaning.DIFFERENCE, Meaning.POWER, Meaning.LOGARITHM, Meaning.CHOICE,
            Meaning.LARGER, Meaning.SMALLER);
    private static final List<UnaryOperator<Node>> FUNCTIONS = functions();

    private static List<UnaryOperator<Node>> functions() {
        List<UnaryOperator<Node>> functions = new ArrayList<>();
        for (Unary unary : Unary.values()) {
            if (unary.is(Trait.WRITTEN_OUT)) {
                functions.add(x -> new Apply(unary, x));
            }
        }
        for (int axis : new int[] {1, 0, -1}) {
            functions.add(x -> x.shape().isScalar() ? null : new Apply(new Softmaxes.Softmax(axis), x));
        }
        return functions;
    }

    /** Puts the functions in their places; those that are there already stay. */
    static Idioms in(Node root, List<Map<Input, Tensor>> points) {
        Idioms idioms = new Idioms(root, new IdentityHashMap<>());
        List<Node> order = Topology.order(List.of(root));
        if (order.size() > MOST_NODES) {
            return idioms;
        }
        Substitution substitution = new Substitution();
        for (Node node : order) {
            if (node instanceof Apply use && LAST.contains(use.op().meaning())) {
                Node function = function(use, points);
                if (function != null) {
                    Apply known = (Apply) substitution.of(function);
                    substitution.put(use, new Apply(use.name(), known.op(), known.arguments()));
                }
            }
        }
        order.forEach(node -> idioms.copies.put(node, substitution.of(node)));
        return new Idioms(substitution.of(root), idioms.copies);
    }

    /** What a node of the graph is here. */
    Node of(Node node) {
        return copies.getOrDefault(node, node);
    }

    /** The function of something that it is computed from which a node is equal to; null if it is none. */
    private static Node function(Apply use, List<Map<Input, Tensor>> points) {
        Matches matches = new Matches(points, AnswerTolerance.NONE);
        List<Candidate> candidates = new ArrayList<>();
        for (Node x : before(use)) {
            for (UnaryOperator<Node> function : FUNCTIONS) {
                Node known = function.apply(x);
                if (known != null && x.shape().equals(use.shape())) {
                    candidates.add(new Candidate(0, Codes.of(), () -> "", known, use, List::of));
                }
            }
        }
        return matches.of(candidates).stream().map(Candidate::given).filter(known -> !matches.areSame(known.arguments().get(0), use))
                .findFirst().orElse(null);
    }

    /** What a use is computed from, the nearest first. */
    private static List<Node> before(Apply use) {
        List<Node> before = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        List<Node> level = List.of(use);
        for (int depth = 0; depth < DEPTH; depth++) {
            List<Node> next = new ArrayList<>();
            for (Node node : level) {
                node.arguments().stream().filter(argument -> argument.shape().equals(use.shape()) && seen.add(argument)).forEach(next::add);
            }
            before.addAll(next);
            level = next;
        }
        return before;
    }
}
