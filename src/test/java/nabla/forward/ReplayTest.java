package nabla.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.number.PlainDouble;
import nabla.op.Binary;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.op.Matmul;
import nabla.op.RegistryCall;
import nabla.op.TensorUses;
import nabla.op.Transpose;
import nabla.op.Unary;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evaluation of the touched part only is evaluation from scratch, to the last bit: for every function of the language. */
class ReplayTest {

    private static final Shape M = new Shape(6, 5);
    private static final Shape ROW = new Shape(1, 5);
    private static final Shape COLUMN = new Shape(6, 1);
    private static final Shape SQUARE = new Shape(5, 5);
    private static final List<List<Shape>> SHAPES = List.of(List.of(M, M, M), List.of(M, ROW, COLUMN), List.of(COLUMN, M, ROW),
            List.of(ROW, COLUMN, Shape.SCALAR), List.of(SQUARE, new Shape(5, 4)), List.of(SQUARE));

    static Stream<Apply> uses() {
        List<Apply> uses = new ArrayList<>();
        for (List<Shape> shapes : SHAPES) {
            for (Function function : Functions.all()) {
                for (int axis = -1; axis <= 1; axis++) {
                    add(function, shapes, axis, uses);
                }
            }
        }
        for (Binary op : Binary.values()) {
            uses.add(new Apply(op, new Input("a", M), new Input("b", ROW)));
            uses.add(new Apply(op, new Input("a", COLUMN), new Input("b", M)));
        }
        uses.add(new Apply(new Matmul(), new Input("a", M), new Input("b", new Shape(5, 7))));
        uses.add(new Apply(new Matmul(), new Input("a", M), new Input("b", new Shape(5, 1))));
        uses.add(new Apply(new Transpose(), new Input("a", M)));
        return Stream.concat(uses.stream(), TensorUses.all());
    }

    private static void add(Function function, List<Shape> shapes, int axis, List<Apply> uses) {
        RegistryCall call = new RegistryCall(function);
        int next = 0;
        for (Function.Parameter parameter : function.parameters()) {
            Double fallback = parameter.fallback();
            boolean given = fallback != null && !fallback.isNaN();
            if (parameter.kind() == Function.Kind.MATRIX && next < shapes.size()) {
                call.with(parameter.name(), new Input(parameter.name(), shapes.get(next++)));
            } else if (parameter.name().equals("axis") && axis >= 0) {
                call.integers("axis", List.of(axis));
            } else if (parameter.kind() == Function.Kind.CONSTANT && given) {
                call.constant(parameter.name(), Tensor.scalar(fallback));
            } else if (parameter.kind() == Function.Kind.INTEGER && given) {
                call.integers(parameter.name(), List.of(fallback.intValue()));
            } else if (fallback == null || given) {
                return;
            }
        }
        try {
            Node node = call.node();
            if (node instanceof Apply apply) {
                uses.add(apply);
            }
        } catch (ShapeMismatch leftOut) {
            // This function does not take such arguments.
        }
    }

    @Test
    void thereAreUsesOfManyOperations() {
        assertTrue(uses().map(use -> use.op().symbol()).distinct().count() > 60);
    }

    @ParameterizedTest
    @MethodSource("uses")
    void isEvaluationFromScratch(Apply use) {
        Node root = new Apply(Unary.TANH, new Apply(Binary.MUL, use, use));
        Map<Input, Tensor> point = point(use);
        Program program = new Program(List.of(root));
        Values base = Values.at(program, point);
        for (Input argument : point.keySet()) {
            Replay replay = new Replay(base, argument);
            for (int k = 0; k < argument.shape().count(); k++) {
                replay.add(k, 0.0625);
                Values fresh = Values.at(program, moved(point, argument, k, 0.0625));
                assertEquals(fresh.of(use), replay.of(use), () -> use.op().symbol() + " of " + use.arguments().stream().map(Node::shape).toList());
                assertEquals(fresh.of(root), replay.of(root));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void isEvaluationFromScratchInOtherArithmetics(Apply use) {
        Map<Input, Tensor> point = point(use);
        Program program = new Program(List.of(use));
        FieldValues<PlainDouble> base = new FieldValues<>(program, point, PlainDouble::new);
        for (Input argument : point.keySet()) {
            for (int k = 0; k < argument.shape().count(); k += 3) {
                FieldValues<PlainDouble> fresh = new FieldValues<>(program, moved(point, argument, k, 0.0625), PlainDouble::new);
                assertEquals(numbers(fresh.of(use)), numbers(base.after(argument, k, new PlainDouble(0.0625), use)));
            }
        }
    }

    private static List<Double> numbers(Numbers<PlainDouble> numbers) {
        return numbers.entries().stream().map(PlainDouble::getReal).toList();
    }

    private static Map<Input, Tensor> point(Apply use) {
        Random random = new Random(7);
        Map<Input, Tensor> point = new IdentityHashMap<>();
        for (Node argument : Topology.order(List.of(use))) {
            if (argument instanceof Input input) {
                point.put(input, Tensor.of(input.shape(), k -> 0.1 + 0.8 * random.nextDouble()));
            }
        }
        return point;
    }

    private static Map<Input, Tensor> moved(Map<Input, Tensor> point, Input input, int k, double change) {
        Map<Input, Tensor> moved = new IdentityHashMap<>(point);
        Tensor matrix = point.get(input).copy();
        matrix.data()[k] += change;
        moved.put(input, matrix);
        return moved;
    }
}
