package nabla.graph;

import java.util.List;
import nabla.matrix.Shape;

/**
 * A vertex of the computation graph: a matrix-valued quantity. Nodes have identity, not value equality: {@code u = x^2} and
 * {@code v = x^2} are two nodes, and structural hashing would walk a shared graph once per path.
 */
public abstract sealed class Node permits Input, Constant, Apply {

    private final String name;
    private final Shape shape;

    Node(String name, Shape shape) {
        this.name = name;
        this.shape = shape;
    }

    /** The name its user gave it, or null. */
    public final String name() {
        return name;
    }

    public final Shape shape() {
        return shape;
    }

    /** What it is computed from, in the order of the operation's parameters; empty for leaves. */
    public List<Node> arguments() {
        return List.of();
    }
}
