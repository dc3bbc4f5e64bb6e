package nabla.op;

import java.util.function.UnaryOperator;
import nabla.graph.Apply;
import nabla.graph.Node;

/**
 * A node read as {@code where(condition, inner, 0)} or {@code where(condition, 0, inner)}. Factors are multiplied into the gate, never
 * onto it: a branch that is not selected contributes exactly 0 although its derivative may be infinite there (0·∞ is not a number).
 *
 * @param open whether {@code inner} is what a true condition selects
 */
record Gate(Node condition, Node inner, boolean open) {

    /** The gate that a node is, or null. */
    static Gate of(Node node) {
        if (!ScaledNode.is(node, Ternary.WHERE)) {
            return null;
        }
        Node yes = node.arguments().get(1);
        Node no = node.arguments().get(2);
        if (ScaledNode.number(no) == 0) {
            return new Gate(node.arguments().get(0), yes, true);
        }
        return ScaledNode.number(yes) == 0 ? new Gate(node.arguments().get(0), no, false) : null;
    }

    /** What is done to a node is done inside its gate, if it is one. */
    static Node through(Node node, UnaryOperator<Node> operation) {
        Gate gate = of(node);
        return gate == null ? operation.apply(node) : gate.around(operation.apply(gate.inner));
    }

    /** The same gate around another node. */
    Node around(Node other) {
        return open ? Algebra.where(condition, other, Algebra.ZERO) : Algebra.where(condition, Algebra.ZERO, other);
    }

    /** This gate behind a further one: one gate, so that nested ones do not have to be walked through. Their product is not folded: it would be two gates. */
    Node behind(Node outer, boolean outerOpen) {
        if (outer == condition && outerOpen == open) {
            return around(inner);
        }
        Node both = new Apply(Binary.MUL, positive(outer, outerOpen), positive(condition, open));
        return Algebra.where(both, inner, Algebra.ZERO);
    }

    boolean same(Gate other) {
        return other != null && condition == other.condition && open == other.open;
    }

    private static Node positive(Node condition, boolean open) {
        return open ? condition : Algebra.where(condition, Algebra.ZERO, Algebra.ONE);
    }
}
