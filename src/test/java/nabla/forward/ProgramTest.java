package nabla.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Tape;
import nabla.graph.Op;
import nabla.number.PlainDouble;
import nabla.op.Binary;
import nabla.op.HandWrittenOp;
import nabla.op.Unary;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A graph as one list of instructions, which doubles and other numbers run. */
class ProgramTest {

    private static final double[] NUMBERS = {0, -0.0, 1, -1, 0.3, 2.5, -7.25, 1e-300, 1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};

    private final Input x = new Input("x", Shape.SCALAR);
    private final Input parameter = new Input("p", Shape.SCALAR);

    /** relu(p·p), and an operation that adds two of these. */
    private final Node square = new Apply(Binary.MUL, parameter, parameter);
    private final HandWrittenOp inner = written(new Apply(Unary.RELU, square));
    private final HandWrittenOp outer = written(new Apply(Binary.ADD, new Apply(inner, parameter), new Apply(inner, parameter)));

    private HandWrittenOp written(Node output) {
        return new HandWrittenOp("f", List.of(parameter), List.of(output), List.of(new Input("d", output.shape())), Arrays.asList((Node) null));
    }

    static Stream<Apply> uses() {
        return ReplayTest.uses();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void hasKernelsOnlyAndIsTheSameOverOtherNumbers(Apply use) {
        Program program = new Program(List.of(use));
        Map<Input, Tensor> point = new IdentityHashMap<>();
        Random random = new Random(3);
        for (int i = 0; i < program.size(); i++) {
            assertFalse(program.node(i) instanceof Apply each && each.op() instanceof ComposedOp);
            for (int k = 0; k < program.count(i); k++) {
                assertEquals(((Apply) program.node(i)).argument(k).shape(), program.node(program.argument(i, k)).shape());
                assertTrue(program.argument(i, k) < i);
            }
            if (program.node(i) instanceof Input input) {
                point.put(input, Tensor.of(input.shape(), k -> 0.1 + 0.8 * random.nextDouble()));
            }
        }
        Values run = Values.at(program, point);
        Tensor value = run.of(use);
        Numbers<PlainDouble> other = new FieldValues<>(program, point, PlainDouble::new).of(use);
        Tensor kernel = Tensor.zeros(use.shape());
        use.op().value(use.arguments().stream().map(run::of).toArray(Tensor[]::new), kernel);
        assertEquals(kernel, value);
        for (int k = 0; k < value.count(); k++) {
            double exact = value.at(k);
            assertEquals(exact, other.at(k).value(), Double.isNaN(exact) ? 0 : 1e-12 * Math.max(1, Math.abs(exact)));
        }
    }

    @Test
    void operationsOfATextAreWrittenOutWhereTheyAreUsed() {
        Apply use = new Apply(outer, x);
        Program program = new Program(List.of(use));
        assertEquals(6, program.size(), "x, twice a product and a relu, a sum");
        assertEquals(2 * 9, Values.at(program, Map.of(x, Tensor.scalar(-3))).of(use).at(0));
    }

    @Test
    void whatGuardsMeasureIsFoundInside() {
        Apply use = new Apply(outer, x);
        List<Node> roots = new ArrayList<>(List.of(use));
        outer.guards(use).forEach(guard -> roots.add(guard.distance()));
        inner.guards(new Apply(inner, x)).stream().map(Guard::distance).forEach(roots::add);
        Program program = Program.around(Tape.of(List.of(use)), roots);
        assertTrue(roots.size() > 1);
        assertEquals(new Program(List.of(use)).size(), program.size());
        assertTrue(new Program(roots).size() > program.size(), "elsewhere each is written on its own");
    }

    /** It may be changed, and its argument not. */
    @Test
    void anOperationThatGivesItsArgumentBackIsAnInstruction() {
        for (Node output : List.of(parameter, new Constant(5))) {
            Apply use = new Apply(written(output), x);
            Program program = new Program(List.of(use));
            assertNotEquals(program.index(x), program.index(use));
            assertTrue(program.node(program.index(use)) instanceof Apply);
            assertEquals(output == parameter ? 4 : 5, Values.at(program, Map.of(x, Tensor.scalar(4))).of(use).at(0));
        }
    }

    @Test
    void aBeginningHasTheSameValues() {
        Apply use = new Apply(inner, x);
        Apply last = new Apply(Unary.EXP, use);
        Values all = Values.at(new Program(List.of(use, last)), Map.of(x, Tensor.scalar(0.5)));
        Values some = all.upTo(List.of(use));
        assertEquals(all.of(use), some.of(use));
        assertEquals(-1, some.program().index(last));
        assertEquals(Math.exp(0.25), all.of(last).at(0), 1e-15);
    }

    /** A single number is worked out as an entry of a tensor is, to the last bit. */
    @Test
    void numbersAreWorkedOutAsTensorsAre() {
        List<Op> ops = Stream.concat(Stream.of(Unary.values()), Stream.<Op>of(Binary.values())).toList();
        Input y = new Input("y", Shape.SCALAR);
        for (Op op : ops) {
            boolean single = op.unary() != null;
            Apply use = single ? new Apply(op, x) : new Apply(op, x, y);
            Program program = new Program(List.of(new Apply(Unary.NEG, use)));
            for (double a : NUMBERS) {
                for (double b : NUMBERS) {
                    Tensor[] arguments = single ? new Tensor[] {Tensor.scalar(a)} : new Tensor[] {Tensor.scalar(a), Tensor.scalar(b)};
                    Tensor expected = Tensor.scalar(0);
                    op.value(arguments, expected);
                    assertEquals(expected, Values.at(program, Map.of(x, Tensor.scalar(a), y, Tensor.scalar(b))).of(use), () -> op + " of " + a + " and " + b);
                }
            }
        }
    }
}
