package nabla.op;

import java.util.List;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;

/** A small graph as text with every bracket, for tests of what was folded. */
final class Printed {

    private Printed() { }

    static String of(Node node) {
        return text(formula(node));
    }

    private static Formula formula(Node node) {
        if (node.name() != null) {
            return Formula.name(node.name());
        }
        if (node instanceof Constant constant) {
            return constant.shape().isScalar() ? Formula.number(constant.value().at(0)) : Formula.name(constant.toString());
        }
        Apply apply = (Apply) node;
        return apply.op().formula(apply.arguments().stream().map(Printed::formula).toList());
    }

    private static String text(Formula formula) {
        if (formula instanceof Formula.Number n) {
            return n.value() == Math.rint(n.value()) ? Long.toString((long) n.value()) : Double.toString(n.value());
        }
        if (formula instanceof Formula.Infix i) {
            return "(" + text(i.left()) + " " + i.operator() + " " + text(i.right()) + ")";
        }
        if (formula instanceof Formula.Negation n) {
            return "-" + text(n.operand());
        }
        if (formula instanceof Formula.Power p) {
            return "(" + text(p.base()) + "^" + text(p.exponent()) + ")";
        }
        if (formula instanceof Formula.Transpose t) {
            return text(t.operand()) + ".T";
        }
        if (formula instanceof Formula.NamedArgument n) {
            return n.name() + "=" + text(n.value());
        }
        if (formula instanceof Formula.Call c) {
            return c.function() + "(" + join(c.arguments()) + ")";
        }
        return ((Formula.Name) formula).name();
    }

    private static String join(List<Formula> formulas) {
        return formulas.stream().map(Printed::text).collect(Collectors.joining(", "));
    }
}
