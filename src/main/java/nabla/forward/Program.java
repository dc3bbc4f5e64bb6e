package nabla.forward;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Topology;
import nabla.tensor.Tensor;

/**
 * A graph written out for evaluation: in place of operations that are graphs themselves stand their nodes, so that a change passes through
 * them like through any other, and only what it touches is computed. What the guards are distances of is found again in what is written out.
 */
public final class Program {

    private final Map<Node, Node> written = new IdentityHashMap<>();
    /** By operation and arguments, the nodes there are. */
    private final Map<Op, Map<List<Node>, Node>> known = new HashMap<>();
    private final Values values;

    /**
     * Writes a graph out.
     *
     * @param roots first the root whose every node may be changed; then others, whose nodes are not changed on their own
     * @param values the values of all of them
     * @param point the inputs
     */
    public Program(List<Node> roots, Values values, Map<Input, Tensor> point) {
        Tape tape = values.tape();
        boolean simple = true;
        for (int i = 0; i < tape.size() && simple; i++) {
            simple = !(tape.node(i) instanceof Apply use && use.op().isComposed());
        }
        if (simple) {
            this.values = values;
            return;
        }
        Topology.order(roots.subList(0, 1)).forEach(node -> write(node, false));
        Topology.order(roots).forEach(node -> write(node, true));
        this.values = Values.at(new Tape(roots.stream().map(this::of).toList()), point);
    }

    private void write(Node node, boolean shared) {
        if (node instanceof Apply use && !written.containsKey(node)) {
            List<Node> arguments = use.arguments().stream().map(this::of).toList();
            Node made = made(use, arguments, shared);
            written.put(node, made);
        }
    }

    private Node made(Apply use, List<Node> arguments, boolean shared) {
        if (!use.op().isComposed()) {
            return apply(use, arguments, shared);
        }
        List<Input> parameters = arguments.stream().map(argument -> new Input("argument", argument.shape())).toList();
        Node body = use.op().definition(new Apply(null, use.op(), parameters));
        Map<Node, Node> inside = new IdentityHashMap<>();
        for (int k = 0; k < arguments.size(); k++) {
            inside.put(parameters.get(k), arguments.get(k));
        }
        for (Node node : Topology.order(List.of(body))) {
            if (node instanceof Apply inner) {
                inside.put(node, made(inner, inner.arguments().stream().map(a -> inside.getOrDefault(a, a)).toList(), shared));
            }
        }
        Node result = inside.getOrDefault(body, body);
        // A change of the use is no change of its argument.
        return arguments.contains(result) ? apply(use, arguments, shared) : result;
    }

    private Node apply(Apply use, List<Node> arguments, boolean shared) {
        Map<List<Node>, Node> same = known.computeIfAbsent(use.op(), op -> new HashMap<>());
        Node old = shared ? same.get(arguments) : null;
        Node made = old != null ? old : arguments.equals(use.arguments()) ? use : new Apply(null, use.op(), arguments);
        same.putIfAbsent(arguments, made);
        return made;
    }

    /** The node that has taken the place of another. */
    public Node of(Node node) {
        return written.getOrDefault(node, node);
    }

    /** The values of what is written out. */
    public Values values() {
        return values;
    }
}
