package nabla.simplify;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.op.Binary;
import nabla.op.Matmul;
import nabla.op.Sum;
import nabla.op.Transpose;
import nabla.op.Unary;

/** One-step changes of a formula that make it another in most places: what a slip of the pen does. */
final class Changes {

    private static final List<List<Op>> TAKEN_FOR_EACH_OTHER = List.of(List.of(Binary.ADD, Binary.SUB, Binary.MUL),
            List.of(Binary.MUL, Binary.DIV), List.of(Unary.SIN, Unary.TANH, Unary.SIGMOID), List.of(Unary.EXP, Unary.SIGMOID),
            List.of(Unary.LOG, Unary.SQRT), List.of(Unary.ABS, Unary.NEG), List.of(Binary.GT, Binary.LT), List.of(new Matmul(), Binary.MUL));

    private Changes() { }

    /** All of them; each returns null where it does not apply. */
    static List<UnaryOperator<Node>> all(RandomGenerator random) {
        return List.of(
                node -> otherOperation(node, random),
                node -> new Apply(Unary.NEG, node),
                node -> new Apply(Binary.MUL, new Constant(1 + 1 / (2.0 + random.nextInt(8))), node),
                node -> new Apply(Binary.ADD, node, new Constant(random.nextBoolean() ? 1 : -0.125)),
                node -> node instanceof Apply apply && apply.arguments().size() == 2 ? apply.argument(random.nextInt(2)) : null,
                node -> node instanceof Apply apply && apply.arguments().size() == 2 ? turned(apply) : null,
                node -> node instanceof Apply apply && apply.arguments().size() == 1 ? apply.argument(0) : null,
                node -> node instanceof Constant constant && constant.value().shape().isScalar()
                        ? new Constant(constant.value().at(0) + 1) : null,
                node -> node instanceof Input && node.shape().rows() == node.shape().columns() ? new Apply(new Transpose(), node) : null,
                node -> new Apply(Unary.ABS, node),
                node -> node instanceof Apply apply && apply.op() instanceof Sum ? new Apply(new Sum(1), apply.argument(0)) : null,
                node -> new Apply(Binary.POW, node, new Constant(2)));
    }

    private static Node turned(Apply apply) {
        return fits(apply.op(), List.of(apply.argument(1), apply.argument(0)));
    }

    private static Node otherOperation(Node node, RandomGenerator random) {
        if (!(node instanceof Apply apply)) {
            return null;
        }
        List<List<Op>> families = TAKEN_FOR_EACH_OTHER.stream().filter(family -> family.contains(apply.op())).toList();
        if (families.isEmpty()) {
            return null;
        }
        List<Op> family = families.get(random.nextInt(families.size()));
        Op other = family.get(random.nextInt(family.size()));
        return other.equals(apply.op()) ? null : fits(other, apply.arguments());
    }

    private static Node fits(Op op, List<Node> arguments) {
        try {
            return new Apply(null, op, arguments);
        } catch (ShapeMismatch mismatch) {
            return null;
        }
    }
}
