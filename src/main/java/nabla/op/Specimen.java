package nabla.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.op.Function.Kind;
import nabla.op.Function.Parameter;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Calls of a function that show what it does: on numbers if it works entry by entry, else on matrices of sizes that no rule mentions. */
public final class Specimen {

    /** Shapes of the parameters with a capital and with a small letter, tried in this order until the function takes them. */
    private static final List<List<Shape>> SHAPES = List.of(
            List.of(new Shape(11, 13), new Shape(11, 13)),
            List.of(new Shape(11, 13), new Shape(13, 1)),
            List.of(new Shape(13, 13), new Shape(13, 1)),
            List.of(new Shape(13, 1), new Shape(13, 1)));
    private static final List<Shape> NUMBERS = List.of(Shape.SCALAR, Shape.SCALAR);
    private static final List<Integer> SIZES = List.of(13, 11);

    private Specimen() { }

    /** The shape of the matrices that it is tried with first. */
    public static Shape matrix() {
        return SHAPES.get(0).get(0);
    }

    /** The node of a call; a constant where the function makes one. */
    public static Node of(Function function) {
        if (function.example() != null) {
            return function.builder().build(arguments(function, function.example()));
        }
        Node number = with(function, NUMBERS);
        if (number instanceof Apply apply && apply.op().elementwise()) {
            return drawn(apply);
        }
        Node first = null;
        for (List<Shape> shapes : SHAPES) {
            Node node = with(function, shapes);
            first = first == null ? node : first;
            if (node instanceof Apply use && (use.op().is(Trait.OF_VECTORS) || use.op().is(Trait.OF_SQUARES))) {
                boolean meant = use.op().is(Trait.OF_SQUARES) ? shapes == SHAPES.get(2) : shapes == SHAPES.get(1);
                first = meant ? node : first;
            }
        }
        if (first == null) {
            throw new IllegalStateException("no specimen fits " + function.name());
        }
        return first;
    }

    /** A call with arguments of these shapes; null if it does not take them. */
    public static Node with(Function function, List<Shape> shapes) {
        try {
            return function.builder().build(arguments(function, shapes));
        } catch (ShapeMismatch mismatch) {
            return null;
        }
    }

    /** What a function draws has a name in its rules, not a number. */
    private static Node drawn(Apply self) {
        List<Node> arguments = self.arguments().stream()
                .map(argument -> argument instanceof Constant constant ? new Constant("a", constant.value()) : argument).toList();
        return new Apply(self.name(), self.op(), arguments);
    }

    private static Arguments arguments(Function function, Function.Example example) {
        Map<String, List<Node>> nodes = new LinkedHashMap<>();
        Map<String, List<Integer>> integers = new HashMap<>(example.integers());
        int next = 0;
        for (Parameter parameter : function.parameters()) {
            boolean whole = parameter.kind() == Kind.INTEGER || parameter.kind() == Kind.NUMBERS;
            if (whole && parameter.fallback() != null && !parameter.fallback().isNaN()) {
                integers.putIfAbsent(parameter.name(), List.of(parameter.fallback().intValue()));
            }
            List<Node> inputs = new ArrayList<>();
            while (parameter.kind() == Kind.MATRIX && next < example.shapes().size() && (inputs.isEmpty() || parameter.repeated())) {
                String name = String.valueOf((char) (parameter.name().charAt(0) + inputs.size()));
                inputs.add(new Input(parameter.name().length() > 1 ? parameter.name() : name, example.shapes().get(next++)));
            }
            if (!inputs.isEmpty()) {
                nodes.put(parameter.name(), inputs);
            }
        }
        return new Arguments("Y", nodes, integers, example.constants(), example.texts(), count -> new SplittableRandom(0));
    }

    private static Arguments arguments(Function function, List<Shape> shapes) {
        Map<String, List<Node>> nodes = new HashMap<>();
        Map<String, List<Integer>> integers = new HashMap<>();
        Map<String, Tensor> constants = new HashMap<>();
        for (Parameter parameter : function.parameters()) {
            boolean absent = parameter.fallback() != null && parameter.fallback().isNaN();
            Shape shape = Character.isUpperCase(parameter.name().charAt(0)) ? shapes.get(0) : shapes.get(1);
            if (parameter.kind() == Kind.MATRIX && !absent) {
                nodes.put(parameter.name(), inputs(parameter, shape));
            } else if (parameter.kind() == Kind.INTEGER && !absent) {
                integers.put(parameter.name(), parameter.fallback() != null ? List.of(parameter.fallback().intValue())
                        : parameter.repeated() ? SIZES : List.of(shapes == NUMBERS ? 1 : SIZES.get(integers.size() % SIZES.size())));
            } else if (parameter.kind() == Kind.CONSTANT) {
                constants.put(parameter.name(), Tensor.scalar(parameter.fallback() == null || absent ? 0 : parameter.fallback()));
            }
        }
        String name = nodes.containsKey("y") ? "L" : "y";
        return new Arguments(name, nodes, integers, constants, count -> new SplittableRandom(0));
    }

    private static List<Node> inputs(Parameter parameter, Shape shape) {
        Node first = new Input(parameter.name(), shape);
        String second = String.valueOf((char) (parameter.name().charAt(0) + 1));
        return parameter.repeated() ? List.of(first, new Input(second, shape)) : List.of(first);
    }
}
