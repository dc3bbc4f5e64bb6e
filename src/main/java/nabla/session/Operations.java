package nabla.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.formula.NumberText;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Arguments;
import nabla.op.Function.Kind;
import nabla.op.Function.Parameter;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.op.Outline;
import nabla.session.OperationInfo.Case;
import nabla.session.OperationInfo.Rule;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * What there is to know about every function. The backward rules are not written down anywhere but in the operations: each is run on
 * a specimen of the function and printed.
 */
public final class Operations {

    /** Shapes, of sizes that no rule mentions, of the parameters with a capital and with a small letter, tried in this order until the function takes them. */
    private static final List<List<Shape>> SPECIMENS = List.of(
            List.of(new Shape(11, 13), new Shape(11, 13)),
            List.of(new Shape(11, 13), new Shape(13, 1)),
            List.of(new Shape(13, 13), new Shape(13, 1)));
    /** Of what a matrix stands for several examples of. */
    private static final Shape ROW = new Shape(1, 13);
    private static final Shape COLUMN = new Shape(13, 1);
    private static final List<Integer> SIZES = List.of(13, 11);
    /** The distance from an edge that does not matter. */
    private static final Formula ONE = Formula.number(1);
    private static final Set<String> OF_SQUARES = Set.of("diag");
    private static final Set<String> OF_VECTORS = Set.of("outer", "dot");

    private Operations() { }

    /** Every function, in the order of the tables. */
    public static List<OperationInfo> all() {
        Simplifier simplifier = new Simplifier(Set.of());
        return Stream.concat(Operators.ALL.stream().map(operator -> describe(operator.names(), operator.usage(), operator.specimen(), simplifier)),
                Functions.all().stream().map(function -> describe(function, simplifier))).toList();
    }

    /** One of them, by name or alias; null if there is none. */
    public static OperationInfo of(String name) {
        Function function = Functions.find(name);
        return function == null ? null : describe(function, new Simplifier(Set.of()));
    }

    private static OperationInfo describe(Function function, Simplifier simplifier) {
        Node specimen = specimen(function);
        OperationInfo info = describe(function.names(), usage(function), specimen, simplifier);
        boolean matrices = specimen instanceof Apply self && self.arguments().stream().allMatch(argument -> argument.shape().equals(SPECIMENS.get(0).get(0)));
        return matrices ? info.with(cases(function, (Apply) specimen, info, simplifier)) : info;
    }

    /** Rows and columns, where what is said of a matrix is not what holds for them. */
    private static List<Case> cases(Function function, Apply matrix, OperationInfo info, Simplifier simplifier) {
        List<Case> cases = new ArrayList<>();
        for (Shape shape : List.of(ROW, COLUMN)) {
            Apply vector = vector(function, shape);
            if (vector != null && !holds(matrix, vector)) {
                OperationInfo own = describe(function.names(), info.usage(), vector, simplifier);
                cases.add(new Case(shape == ROW ? "a row" : "a column", own.value(), own.rules()));
            }
        }
        boolean same = cases.size() == 2 && cases.get(0).value() != null && cases.get(0).value().equals(cases.get(1).value())
                && cases.get(0).rules().equals(cases.get(1).rules());
        return same ? List.of(new Case("a row or a column", cases.get(0).value(), cases.get(0).rules())) : cases;
    }

    private static Apply vector(Function function, Shape shape) {
        try {
            return function.builder().build(arguments(function, List.of(shape, shape))) instanceof Apply apply ? apply : null;
        } catch (ShapeMismatch e) {
            return null;
        }
    }

    /** Whether the definition of a matrix, with the sizes of a vector in it, is that of the vector. */
    private static boolean holds(Apply matrix, Apply vector) {
        Node general = matrix.op().definition(matrix);
        Node own = vector.op().definition(vector);
        if (general == null || own == null) {
            return true;
        }
        Formula formula = Formulas.of(general).map(new Sized(matrix.argument(0))::of).orElse(null);
        return formula != null && Formulas.of(own).filter(new Sized(vector.argument(0)).given(formula)::equals).isPresent();
    }

    private static OperationInfo describe(List<String> names, String usage, Node specimen, Simplifier simplifier) {
        if (!(specimen instanceof Apply self)) {
            return new OperationInfo(names, usage, null, null, List.of(), List.of(), List.of());
        }
        Node definition = self.op().definition(self);
        Outline outline = Outline.of(names.get(0));
        String value = definition == null ? outline.equation() : text(definition, self);
        return new OperationInfo(names, usage, usage.equals(value) ? null : value, outline.range(), rules(self, simplifier), guards(self), List.of());
    }

