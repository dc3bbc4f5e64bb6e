package nabla.op;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.op.Function.Kind;
import nabla.op.Function.Parameter;
import nabla.tensor.Axes;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Operations on small tensors, each used once on inputs. */
public final class TensorUses {

    private TensorUses() { }

    /** Every operation whose kernel, rule, lanes or parts know of more than two dimensions. */
    public static Stream<Apply> all() {
        List<Apply> uses = new ArrayList<>();
        uses.add(of(Binary.MUL, Shape.of(2, 3, 4), Shape.of(3, 1)));
        uses.add(of(Binary.DIV, Shape.of(1, 3, 1, 1), Shape.of(2, 3, 2, 2)));
        uses.add(of(Binary.POW, Shape.of(3, 4), Shape.of(2, 1, 1)));
        uses.add(of(Unary.TANH, Shape.of(2, 2, 3)));
        uses.add(of(Ternary.CLIP, Shape.of(2, 3, 2), Shape.of(3, 1), Shape.of(2, 1, 2)));
        uses.add(of(Winner.MAX, Shape.of(2, 3, 2), Shape.of(3, 2), Shape.of(2, 1, 1)));
        uses.add(of(new Ratio(), Shape.of(2, 1, 3), Shape.of(2, 3)));
        uses.add(of(new Stretch(Shape.of(2, 3, 4)), new Shape(3, 1)));
        uses.add(of(new Matmul(), Shape.of(2, 3, 4), Shape.of(2, 4, 2)));
        uses.add(of(new Matmul(), Shape.of(2, 1, 2, 3), Shape.of(3, 3, 2)));
        uses.add(of(new Matmul(), Shape.of(3, 2), Shape.of(2, 2, 3)));
        uses.add(of(new Matmul(), Shape.of(2, 2, 3), new Shape(3, 4)));
        uses.add(of(new Transpose(), Shape.of(2, 3, 4)));
        uses.add(of(new Reshape(Shape.of(2, 2, 3)), new Shape(4, 3)));
        uses.add(of(new Reshape(new Shape(4, 6)), Shape.of(2, 2, 2, 3)));
        for (Axes axes : List.of(Axes.ALL, Axes.of(0), Axes.of(1), Axes.of(2), new Axes(0b101), new Axes(0b011))) {
            Shape shape = Shape.of(2, 3, 4);
            uses.addAll(List.of(of(new Sum(axes), shape), of(new Reductions.Mean(axes), shape), of(new Extremes.Extremum(true, axes), shape),
                    of(new Extremes.Winners(false, axes), shape), of(new Softmaxes.Softmax(axes), shape), of(new Softmaxes.LogSoftmax(axes), shape),
                    of(new Softmaxes.LogSumExp(axes), shape)));
        }
        uses.add(of(new CrossEntropies.SoftmaxCrossEntropy(Axes.ALL), Shape.of(2, 2, 3), Shape.of(2, 2, 3)));
        uses.add(call("permute", Map.of("axis", List.of(2, 0, 1)), Shape.of(2, 3, 4)));
        uses.add(call("flip", Map.of("axis", List.of(0, 2)), Shape.of(2, 2, 3)));
        uses.add(call("pad", Map.of("width", List.of(1, 2, 0, 1)), Shape.of(2, 2, 3)));
        uses.add(call("concat", Map.of("axis", List.of(1)), Shape.of(2, 1, 3), Shape.of(2, 2, 3)));
        uses.add(call("stack", Map.of("axis", List.of(2)), new Shape(2, 3), new Shape(2, 3)));
        uses.add((Apply) Indexing.slice(null, new Input("A", Shape.of(2, 3, 4)), List.of(Subscript.at(1), Subscript.ALL, Subscript.range(null, null, 2))));
        uses.add((Apply) Indexing.chosen(null, new Input("W", new Shape(4, 3)), 0, matrix(1, 3, 3, 0, 3), null));
        uses.add((Apply) Indexing.chosen(null, new Input("A", Shape.of(2, 3, 2)), 1, matrix(1, 4, 2, 2, 0, 1), null));
        Map<String, List<Integer>> steps = Map.of("stride", List.of(2, 1), "pad", List.of(1, 0));
        uses.add(call("conv2d", steps, Shape.of(2, 2, 4, 3), Shape.of(3, 2, 2, 2)));
        uses.add(call("conv1d", Map.of("stride", List.of(2), "pad", List.of(1)), Shape.of(2, 2, 5), Shape.of(2, 2, 3)));
        uses.add(call("conv_transpose2d", with(steps, "output_pad", 1, 0), Shape.of(1, 2, 2, 3), Shape.of(2, 2, 3, 2)));
        uses.add(call("conv2d_weight", with(steps, "size", 2, 2), Shape.of(2, 2, 4, 3), Shape.of(2, 2, 3, 2)));
        uses.add(call("conv_transpose1d", Map.of("stride", List.of(2), "pad", List.of(0), "output_pad", List.of(1)), Shape.of(1, 2, 3), Shape.of(2, 2, 2)));
        uses.add(call("conv1d_weight", Map.of("stride", List.of(1), "pad", List.of(1), "size", List.of(2)), Shape.of(2, 2, 3), Shape.of(2, 2, 4)));
        uses.add(call("max_pool1d", Map.of("size", List.of(2), "pad", List.of(0)), Shape.of(2, 2, 5)));
        uses.add(call("avg_pool1d", Map.of("size", List.of(3), "pad", List.of(1), "stride", List.of(2)), Shape.of(2, 1, 5)));
        uses.add((Apply) new RegistryCall("pick").with("P", inputs(new Shape(3, 4))).constant("y", matrix(3, 1, 3, 0, 0)).node());
        uses.add(call("max_pool2d", Map.of("size", List.of(2), "pad", List.of(0), "stride", List.of(1)), Shape.of(1, 2, 3, 3)));
        uses.add(call("avg_pool2d", Map.of("size", List.of(2, 3), "pad", List.of(1)), Shape.of(1, 2, 4, 4)));
        uses.add(call("windows", with(steps, "size", 2, 2), Shape.of(1, 2, 4, 3)));
        uses.add(call("fold", with(steps, "whole", 4, 3), Shape.of(1, 2, 3, 2, 2, 2)));
        uses.add(einsum("bij,bjk->bik", Shape.of(2, 2, 3), Shape.of(2, 3, 2)));
        uses.add(einsum("bii->b", Shape.of(2, 3, 3)));
        uses.add(einsum("ii,j->ij", new Shape(3, 3), new Shape(2, 1)));
        uses.add(einsum("ab,bc,cd->da", new Shape(2, 3), new Shape(3, 2), new Shape(2, 2)));
        uses.add(einsum("abc->b", Shape.of(2, 3, 2)));
        return uses.stream();
    }

