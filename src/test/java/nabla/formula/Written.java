package nabla.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.op.Leaves;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.ParsedExpression;
import nabla.syntax.Reader;

/** Formulas from the text they are written in. */
public final class Written {

    private Written() { }

    /** The formula of a text over the names given. */
    public static Formula formula(String text, Set<String> names) {
        ParsedExpression reading = new Reader(Functions.names()).expression(new SourceText("formula", text), names);
        if (reading.problem() != null) {
            throw new IllegalArgumentException(text + ": " + reading.problem().message());
        }
        return formula(reading.expression());
    }

    private static Formula formula(Expression e) {
        if (e == null) {
            return null;
        } else if (e instanceof Expression.Number number) {
            return Formula.number(number.value());
        } else if (e instanceof Expression.Name name) {
            return Formula.name(name.name());
        } else if (e instanceof Expression.Text quoted) {
            return new Formula.Quotation(quoted.text());
        } else if (e instanceof Expression.Call call) {
            List<Formula> arguments = new ArrayList<>();
            for (Expression.Argument argument : call.arguments()) {
                Formula value = formula(argument.value());
                arguments.add(argument.name() == null ? value : new Formula.NamedArgument(argument.name(), value));
            }
            return Formula.call(call.function(), arguments, notation(call.function()));
        } else if (e instanceof Expression.Binary binary) {
            Formula left = formula(binary.left());
            Formula right = formula(binary.right());
            return binary.operator() == Expression.Operator.POWER ? new Formula.Power(left, right)
                    : Formula.infix(binary.operator() == Expression.Operator.DOT ? "*" : binary.operator().symbol(), left, right);
        } else if (e instanceof Expression.Negation negative) {
            return new Formula.Negation(formula(negative.operand()));
        } else if (e instanceof Expression.Transpose transpose) {
            return new Formula.Transpose(formula(transpose.operand()));
        } else if (e instanceof Expression.Index index) {
            return new Formula.Index(formula(index.operand()), index.subscripts().stream().map(Written::formula).toList());
        } else if (e instanceof Expression.Slice slice) {
            return new Formula.Range(formula(slice.from()), formula(slice.to()), formula(slice.step()));
        } else if (e instanceof Expression.Tuple tuple) {
            return new Formula.Tuple(tuple.items().stream().map(Written::formula).toList(), false);
        } else if (e instanceof Expression.Brackets brackets) {
            return new Formula.Blocks(brackets.rows().stream().map(row -> row.stream().map(Written::formula).toList()).toList());
        } else if (e instanceof Expression.Derivative derivative) {
            return new Formula.Derivative(((Expression.Name) derivative.of()).name(), ((Expression.Name) derivative.by()).name());
        }
        throw new IllegalArgumentException(String.valueOf(e));
    }

    private static Notation notation(String name) {
        Function function = Functions.find(name);
        if (function == null || function.op() != null) {
            return function == null ? Notation.PLAIN : function.op().notation();
        }
        List<Formula> size = List.of(Formula.number(2));
        return Stream.of(Leaves.eye(size.get(0)), Leaves.filled(0, size), Leaves.filled(1, size)).map(Formula.Call.class::cast)
                .filter(call -> call.function().equals(name)).map(Formula.Call::notation).findFirst().orElse(Notation.MATRIX);
    }
}
