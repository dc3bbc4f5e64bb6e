package nabla.network;

import nabla.op.Indexing;
import nabla.op.Leaves;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Operator;
import nabla.syntax.Statement;

/**
 * Weights that are not given. {@code he}: normal with variance 2/n (He et al., 2015); {@code xavier}: uniform within ±√(6/(n + m)), for n
 * entries that enter and m units (Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks, 2010).
 */
record InitialWeights(LineExpressions words, Statement.Layer layer, Expression input, boolean column) {

    /** The weights as an expression that draws them; {@code cols(X)} is known once the layer before it is. */
    Expression weights() {
        Expression entering = words.call(new Indexing.Size(column ? 0 : 1).symbol(), input);
        Expression units = words.number(layer.units());
        Expression rows = column ? units : entering;
        Expression columns = column ? entering : units;
        return switch (method()) {
            case "he" -> words.with(words.call(Leaves.NORMAL, rows, columns), "std", words.root(words.binary(words.number(2), Operator.DIVIDE, entering)));
            case "xavier" -> within(words.call(Leaves.UNIFORM, rows, columns), words.root(words.binary(words.number(6), Operator.DIVIDE,
                    words.binary(entering, Operator.ADD, units))));
            case "normal" -> words.with(words.call(Leaves.NORMAL, rows, columns), "std", layer.initial().scale());
            default -> words.call(Leaves.ZEROS, rows, columns);
        };
    }

    private Expression within(Expression call, Expression limit) {
        return words.with(words.with(call, "low", new Expression.Negation(words.span(), limit)), "high", limit);
    }

    private String method() {
        if (layer.initial() != null) {
            return layer.initial().method();
        }
        return Activations.isRectifier(layer.activation().function()) ? "he" : "xavier";
    }

    /** Zeros, or the given bias; a number is one for every unit. */
    Expression bias() {
        Expression given = layer.bias();
        Expression one = words.number(1);
        Expression units = words.number(layer.units());
        Expression rows = column ? units : one;
        Expression columns = column ? one : units;
        if (given == null) {
            return words.call(Leaves.ZEROS, rows, columns);
        }
        boolean number = given instanceof Expression.Number
                || given instanceof Expression.Negation negative && negative.operand() instanceof Expression.Number;
        return number && layer.units() > 1 ? words.binary(words.call(Leaves.ONES, rows, columns), Operator.MULTIPLY, given) : given;
    }
}
