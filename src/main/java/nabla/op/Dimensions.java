package nabla.op;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.tensor.Shape;

/** The shapes in a matrix product, by which one sees why its factors stand where they stand: 4×2 = 4×3 @ 3×2. */
public final class Dimensions {

    private static final Matmul MATMUL = new Matmul();

    private Dimensions() { }

    /** The shape of the first matrix product that a formula shows, and those of its factors; empty if it shows none. */
    public static List<Shape> of(Node root) {
        Deque<Node> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            Node node = pending.poll();
            if (node instanceof Apply apply && (node == root || node.name() == null)) {
                if (apply.op().equals(MATMUL)) {
                    List<Shape> shapes = new ArrayList<>(List.of(apply.shape()));
                    factors(apply, shapes);
                    return shapes;
                }
                pending.addAll(apply.arguments());
            }
        }
        return List.of();
    }

    /** A product on the left of another needs no brackets; one on the right has them and is one factor. */
    private static void factors(Apply product, List<Shape> shapes) {
        Deque<Node> rights = new ArrayDeque<>();
        Node left = product;
        while (left instanceof Apply apply && apply.op().equals(MATMUL) && (left == product || left.name() == null)) {
            rights.push(apply.argument(1));
            left = apply.argument(0);
        }
        shapes.add(left.shape());
        rights.forEach(right -> shapes.add(right.shape()));
    }
}
