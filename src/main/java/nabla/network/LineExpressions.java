package nabla.network;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Meaning;
import nabla.op.Meanings;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Argument;
import nabla.syntax.Expression.Operator;

/** Expressions put together for one line of a block; all of them point to that line. */
record LineExpressions(Span span) {

    Expression.Name name(String name) {
        return new Expression.Name(span, name);
    }

    Expression.Number number(double value) {
        return new Expression.Number(span, value, Double.toString(value));
    }

    Expression binary(Expression left, Operator operator, Expression right) {
        return new Expression.Binary(span, span, operator, left, right);
    }

    Expression call(String function, Expression... arguments) {
        List<Argument> list = new ArrayList<>();
        for (Expression argument : arguments) {
            list.add(new Argument(argument.span(), null, argument));
        }
        return new Expression.Call(span, span, function, list);
    }

    /** The call with one more argument, by name. */
    Expression with(Expression call, String parameter, Expression value) {
        Expression.Call before = (Expression.Call) call;
        List<Argument> list = new ArrayList<>(before.arguments());
        list.add(new Argument(span, parameter, value));
        return new Expression.Call(span, before.functionSpan(), before.function(), list);
    }

    Expression root(Expression value) {
        return call(Meanings.of(Meaning.ROOT).symbol(), value);
    }
}
