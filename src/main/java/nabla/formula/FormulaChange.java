package nabla.formula;

import java.util.List;
import java.util.function.UnaryOperator;

/** The same formula of other parts: each that it is directly made of is changed, itself it is not. */
public record FormulaChange(UnaryOperator<Formula> change) implements Formula.Reader<Formula> {

    /** A formula with its parts changed. */
    public static Formula of(Formula formula, UnaryOperator<Formula> change) {
        return formula.read(new FormulaChange(change));
    }

    @Override
    public Formula number(Formula.Number formula) {
        return formula;
    }

    @Override
    public Formula name(Formula.Name formula) {
        return formula;
    }

    @Override
    public Formula call(Formula.Call formula) {
        return Formula.call(formula.function(), all(formula.arguments(), change), formula.notation());
    }

    @Override
    public Formula argument(Formula.NamedArgument formula) {
        return new Formula.NamedArgument(formula.name(), change.apply(formula.value()));
    }

    @Override
    public Formula infix(Formula.Infix formula) {
        return Formula.infix(formula.operator(), change.apply(formula.left()), change.apply(formula.right()));
    }

    @Override
    public Formula negation(Formula.Negation formula) {
        return new Formula.Negation(change.apply(formula.operand()));
    }

    @Override
    public Formula power(Formula.Power formula) {
        return new Formula.Power(change.apply(formula.base()), change.apply(formula.exponent()));
    }

    @Override
    public Formula transpose(Formula.Transpose formula) {
        return new Formula.Transpose(change.apply(formula.operand()));
    }

    @Override
    public Formula index(Formula.Index formula) {
        return new Formula.Index(change.apply(formula.operand()), all(formula.subscripts(), change));
    }

    @Override
    public Formula range(Formula.Range formula) {
        return new Formula.Range(end(formula.from(), change), end(formula.to(), change), end(formula.step(), change));
    }

    @Override
    public Formula blocks(Formula.Blocks formula) {
        return new Formula.Blocks(formula.rows().stream().map(row -> all(row, change)).toList());
    }

    @Override
    public Formula tuple(Formula.Tuple formula) {
        return new Formula.Tuple(all(formula.items(), change), formula.square());
    }

    @Override
    public Formula quotation(Formula.Quotation formula) {
        return formula;
    }

    @Override
    public Formula where(Formula.Where formula) {
        return new Formula.Where(change.apply(formula.body()), formula.definitions().stream()
                    .map(definition -> new Formula.Definition(definition.name(), change.apply(definition.value()))).toList());
    }

    @Override
    public Formula derivative(Formula.Derivative formula) {
        return formula;
    }

    private static List<Formula> all(List<Formula> formulas, UnaryOperator<Formula> change) {
        return formulas.stream().map(change).toList();
    }

    private static Formula end(Formula end, UnaryOperator<Formula> change) {
        return end == null ? null : change.apply(end);
    }
}
