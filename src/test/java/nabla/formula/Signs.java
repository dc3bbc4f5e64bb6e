package nabla.formula;

import java.util.List;

/** Formulas without the differences that text does not show. */
final class Signs {

    Formula of(Formula formula) {
        if (formula instanceof Formula.Derivative derivative) {
            return new Formula.Derivative(derivative.of(), derivative.by());
        } else if (formula instanceof Formula.Call call) {
            return Formula.call(call.function(), all(call.arguments()));
        } else if (formula instanceof Formula.Named named) {
            return new Formula.Named(named.name(), of(named.value()));
        } else if (formula instanceof Formula.Infix infix) {
            return Formula.infix(infix.operator(), of(infix.left()), of(infix.right()));
        } else if (formula instanceof Formula.Negative negative) {
            return new Formula.Negative(of(negative.operand()));
        } else if (formula instanceof Formula.Power power) {
            return new Formula.Power(of(power.base()), of(power.exponent()));
        } else if (formula instanceof Formula.Transposed transposed) {
            return new Formula.Transposed(of(transposed.operand()));
        } else if (formula instanceof Formula.Index index) {
            return new Formula.Index(of(index.operand()), all(index.subscripts()));
        } else if (formula instanceof Formula.Blocks blocks) {
            return new Formula.Blocks(blocks.rows().stream().map(this::all).toList());
        }
        return formula instanceof Formula.Number number && number.value() < 0 ? new Formula.Negative(Formula.number(-number.value())) : formula;
    }

    private List<Formula> all(List<Formula> formulas) {
        return formulas.stream().map(this::of).toList();
    }
}
