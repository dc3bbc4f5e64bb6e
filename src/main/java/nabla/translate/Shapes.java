package nabla.translate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.graph.ShapeMismatch;
import nabla.syntax.Statement;
import nabla.tensor.Shape;

/** The declared shapes of an operation's parameters: what its sizes are for given arguments, and which shapes to try. */
record Shapes(Statement.Operation operation) {

    private static final String COLUMN = "a column is written [1; 2; 3], and x.T turns a row into one";

    /**
     * The sizes by name, for arguments of these shapes.
     *
     * @throws ShapeMismatch if they do not fit the declaration
     */
    Map<String, Integer> sizes(List<Shape> arguments) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Statement.Parameter parameter = operation.parameters().get(i);
            if (parameter.space() != null) {
                fit(parameter, arguments.get(i), sizes);
            }
        }
        return sizes;
    }

    private void fit(Statement.Parameter parameter, Shape shape, Map<String, Integer> sizes) {
        List<Statement.Size> declared = parameter.space().sizes();
        if (declared.size() != shape.dimensions()) {
            throw new ShapeMismatch(operation.name() + " declares " + parameter.name() + " in " + written(parameter.space()) + ", of " + declared.size()
                    + " dimensions, and the argument is " + shape, null);
        }
        for (int d = 0; d < declared.size(); d++) {
            fit(parameter, declared.get(d), shape, shape.size(d), sizes);
        }
    }

    private void fit(Statement.Parameter parameter, Statement.Size size, Shape shape, int actual, Map<String, Integer> sizes) {
        Integer expected = size.name() == null ? Integer.valueOf(size.number()) : sizes.putIfAbsent(size.name(), actual);
        if (expected != null && expected != actual) {
            String declared = size.name() == null ? "" : " (" + size.name() + " = " + expected + ")";
            throw new ShapeMismatch(operation.name() + " declares " + parameter.name() + " in " + written(parameter.space()) + declared
                    + ", and the argument is " + shape, isTurned(parameter.space(), shape) ? COLUMN : null);
        }
    }

    private static boolean isTurned(Statement.Space space, Shape shape) {
        return Integer.valueOf(1).equals(space.columns().number()) && shape.rows() == 1;
    }

    private static String written(Statement.Space space) {
        return space.sizes().stream().map(Shapes::written).collect(Collectors.joining(", ", "R(", ")"));
    }

    private static String written(Statement.Size size) {
        return size.name() == null ? String.valueOf(size.number()) : size.name();
    }

    /** Whether a parameter has no declared shape. */
    boolean isOpen() {
        return operation.parameters().stream().anyMatch(parameter -> parameter.space() == null);
    }

    /**
     * Shapes to try the operation with: free sizes are chosen anew for each seed; a parameter without a declared shape is m×n or a scalar.
     *
     * @throws Fault if a declared shape is too large
     */
    List<Shape> choose(long seed, boolean scalar) {
        Set<String> names = new LinkedHashSet<>();
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Statement.Parameter parameter : operation.parameters()) {
            List<Statement.Size> sizes = parameter.space() == null ? List.of() : parameter.space().sizes();
            sizes.stream().filter(size -> size.name() != null).forEach(size -> names.add(size.name()));
            sizes.forEach(size -> numbers.add(size.number()));
        }
        if (isOpen()) {
            names.addAll(List.of("m", "n"));
        }
        Map<String, Integer> sizes = Sizes.choose(names, numbers, seed);
        List<Shape> shapes = new ArrayList<>();
        for (Statement.Parameter parameter : operation.parameters()) {
            Statement.Space space = parameter.space();
            Shape open = scalar ? Shape.SCALAR : new Shape(sizes.getOrDefault("m", 1), sizes.getOrDefault("n", 1));
            shapes.add(space == null ? open
                    : Extent.limited(parameter.name(), space.sizes().stream().map(size -> number(size, sizes)).toList(), parameter.span()));
        }
        return shapes;
    }

    private static int number(Statement.Size size, Map<String, Integer> sizes) {
        return size.name() == null ? size.number() : sizes.get(size.name());
    }
}
