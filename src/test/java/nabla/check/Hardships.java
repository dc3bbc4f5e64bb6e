package nabla.check;

import java.util.List;
import java.util.SplittableRandom;
import nabla.check.RandomGraph.Hardship;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Concat;
import nabla.op.Extremes;
import nabla.op.Softmaxes;
import nabla.op.Ternary;
import nabla.op.Unary;
import nabla.op.Winner;
import nabla.tensor.Axes;
import nabla.tensor.Tensor;

/** Puts what is difficult to verify on a node: a kink that is near, units that are saturated, digits that cancel. */
final class Hardships {

    private static final List<Op> BENDS = List.of(Unary.RELU, Unary.ABS, Binary.PRELU, Binary.ELU);
    private static final List<Op> JUMPS = List.of(Unary.STEP, Unary.SIGN);
    private static final List<Op> FLAT = List.of(Unary.SIGMOID, Unary.TANH, Unary.SOFTPLUS, Unary.ERF, Unary.GELU, Unary.SILU, Unary.SOFTSIGN,
            new Softmaxes.Softmax(-1), new Softmaxes.LogSoftmax(Axes.ALL), new Softmaxes.LogSumExp(Axes.ALL));

    private final Pool pool;
    private final SplittableRandom random;

    Hardships(Pool pool, SplittableRandom random) {
        this.pool = pool;
        this.random = random;
    }

    Node put(Hardship hardship, Node x) {
        Node made = switch (hardship) {
            case AT_A_KINK -> kink(x, 0);
            case NEAR_A_KINK -> kink(x, Math.pow(10, random.nextDouble(-12, -3)) * (random.nextBoolean() ? 1 : -1));
            case SATURATED -> saturated(x);
            case CANCELLING -> cancelling(x);
        };
        pool.force(made);
        return made;
    }

    /** An entry at this distance from a kink; a leaf is solved for. */
    private Node kink(Node x, double distance) {
        int entry = random.nextInt(x.shape().count());
        int kind = random.nextInt(distance == 0 ? 4 : 5);
        if (kind == 0) {
            Op op = BENDS.get(random.nextInt(BENDS.size()));
            Node moved = moved(x, entry, distance);
            return op instanceof Unary ? new Apply(op, moved) : new Apply(op, moved, new Constant(0.2));
        } else if (kind == 1) {
            return new Apply(random.nextBoolean() ? Winner.MAX : Winner.MIN, x, other(x, entry, distance));
        } else if (kind == 2) {
            Node moved = moved(x, entry, 1 + distance);
            return new Apply(Ternary.CLIP, moved, new Constant(-1), new Constant(1));
        } else if (kind == 3) {
            Node y = other(x, entry, distance);
            int last = x.shape().dimensions() - 1;
            return new Apply(new Extremes.Extremum(random.nextBoolean(), Axes.of(last)), new Apply(new Concat(last, false), x, y));
        }
        Node jump = new Apply(JUMPS.get(random.nextInt(JUMPS.size())), moved(x, entry, distance));
        return new Apply(Binary.MUL, jump, x);
    }

    /** x + b, b a leaf, one entry of the sum being {@code target}. */
    private Node moved(Node x, int entry, double target) {
        Tensor at = pool.value(x);
        Node shift = pool.leaf(Tensor.of(x.shape(), k -> k == entry ? target - at.at(k) : random.nextDouble(-1, 1)));
        return new Apply(Binary.ADD, x, shift);
    }

    /** A leaf that differs from x by {@code distance} in one entry. */
    private Node other(Node x, int entry, double distance) {
        Tensor at = pool.value(x);
        return pool.leaf(Tensor.of(x.shape(), k -> at.at(k) + (k == entry ? distance : random.nextDouble(-1, 1))));
    }

    private Node saturated(Node x) {
        double largest = Math.max(pool.value(x).largest(), 1e-5);
        Node large = new Apply(Binary.MUL, new Constant(random.nextDouble(10, 40) / largest), x);
        return new Apply(FLAT.get(random.nextInt(FLAT.size())), large);
    }

    /** (x + c) − c, with c a constant or a leaf up to 10¹⁰ times as large. */
    private Node cancelling(Node x) {
        double size = Math.pow(10, random.nextDouble(2, 10)) * Math.max(pool.value(x).largest(), 1e-3);
        Node large = random.nextBoolean() ? Algebra.constant(Math.min(size, 1e9)) : pool.leaf(Tensor.scalar(-Math.min(size, 1e9)));
        return new Apply(Binary.SUB, new Apply(Binary.ADD, x, large), large);
    }
}
