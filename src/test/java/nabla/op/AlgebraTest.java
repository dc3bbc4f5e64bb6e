package nabla.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Topology;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is folded, and that folding changes neither a shape nor a value. */
class AlgebraTest {

    private static final Shape WIDE = new Shape(2, 3);
    private final Node x = new Input("x", Shape.SCALAR);
    private final Node y = new Input("y", Shape.SCALAR);
    private final Node a = new Input("A", WIDE);
    private final Node row = new Input("r", new Shape(1, 3));

    private static void prints(String expected, Node node) {
        assertEquals(expected, Printed.of(node));
    }

    @Test
    void zerosAndOnesVanish() {
        assertSame(x, Algebra.add(x, Algebra.ZERO));
        assertSame(x, Algebra.sub(x, Algebra.ZERO));
        assertSame(x, Algebra.mul(Algebra.ONE, x));
        assertSame(x, Algebra.div(x, Algebra.ONE));
        assertSame(x, Algebra.pow(x, 1));
        assertSame(x, Algebra.neg(Algebra.neg(x)));
        assertSame(a, Algebra.transpose(Algebra.transpose(a)));
        prints("1", Algebra.pow(x, 0));
        prints("0", Algebra.mul(x, Algebra.ZERO));
        prints("0", Algebra.div(Algebra.ZERO, x));
        prints("-x", Algebra.sub(Algebra.ZERO, x));
    }

    @Test
    void foldedResultsKeepTheirShape() {
        prints("zeros(2, 3)", Algebra.mul(a, Algebra.ZERO));
        prints("ones(2, 3)", Algebra.pow(a, 0));
        prints("zeros(2, 3)", Algebra.sub(a, a));
        prints("(x * ones(2, 3))", Algebra.add(x, Algebra.zeros(WIDE)));
        prints("(r * ones(2, 3))", Algebra.mul(row, Algebra.ones(WIDE)));
        prints("zeros(2, 2)", Algebra.matmul(Algebra.zeros(WIDE), Algebra.transpose(a)));
    }

    @Test
    void factorsAreCollectedInFront() {
        prints("(6 * x)", Algebra.mul(Algebra.mul(2, x), Algebra.constant(3)));
        prints("-(x * y)", Algebra.mul(Algebra.neg(x), y));
        prints("(0.3 * x)", Algebra.mul(3, Algebra.mul(0.1, x)));
        prints("(2 * x)", Algebra.add(x, x));
        prints("(3 * x)", Algebra.add(Algebra.mul(2, x), x));
        prints("(x - y)", Algebra.add(x, Algebra.neg(y)));
        prints("(x + (2 * y))", Algebra.sub(x, Algebra.mul(-2, y)));
        prints("(y - x)", Algebra.add(Algebra.neg(x), y));
        prints("(x / y)", Algebra.mul(x, Algebra.div(Algebra.ONE, y)));
        prints("-(1 / x)", Algebra.div(Algebra.constant(-1), x));
        prints("(1 / 3)", Algebra.div(Algebra.ONE, Algebra.constant(3)));
        prints("log(2)", Algebra.log(Algebra.constant(2)));
        prints("(2 * sum(A))", Algebra.sum(Algebra.mul(2, a)));
    }

    @Test
    void stretchingIsLeftToTheOtherFactor() {
        prints("(x * A)", Algebra.mul(Algebra.stretch(x, WIDE), a));
        prints("(6 * x)", Algebra.sum(Algebra.stretch(x, WIDE)));
        prints("(2 * sum(r))", Algebra.sum(Algebra.stretch(row, WIDE)));
        prints("(2 * r)", Algebra.sum(Algebra.stretch(row, WIDE), 0));
        prints("(sum(r, axis=1) * ones(2, 1))", Algebra.sum(Algebra.stretch(row, WIDE), 1));
        assertSame(a, Algebra.stretch(a, WIDE));
        assertSame(a, Algebra.reshape(Algebra.reshape(a, new Shape(3, 2)), WIDE));
    }

    @Test
    void aNameIsKept() {
        Node size = new Constant("m", Tensor.scalar(1));
        prints("(x / m)", Algebra.div(x, size));
        prints("(m * x)", Algebra.mul(size, x));
        Node named = new Apply("v", Unary.NEG, List.of(x));
        prints("-v", Algebra.neg(named));
    }

