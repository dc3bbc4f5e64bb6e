package nabla.backward;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Node;
import nabla.op.Algebra;

/** Gradients of a scalar, as nodes. */
public final class Gradients {

    private Gradients() { }

    /** The gradient of a scalar with respect to each target, of the target's shape; a zero constant where there is no dependence. */
    public static Map<Node, Node> of(Node root, Collection<? extends Node> targets) {
        ReversePass pass = new ReversePass(root, Algebra.ones(root.shape()), targets);
        Map<Node, Node> gradients = new IdentityHashMap<>();
        targets.forEach(target -> gradients.put(target, pass.gradient(target)));
        return gradients;
    }

    /** The gradient with respect to one target. */
    public static Node of(Node root, Node target) {
        return of(root, List.of(target)).get(target);
    }
}
