package nabla.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.formula.Notation.Style;
import nabla.formula.NumberText;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Function;
import nabla.op.Function.Parameter;
import nabla.op.Functions;
import nabla.op.Specimen;
import nabla.session.OperationInfo.Case;
import nabla.session.OperationInfo.Rule;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;
import nabla.tensor.Shape;

/**
 * What there is to know about every function. The backward rules are not written down anywhere but in the operations: each is run on
 * a specimen of the function and printed.
 */
public final class Operations {

    /** Of what a matrix stands for several examples of. */
    private static final Shape ROW = new Shape(1, 13);
    private static final Shape COLUMN = new Shape(13, 1);
    /** The distance from an edge that does not matter. */
    private static final Formula ONE = Formula.number(1);

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
        Node specimen = Specimen.of(function);
        OperationInfo info = describe(function, usage(function), specimen, simplifier);
        boolean matrices = specimen instanceof Apply self && self.arguments().stream().allMatch(argument -> argument.shape().equals(Specimen.matrix()));
        return matrices ? info.with(cases(function, (Apply) specimen, info, simplifier)) : info;
    }

    /** Rows and columns, where what is said of a matrix is not what holds for them. */
    private static List<Case> cases(Function function, Apply matrix, OperationInfo info, Simplifier simplifier) {
        List<Case> cases = new ArrayList<>();
        for (Shape shape : List.of(ROW, COLUMN)) {
            Apply vector = Specimen.with(function, List.of(shape, shape)) instanceof Apply use ? use : null;
            if (vector != null && !holds(matrix, vector)) {
                OperationInfo own = describe(function, info.usage(), vector, simplifier);
                cases.add(new Case(shape == ROW ? "a row" : "a column", own.value(), own.rules()));
            }
        }
        boolean same = cases.size() == 2 && cases.get(0).value() != null && cases.get(0).value().equals(cases.get(1).value())
                && cases.get(0).rules().equals(cases.get(1).rules());
        return same ? List.of(new Case("a row or a column", cases.get(0).value(), cases.get(0).rules())) : cases;
    }

    /** Whether the definition of a matrix, with the sizes of a vector in it, is that of the vector. */
    private static boolean holds(Apply matrix, Apply vector) {
        Node general = matrix.op().definition(matrix);
        Node own = vector.op().definition(vector);
        if (general == null || own == null) {
            return true;
        }
        Formula formula = Formulas.of(general).map(new SizeFormulas(matrix.arguments())::of).orElse(null);
        return formula != null && Formulas.of(own).filter(new SizeFormulas(vector.arguments()).given(formula)::equals).isPresent();
    }

    private static OperationInfo describe(Function function, String usage, Node specimen, Simplifier simplifier) {
        OperationInfo info = describe(function.names(), usage, specimen, simplifier);
        return function.range() == null ? info : new OperationInfo(info.names(), usage, info.value(), function.range(), info.rules(), info.guards(), info.cases());
    }

    private static OperationInfo describe(List<String> names, String usage, Node specimen, Simplifier simplifier) {
        if (!(specimen instanceof Apply self)) {
            return new OperationInfo(names, usage, null, null, List.of(), List.of(), List.of());
        }
        Node definition = self.op().definition(self);
        String value = definition == null ? null : text(definition, self);
        return new OperationInfo(names, usage, usage.equals(value) ? null : value, self.op().facts().range(), rules(self, simplifier), guards(self), List.of());
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
        return Formulas.of(node).map(formula -> TextFormula.text(new SizeFormulas(self.arguments()).of(formula))).orElse("…");
    }

    private static List<String> guards(Apply self) {
        return self.op().guards(self).stream().map(Operations::guard).distinct().toList();
    }

    private static String guard(Guard guard) {
        Formula formula = Formulas.of(guard.distance()).orElseThrow();
        List<Formula> choice = formula instanceof Formula.Call where && where.notation().style() == Style.CASES ? where.arguments() : List.of();
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
}
