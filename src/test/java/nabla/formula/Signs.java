package nabla.formula;

/** Formulas without the differences that text does not show. */
final class Signs {

    Formula of(Formula formula) {
        if (formula instanceof Formula.Derivative derivative) {
            return new Formula.Derivative(derivative.of(), derivative.by());
        }
        boolean negative = formula instanceof Formula.Number number && number.value() < 0;
        return negative ? new Formula.Negation(Formula.number(-((Formula.Number) formula).value())) : FormulaChange.of(formula, this::of);
    }
}
