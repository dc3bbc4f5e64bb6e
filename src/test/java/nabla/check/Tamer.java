package nabla.check;

import java.util.SplittableRandom;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.op.Binary;
import nabla.op.Leaves;
import nabla.op.Matmul;
import nabla.op.Softmaxes;
import nabla.op.Transpose;
import nabla.op.Unary;

/** Makes of an argument one that more operations take: of moderate size, positive, a probability, a regular matrix. */
final class Tamer {

    private final Pool pool;
    private final SplittableRandom random;

    Tamer(Pool pool, SplittableRandom random) {
        this.pool = pool;
        this.random = random;
    }

    Node tame(Node x) {
        return switch (random.nextInt(8)) {
            case 0 -> new Apply(Binary.ADD, new Apply(Binary.MUL, x, x), positive());
            case 1 -> new Apply(Binary.ADD, new Apply(Unary.ABS, x), positive());
            case 2 -> new Apply(Unary.SIGMOID, moderate(x));
            case 3 -> new Apply(new Softmaxes.Softmax(-1), moderate(x));
            case 4 -> new Apply(Unary.TANH, moderate(x));
            case 5 -> gram(moderate(x));
            case 6 -> new Apply(Unary.EXP, moderate(x));
            default -> moderate(x);
        };
    }

    /** x·xᵀ + c·I, or xᵀ·x for a row. */
    private Node gram(Node x) {
        Node turned = new Apply(new Transpose(), x);
        Node square = x.shape().rows() == 1 ? new Apply(new Matmul(), turned, x) : new Apply(new Matmul(), x, turned);
        return new Apply(Binary.ADD, square, new Apply(Binary.MUL, positive(), Leaves.eye(square.shape().rows())));
    }

    private Node positive() {
        return new Constant(random.nextDouble(0.1, 2));
    }

    /** x times a constant, the largest entry between 0.1 and 2. */
    private Node moderate(Node x) {
        double largest = pool.value(x).largest();
        return largest > 0.1 && largest < 2 || !(largest > 0) || Double.isInfinite(largest) ? x
                : new Apply(Binary.MUL, new Constant(random.nextDouble(0.1, 2) / largest), x);
    }
}