    /** The functions among them that no two matrices are arguments of. */
    static Set<String> names() {
        return Set.of("pick", "einsum", "windows", "fold", "conv1d", "conv2d", "conv_transpose1d", "conv_transpose2d", "conv1d_weight", "conv2d_weight",
                "max_pool1d", "max_pool2d", "avg_pool1d", "avg_pool2d");
    }

    /** A value for an input of a use, away from ties. */
    public static Tensor value(Input input, int seed) {
        Random random = new Random(seed + input.name().hashCode());
        return Tensor.of(input.shape(), k -> 0.1 + 0.8 * random.nextDouble());
    }

    private static Map<String, List<Integer>> with(Map<String, List<Integer>> others, String name, int down, int across) {
        Map<String, List<Integer>> all = new LinkedHashMap<>(others);
        all.put(name, List.of(down, across));
        return all;
    }

    private static Tensor matrix(int rows, int columns, double... entries) {
        return new Tensor(new Shape(rows, columns), entries);
    }

    private static Apply of(Op op, Shape... shapes) {
        return new Apply(null, op, inputs(shapes));
    }

    private static List<Node> inputs(Shape... shapes) {
        List<Node> inputs = new ArrayList<>();
        for (Shape shape : shapes) {
            inputs.add(new Input("x" + inputs.size(), shape));
        }
        return inputs;
    }

    private static Apply einsum(String subscripts, Shape... shapes) {
        return (Apply) build("einsum", Map.of(), Map.of("subscripts", subscripts), shapes);
    }

    private static Apply call(String function, Map<String, List<Integer>> integers, Shape... shapes) {
        return (Apply) build(function, integers, Map.of(), shapes);
    }

    private static Node build(String name, Map<String, List<Integer>> integers, Map<String, String> texts, Shape... shapes) {
        RegistryCall call = new RegistryCall(name);
        integers.forEach(call::integers);
        texts.forEach(call::text);
        List<Node> inputs = inputs(shapes);
        int next = 0;
        for (Parameter parameter : Functions.find(name).parameters()) {
            if (parameter.kind() == Kind.MATRIX) {
                int end = parameter.repeated() ? inputs.size() : next + 1;
                call.with(parameter.name(), inputs.subList(next, end));
                next = end;
            }
        }
        return call.node();
    }
}