    private static List<Rule> rules(Apply self, Simplifier simplifier) {
        Input upstream = new Input("d" + self.name(), self.shape());
        List<Rule> rules = new ArrayList<>();
        for (int k = 0; k < self.arguments().size(); k++) {
            if (self.argument(k) instanceof Input argument) {
                Node rule = self.op().adjoint(k, self, upstream);
                rules.add(new Rule("d" + argument.name(), rule == null ? "0" : text(simplifier.simplify(rule), self)));
            }
        }
        return rules;
    }

    private static String text(Node node, Apply self) {
        return Formulas.of(node).map(formula -> TextFormula.text(new Sized(self.argument(0)).of(formula))).orElse("…");
    }

    private static List<String> guards(Apply self) {
        return self.op().guards(self).stream().map(Operations::guard).distinct().toList();
    }

    private static String guard(Guard guard) {
        Formula formula = Formulas.of(guard.distance()).orElseThrow();
        List<Formula> choice = formula instanceof Formula.Call where && where.function().equals("where") ? where.arguments() : List.of();
        String distance = TextFormula.text(formula);
        String where = "";
        if (choice.size() == 3 && ONE.equals(choice.get(2))) {
            boolean comparison = choice.get(0) instanceof Formula.Infix infix && "<=>=".contains(infix.operator());
            distance = TextFormula.text(choice.get(1));
            where = " where " + TextFormula.text(choice.get(0)) + (comparison ? "" : " is not 0");
        } else if (choice.size() == 3 && ONE.equals(choice.get(1))) {
            distance = TextFormula.text(choice.get(2));
            where = " unless " + TextFormula.text(choice.get(0));
        }
        return switch (guard.kind()) {
            case KINK -> "kink      if " + distance + " = 0" + where;
            case JUMP -> "jump      if " + distance + " = 0" + where;
            case POLE -> "domain    " + distance + " not 0" + where;
            case DOMAIN -> "domain    " + distance + " >= 0" + where + ", a derivative where it is > 0";
            case WINNER -> "kink      if two of the winners tie, " + distance + " = 0" + where;
        };
    }

    /** {@code leaky_relu(x, slope=0.01)}. */
    private static String usage(Function function) {
        return function.names().get(0) + function.parameters().stream().map(Operations::usage).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String usage(Parameter parameter) {
        if (parameter.repeated()) {
            return parameter.name() + ", …";
        } else if (parameter.fallback() == null) {
            return parameter.name();
        }
        return parameter.name() + "=" + (parameter.fallback().isNaN() ? "…" : NumberText.of(parameter.fallback()));
    }

    /** A call of the function on inputs: on numbers if it works entry by entry, else on matrices. */
    private static Node specimen(Function function) {
        ShapeMismatch last = null;
        try {
            Node scalar = function.builder().build(arguments(function, List.of(Shape.SCALAR, Shape.SCALAR)));
            if (scalar instanceof Apply apply && apply.op().elementwise()) {
                return drawn(apply);
            }
        } catch (ShapeMismatch e) {
            last = e;
        }
        int first = OF_SQUARES.contains(function.name()) ? 2 : OF_VECTORS.contains(function.name()) ? 1 : 0;
        for (List<Shape> shapes : SPECIMENS.subList(first, SPECIMENS.size())) {
            try {
                return function.builder().build(arguments(function, shapes));
            } catch (ShapeMismatch e) {
                last = e;
            }
        }
        throw new IllegalStateException("no specimen fits " + function.name(), last);
    }

    /** What a function draws has a name in its rules, not a number. */
    private static Node drawn(Apply self) {
        List<Node> arguments = self.arguments().stream()
                .map(argument -> argument instanceof Constant constant ? new Constant("a", constant.value()) : argument).toList();
        return new Apply(self.name(), self.op(), arguments);
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
                integers.put(parameter.name(), parameter.repeated() ? SIZES : List.of(SIZES.get(integers.size() % SIZES.size())));
            } else if (parameter.kind() == Kind.CONSTANT) {
                constants.put(parameter.name(), Tensor.scalar(parameter.fallback() == null || absent ? 0 : parameter.fallback()));
            }
        }
        String name = nodes.containsKey("y") ? "L" : "y";
        return new Arguments(name, nodes, integers, constants, new SplittableRandom(0));
    }

    private static List<Node> inputs(Parameter parameter, Shape shape) {
        Node first = new Input(parameter.name(), shape);
        String second = String.valueOf((char) (parameter.name().charAt(0) + 1));
        return parameter.repeated() ? List.of(first, new Input(second, shape)) : List.of(first);
    }
}