    @Test
    void aGateStaysOutsideSoThatTheBranchNotTakenCountsNothing() {
        Node open = Algebra.gt(x, Algebra.ZERO);
        Node gate = Algebra.where(open, y, Algebra.ZERO);
        prints("where((x > 0), (y / x), 0)", Algebra.div(gate, x));
        prints("where((x > 0), (2 * y), 0)", Algebra.add(gate, gate));
        prints("where((x > 0), (y * A), 0)", Algebra.mul(Algebra.stretch(gate, WIDE), a));
        prints("where(((y > 0) * (x > 0)), y, 0)", Algebra.where(Algebra.gt(y, Algebra.ZERO), gate, Algebra.ZERO));
        prints("where((x > 0), 0, -(x * y))", Algebra.mul(x, Algebra.neg(Algebra.where(open, Algebra.ZERO, y))));
        Node slope = Algebra.div(Algebra.ONE, Algebra.mul(2, Algebra.sqrt(x)));
        assertEquals(0, Evaluation.value(Algebra.mul(gate, slope), values(-1)).at(0));
    }

    @Test
    void doublingsStaySmall() {
        Node sum = x;
        for (int k = 0; k < 40; k++) {
            sum = Algebra.add(sum, sum);
        }
        prints("(1099511627776 * x)", sum);
        Node shared = Algebra.sin(x);
        for (int k = 0; k < 40; k++) {
            shared = Algebra.add(Algebra.mul(shared, y), shared);
        }
        assertEquals(2 + 1 + 80, Topology.order(List.of(shared)).size());
    }

    /** Random sums, products, quotients and powers, folded and plain, over zeros, ones and signs. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void foldingChangesNeitherShapeNorValue(int seed) {
        Random random = new Random(seed);
        List<Node> folded = new ArrayList<>(List.of(x, y, a, row, Algebra.ZERO, Algebra.ONE, new Constant(-2), Algebra.zeros(WIDE)));
        List<Node> plain = new ArrayList<>(folded);
        for (int step = 0; step < 400; step++) {
            int i = random.nextInt(folded.size());
            int j = random.nextInt(folded.size());
            int kind = random.nextInt(9);
            folded.add(folded(kind, folded.get(i), folded.get(j)));
            plain.add(plain(kind, plain.get(i), plain.get(j)));
            assertEquals(plain.get(plain.size() - 1).shape(), folded.get(folded.size() - 1).shape());
            Tensor expected = Evaluation.value(plain.get(plain.size() - 1), values(0.75));
            Tensor actual = Evaluation.value(folded.get(folded.size() - 1), values(0.75));
            if (!expected.isFinite() || expected.largest() > 1e6) {
                folded.remove(folded.size() - 1);
                plain.remove(plain.size() - 1);
                continue;
            }
            for (int k = 0; k < expected.count(); k++) {
                assertEquals(expected.at(k), actual.at(k), 1e-7, Printed.of(folded.get(folded.size() - 1)));
            }
            if (folded.size() > 30) {
                folded.subList(8, 19).clear();
                plain.subList(8, 19).clear();
            }
        }
    }

    private static Node folded(int kind, Node u, Node v) {
        return switch (kind) {
            case 0 -> Algebra.add(u, v);
            case 1 -> Algebra.sub(u, v);
            case 2 -> Algebra.mul(u, v);
            case 3 -> Algebra.neg(u);
            case 4 -> Algebra.sum(u, 1);
            case 5 -> Algebra.where(Algebra.gt(u, v), u, Algebra.ZERO);
            case 6 -> Algebra.tanh(u);
            case 7 -> Algebra.sum(Algebra.matmul(u, Algebra.transpose(u)));
            default -> Algebra.div(u, Algebra.add(Algebra.ONE, Algebra.pow(v, 2)));
        };
    }

    private static Node plain(int kind, Node u, Node v) {
        return switch (kind) {
            case 0 -> apply(Binary.ADD, u, v);
            case 1 -> apply(Binary.SUB, u, v);
            case 2 -> apply(Binary.MUL, u, v);
            case 3 -> apply(Unary.NEG, u);
            case 4 -> apply(new Sum(1), u);
            case 5 -> apply(Ternary.WHERE, apply(Binary.GT, u, v), u, Algebra.ZERO);
            case 6 -> apply(Unary.TANH, u);
            case 7 -> apply(new Sum(-1), apply(new Matmul(), u, apply(new Transpose(), u)));
            default -> apply(Binary.DIV, u, apply(Binary.ADD, Algebra.ONE, apply(Binary.POW, v, new Constant(2))));
        };
    }

    private static Node apply(Op op, Node... arguments) {
        return new Apply(op, arguments);
    }

    private Map<Node, Tensor> values(double first) {
        Map<Node, Tensor> values = new IdentityHashMap<>();
        values.put(x, Tensor.scalar(first));
        values.put(y, Tensor.scalar(-1.25));
        values.put(a, new Tensor(WIDE, new double[] {0.5, -0.3, 0.2, 0.7, -0.1, 0.9}));
        values.put(row, new Tensor(new Shape(1, 3), new double[] {1.5, -0.5, 0.25}));
        return values;
    }
}
