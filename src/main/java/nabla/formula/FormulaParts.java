package nabla.formula;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a formula is directly made of, in the order in which it is written. */
public final class FormulaParts implements Formula.Reader<List<Formula>> {

    private static final FormulaParts READER = new FormulaParts();

    private FormulaParts() { }

    /** Those of a formula. */
    public static List<Formula> of(Formula formula) {
        return formula.read(READER);
    }

    /** Whether a formula stands somewhere in another one, or is it. */
    public static boolean contains(Formula whole, Formula part) {
        return whole.equals(part) || of(whole).stream().anyMatch(each -> contains(each, part));
    }

    @Override
    public List<Formula> number(Formula.Number formula) {
        return List.of();
    }

    @Override
    public List<Formula> name(Formula.Name formula) {
        return List.of();
    }

    @Override
    public List<Formula> call(Formula.Call formula) {
        return formula.arguments();
    }

    @Override
    public List<Formula> argument(Formula.NamedArgument formula) {
        return List.of(formula.value());
    }

    @Override
    public List<Formula> infix(Formula.Infix formula) {
        return List.of(formula.left(), formula.right());
    }

    @Override
    public List<Formula> negation(Formula.Negation formula) {
        return List.of(formula.operand());
    }

    @Override
    public List<Formula> power(Formula.Power formula) {
        return List.of(formula.base(), formula.exponent());
    }

    @Override
    public List<Formula> transpose(Formula.Transpose formula) {
        return List.of(formula.operand());
    }

    @Override
    public List<Formula> index(Formula.Index formula) {
        return Stream.concat(Stream.of(formula.operand()), formula.subscripts().stream()).toList();
    }

    @Override
    public List<Formula> range(Formula.Range formula) {
        return Stream.of(formula.from(), formula.to(), formula.step()).filter(Objects::nonNull).toList();
    }

    @Override
    public List<Formula> blocks(Formula.Blocks formula) {
        return formula.rows().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Formula> tuple(Formula.Tuple formula) {
        return formula.items();
    }

    @Override
    public List<Formula> quotation(Formula.Quotation formula) {
        return List.of();
    }

    @Override
    public List<Formula> where(Formula.Where formula) {
        return Stream.concat(Stream.of(formula.body()), formula.definitions().stream().map(Formula.Definition::value)).toList();
    }

    @Override
    public List<Formula> derivative(Formula.Derivative formula) {
        return List.of();
    }
}
