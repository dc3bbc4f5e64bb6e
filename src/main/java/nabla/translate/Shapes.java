package nabla.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.formula.NumberText;
import nabla.graph.ShapeMismatch;
import nabla.syntax.Expression;
import nabla.syntax.Printer;
import nabla.syntax.Statement;
import nabla.tensor.Shape;

/** The declared shapes of the parameters of an operation or a function: what its sizes are for given arguments, and which shapes to try. */
record Shapes(String name, List<Statement.Parameter> parameters) {

    private static final String COLUMN = "a column is written [1; 2; 3], and x.T turns a row into one";

    /**
     * The sizes by name, for arguments of these shapes.
     *
     * @throws ShapeMismatch if they do not fit the declaration
     */
    Map<String, Integer> sizes(List<Shape> arguments) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        List<OpenSize> open = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Statement.Parameter parameter = parameters.get(i);
            if (parameter.space() != null) {
                List<Statement.Size> declared = parameter.space().sizes();
                Shape shape = arguments.get(i);
                if (declared.size() != shape.dimensions()) {
                    throw new ShapeMismatch(name + " declares " + parameter.name() + " in " + written(parameter.space()) + ", of " + declared.size()
                            + " dimensions, and the argument is " + shape, null);
                }
                for (int d = 0; d < declared.size(); d++) {
                    open.add(new OpenSize(parameter, declared.get(d), shape, shape.size(d)));
                }
            }
        }
        open.sort(Comparator.comparing(sized -> sized.size().isExpression()));
        // What is a name says what it is; what is worked out of names says one of them, once the others are known.
        for (boolean found = true; found && !open.isEmpty();) {
            found = open.removeIf(sized -> fits(sized, sizes));
        }
        if (!open.isEmpty()) {
            OpenSize one = open.get(0);
            throw new ShapeMismatch(name + " declares " + one.parameter().name() + " in " + written(one.parameter().space())
                    + ", from which the sizes cannot be told", "let each size stand alone somewhere: R(n)");
        }
        return sizes;
    }

    /** One size of an argument, and what it is declared to be. */
    private record OpenSize(Statement.Parameter parameter, Statement.Size size, Shape shape, int actual) { }

    /** Whether a size is settled; false where more than one of its names is not known yet. */
    private boolean fits(OpenSize sized, Map<String, Integer> sizes) {
        Expression value = sized.size().value();
        List<String> unknown = Arithmetic.names(value).stream().filter(size -> !sizes.containsKey(size)).toList();
        if (unknown.size() > 1) {
            return false;
        } else if (unknown.size() == 1) {
            double number = Arithmetic.solution(value, sizes, unknown.get(0), sized.actual());
            if (Double.isNaN(number)) {
                throw misfit(sized, sizes, Double.NaN);
            }
            sizes.put(unknown.get(0), (int) number);
        } else if (Arithmetic.value(value, sizes) != sized.actual()) {
            throw misfit(sized, sizes, Arithmetic.value(value, sizes));
        }
        return true;
    }

    private ShapeMismatch misfit(OpenSize sized, Map<String, Integer> sizes, double expected) {
        Statement.Size size = sized.size();
        String declared = size.number() >= 0 ? "" : Double.isNaN(expected) ? " (" + written(size) + " is never " + sized.actual() + ")"
                : " (" + written(size) + " = " + NumberText.of(expected) + ")";
        return new ShapeMismatch(name + " declares " + sized.parameter().name() + " in " + written(sized.parameter().space()) + declared
                + ", and the argument is " + sized.shape(), isTurned(sized.parameter().space(), sized.shape()) ? COLUMN : null);
    }

    private static boolean isTurned(Statement.Space space, Shape shape) {
        return Integer.valueOf(1).equals(space.columns().number()) && shape.rows() == 1;
    }

    private static String written(Statement.Space space) {
        return space.sizes().stream().map(Shapes::written).collect(Collectors.joining(", ", "R(", ")"));
    }

    private static String written(Statement.Size size) {
        return Printer.print(size.value());
    }

    /** Whether a parameter has no declared shape. */
    boolean isOpen() {
        return parameters.stream().anyMatch(parameter -> parameter.space() == null);
    }

    /**
     * Shapes to try the operation with: free sizes are chosen anew for each seed; a parameter without a declared shape is m×n or a scalar.
     *
     * @throws Fault if a declared shape is too large
     */
    List<Shape> choose(long seed, boolean scalar) {
        Set<String> names = new LinkedHashSet<>();
        List<Statement.Size> all = new ArrayList<>();
        for (Statement.Parameter parameter : parameters) {
            all.addAll(parameter.space() == null ? List.of() : parameter.space().sizes());
        }
        all.forEach(size -> names.addAll(Arithmetic.names(size.value())));
        if (isOpen()) {
            names.addAll(List.of("m", "n"));
        }
        Map<String, Integer> sizes = Sizes.choose(names, all, Map.of(), seed);
        List<Shape> shapes = new ArrayList<>();
        for (Statement.Parameter parameter : parameters) {
            Statement.Space space = parameter.space();
            Shape open = scalar ? Shape.SCALAR : new Shape(sizes.getOrDefault("m", 1), sizes.getOrDefault("n", 1));
            shapes.add(space == null ? open
                    : Extent.limited(parameter.name(), space.sizes().stream().map(size -> number(size, sizes)).toList(), parameter.span()));
        }
        return shapes;
    }

    private static int number(Statement.Size size, Map<String, Integer> sizes) {
        double number = Arithmetic.value(size.value(), sizes);
        if (!Arithmetic.isSize(number)) {
            throw Fault.at(size.span(), Sizes.unfit(number), null);
        }
        return (int) number;
    }
}
