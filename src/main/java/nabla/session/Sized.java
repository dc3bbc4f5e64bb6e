package nabla.session;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Node;

/**
 * Formulas for any size: those of a specimen whose sizes occur nowhere else, with {@code rows(A)} and {@code cols(A)} for them.
 *
 * @param specimen the argument with those sizes
 */
record Sized(Node specimen) {

    Formula of(Formula formula) {
        if (formula instanceof Formula.Number number) {
            return number(number);
        } else if (formula instanceof Formula.Call call) {
            return Formula.call(call.function(), all(call.arguments()));
        } else if (formula instanceof Formula.Named named) {
            return new Formula.Named(named.name(), named.value());
        } else if (formula instanceof Formula.Infix infix) {
            return Formula.infix(infix.operator(), of(infix.left()), of(infix.right()));
        } else if (formula instanceof Formula.Negative negative) {
            return new Formula.Negative(of(negative.operand()));
        } else if (formula instanceof Formula.Power power) {
            return new Formula.Power(of(power.base()), of(power.exponent()));
        } else if (formula instanceof Formula.Transposed transposed) {
            return new Formula.Transposed(of(transposed.operand()));
        } else if (formula instanceof Formula.Blocks blocks) {
            return new Formula.Blocks(blocks.rows().stream().map(this::all).toList());
        }
        return formula;
    }

    private List<Formula> all(List<Formula> formulas) {
        return formulas.stream().map(this::of).toList();
    }

    private Formula number(Formula.Number number) {
        Formula rows = Formula.call("rows", List.of(Formula.name(specimen.name())));
        Formula columns = Formula.call("cols", List.of(Formula.name(specimen.name())));
        if (specimen.shape().isScalar()) {
            return number;
        } else if (number.value() == specimen.shape().rows()) {
            return rows;
        } else if (number.value() == specimen.shape().columns() && specimen.shape().columns() > 1) {
            return columns;
        }
        return number.value() == specimen.shape().count() ? Formula.infix("*", rows, columns) : number;
    }
}
