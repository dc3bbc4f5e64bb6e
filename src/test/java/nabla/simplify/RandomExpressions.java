package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Leaves;
import nabla.op.Matmul;
import nabla.op.Stretch;
import nabla.op.Sum;
import nabla.op.Transpose;
import nabla.op.Unary;
import nabla.op.Winner;
import nabla.tensor.Shape;

/** Random graphs, with sharing: each new node applies a random operation to nodes that are there. */
final class RandomExpressions {

    private static final List<Op> SCALAR = List.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.DIV, Binary.ADD, Binary.MUL, Unary.NEG,
            Unary.EXP, Unary.LOG, Unary.SQRT, Unary.SIN, Unary.SIGMOID, Unary.TANH, Binary.GT, Unary.ABS, Unary.RELU, Winner.MAX);
    private static final List<Op> CIRCULAR = List.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.ADD, Binary.DIV, Binary.MUL, Unary.EXP, Unary.LOG);
    private static final List<Op> MATRIX = List.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.ADD, new Matmul(), new Matmul(), new Matmul(),
            new Transpose(), new Transpose(), new Sum(0), new Sum(1), new Sum(-1), Unary.NEG, Unary.SIGMOID,
            new Stretch(new Shape(2, 3)), new Stretch(new Shape(3, 3)));

    private final RandomGenerator random;
    private final List<Node> nodes = new ArrayList<>();

    private RandomExpressions(RandomGenerator random) {
        this.random = random;
    }

    /** A scalar expression of x, y and small numbers. */
    static Node scalar(RandomGenerator random, int operations) {
        RandomExpressions expressions = new RandomExpressions(random);
        expressions.add(new Input("x", Shape.SCALAR), new Input("y", Shape.SCALAR));
        for (double number : new double[] {1, 2, 3, 0.5, 0}) {
            expressions.add(Algebra.constant(number));
        }
        return expressions.grow(SCALAR, operations);
    }

    /** A scalar expression of squares of sines, cosines and their hyperbolic siblings, of exponentials and of small numbers. */
    static Node circular(RandomGenerator random, int operations) {
        RandomExpressions expressions = new RandomExpressions(random);
        Node x = new Input("x", Shape.SCALAR);
        expressions.add(x, Algebra.constant(2), new Apply(Unary.EXP, x), Algebra.constant(1), new Apply(Unary.LOG, new Apply(Unary.EXP, x)));
        for (Op op : List.of(Unary.SINH, Unary.COSH, Unary.SIN, Unary.COS)) {
            expressions.add(new Apply(Binary.POW, new Apply(op, x), Algebra.constant(2)));
        }
        return expressions.grow(CIRCULAR, operations);
    }

    /** A matrix expression of vectors, matrices and a scalar that fit together in many ways. */
    static Node matrix(RandomGenerator random, int operations) {
        RandomExpressions expressions = new RandomExpressions(random);
        expressions.add(new Input("A", new Shape(3, 3)), new Input("B", new Shape(3, 3)), new Input("X", new Shape(2, 3)),
                new Input("u", new Shape(3, 1)), new Input("w", new Shape(1, 3)), new Input("s", Shape.SCALAR),
                Leaves.eye(3), Algebra.constant(2), Algebra.ones(new Shape(3, 1)));
        return expressions.grow(MATRIX, operations);
    }

    private void add(Node... added) {
        nodes.addAll(List.of(added));
    }

    private Node grow(List<Op> operations, int count) {
        for (int made = 0; made < count;) {
            Node node = apply(operations.get(random.nextInt(operations.size())));
            if (node != null) {
                nodes.add(node);
                made++;
            }
        }
        return nodes.get(nodes.size() - 1);
    }

    /** Null where the arguments do not fit. */
    private Node apply(Op op) {
        Node a = recent();
        Node b = recent();
        try {
            return op instanceof Binary || op instanceof Matmul || op == Winner.MAX ? new Apply(op, a, b) : new Apply(op, a);
        } catch (ShapeMismatch mismatch) {
            return null;
        }
    }

    /** Mostly one of the last, so that expressions get deep. */
    private Node recent() {
        int back = random.nextBoolean() ? random.nextInt(Math.min(3, nodes.size())) : random.nextInt(nodes.size());
        return nodes.get(nodes.size() - 1 - back);
    }
}
