package nabla.graph;

import java.util.List;
import nabla.tensor.Shape;

/**
 * A vertex of the computation graph: a matrix-valued quantity. Nodes have identity, not value equality: {@code u = x^2} and
 * {@code v = x^2} are two nodes, and structural hashing would walk a shared graph once per path.
 */
public abstract sealed class Node permits Input, Constant, Apply {

    /** Two threads may make a number twice: it is for hashing only. */
    private static int made;

    private final String name;
    private final Shape shape;
    private final int number = made++;

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

    /** Nodes made one after the other have neighbouring hashes, which walks over large graphs gain by; equality stays identity. */
    @Override
    public final int hashCode() {
        return number;
    }

    /** How many arguments it has. */
    public int arity() {
        return 0;
    }

    /** What it is computed from, in the order of the operation's parameters; empty for leaves. */
    public List<Node> arguments() {
        return List.of();
    }
}
