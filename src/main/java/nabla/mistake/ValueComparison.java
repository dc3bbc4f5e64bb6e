package nabla.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Compares the values of nodes at some points. */
record ValueComparison(List<Map<Input, Tensor>> points) {

    /** What is so much smaller is rounding. */
    private static final double ROUNDING = 1e-13;

    /** The constant c in left = c · right; null if there is none, or if it is 0. */
    GradientRatio ratio(Node left, Node right) {
        return ratio(left, right, AnswerTolerance.NONE.same());
    }

    GradientRatio ratio(Node left, Node right, double same) {
        if (!left.shape().equals(right.shape())) {
            return null;
        }
        Program program = new Program(List.of(left, right));
        List<Tensor> lefts = new ArrayList<>();
        List<Tensor> rights = new ArrayList<>();
        for (Map<Input, Tensor> point : points) {
            Values values = Values.at(program, point);
            lefts.add(values.of(left));
            rights.add(values.of(right));
        }
        return GradientRatio.of(lefts, rights, same);
    }

    /** Whether two nodes have the same entries in whatever order, and more than two different ones. */
    boolean isRearranged(Node left, Node right) {
        Program program = new Program(List.of(left, right));
        return points.stream().allMatch(point -> {
            Values values = Values.at(program, point);
            double[] one = sorted(values.of(left));
            double[] other = sorted(values.of(right));
            return Arrays.stream(one).distinct().count() > 2 && one.length == other.length
                    && AnswerTolerance.NONE.isSame(Tensor.of(Shape.of(1, one.length), k -> one[k]), Tensor.of(Shape.of(1, one.length), k -> other[k]));
        });
    }

    private static double[] sorted(Tensor tensor) {
        double[] entries = IntStream.range(0, tensor.count()).mapToDouble(tensor::at).toArray();
        Arrays.sort(entries);
        return entries;
    }

    /** Whether a node is a number everywhere. */
    boolean is(Node node, double number) {
        Program program = new Program(List.of(node));
        return points.stream().map(point -> Values.at(program, point).of(node))
                .allMatch(value -> IntStream.range(0, value.count()).allMatch(k -> value.at(k) == number));
    }

    /** Whether a node is nothing but what rounding has left of it, measured by another one of its shape. */
    boolean isRounding(Node node, Node scale) {
        Program program = new Program(List.of(node, scale));
        return points.stream().allMatch(point -> {
            Values values = Values.at(program, point);
            return values.of(node).largest() <= ROUNDING * values.of(scale).largest();
        });
    }
}
