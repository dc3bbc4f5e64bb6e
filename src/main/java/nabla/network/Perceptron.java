package nabla.network;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Trait;
import nabla.network.Definition.Part;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.op.Sum;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Expression.Argument;
import nabla.syntax.Expression.Operator;
import nabla.syntax.Statement;

/**
 * An {@code mlp} block as the plain definitions it stands for: {@code z1 = X @ W1 + b1}, {@code h1 = relu(z1)}, … and the loss. With one
 * example a column it is {@code z1 = W1 @ X + b1}.
 */
public final class Perceptron {

    private static final double SLOPE = 0.25;

    private final Statement.Network block;
    private final String prefix;
    private final List<Definition> definitions = new ArrayList<>();

    private Perceptron(Statement.Network block) {
        this.block = block;
        this.prefix = prefix(block.name());
    }

    /** The definitions of a block, in an order in which each uses only those before it. */
    public static List<Definition> definitions(Statement.Network block) {
        Perceptron perceptron = new Perceptron(block);
        Expression entering = block.input();
        for (int l = 1; l <= block.layers().size(); l++) {
            entering = perceptron.addLayer(l, block.layers().get(l - 1), entering);
        }
        perceptron.addLoss(entering);
        return List.copyOf(perceptron.definitions);
    }

    /** What stands before the names of a network: {@code xor.}, or nothing. */
    public static String prefix(String network) {
        return network == null ? "" : network + ".";
    }

    /** Every loss that a block can have. */
    public static List<String> losses() {
        return Functions.all().stream().filter(function -> function.is(Trait.LOSS)).map(Function::name).toList();
    }

    public static boolean isLoss(String name) {
        Function function = Functions.find(name);
        return function != null && function.is(Trait.LOSS);
    }

    private Expression addLayer(int l, Statement.Layer layer, Expression entering) {
        LineExpressions words = new LineExpressions(layer.span());
        InitialWeights drawing = new InitialWeights(words, layer, entering, block.column());
        Expression weights = add(Part.WEIGHTS, l, layer.span(), layer.weights() != null ? layer.weights() : drawing.weights(), null);
        Expression bias = add(Part.BIAS, l, layer.span(), drawing.bias(), null);
        Expression product = block.column() ? words.binary(weights, Operator.MATMUL, entering) : words.binary(entering, Operator.MATMUL, weights);
        Join join = new Join(layer, entering, prefix + "W" + l, prefix + "b" + l, block.column());
        Expression z = add(Part.SUM, l, layer.span(), words.binary(product, Operator.ADD, bias), join);
        List<Argument> parameters = layer.activation().arguments();
        Match single = parameters.isEmpty() ? null : new Match(parameters.get(0).value(), null);
        return add(Part.OUTPUT, l, layer.span(), activated(l, layer, z), null, single);
    }

    private Expression add(Part part, int l, Span span, Expression value, Join join) {
        return add(part, l, span, value, join, null);
    }

    private Expression add(Part part, int l, Span span, Expression value, Join join, Match match) {
        definitions.add(new Definition(part, l, prefix + part.of(l), span, value, join, match));
        return new Expression.Name(span, prefix + part.of(l));
    }

    private Expression activated(int l, Statement.Layer layer, Expression z) {
        Expression.Call activation = layer.activation();
        LineExpressions words = new LineExpressions(activation.span());
        String function = activation.function();
        if (function.equals(Activations.LINEAR)) {
            return z;
        } else if (Activations.isByClass(function)) {
            return words.with(words.call(Functions.BY_CLASS + function, z), "axis", classes(words));
        } else if (Activations.isLearned(function)) {
            Expression slope = activation.arguments().isEmpty() ? words.number(SLOPE) : activation.arguments().get(0).value();
            return words.call(function, z, add(Part.SLOPE, l, activation.span(), slope, null));
        }
        List<Argument> arguments = new ArrayList<>(List.of(new Argument(z.span(), null, z)));
        arguments.addAll(activation.arguments());
        return new Expression.Call(activation.span(), activation.functionSpan(), function, arguments);
    }

    /** The classes of one example lie along a row, or down a column. */
    private Expression classes(LineExpressions words) {
        return words.number(block.column() ? 0 : 1);
    }

    private void addLoss(Expression output) {
        Expression.Call loss = block.loss();
        LineExpressions words = new LineExpressions(loss.span());
        Expression target = loss.arguments().get(0).value();
        boolean classes = Activations.isByClass(loss.function());
        Expression value = words.call(classes ? Functions.BY_CLASS + loss.function() : loss.function(), output, target);
        value = classes ? words.with(value, "axis", classes(words)) : value;
        add(Part.LOSS, 0, loss.span(), block.penalty() == null ? value : words.binary(value, Operator.ADD, penalty()), null,
                classes ? null : new Match(target, output));
    }

    private Expression penalty() {
        LineExpressions words = new LineExpressions(block.penalty().span());
        Expression squares = null;
        for (int l = 1; l <= block.layers().size(); l++) {
            Expression square = words.call(new Sum(-1).symbol(), words.binary(words.name(prefix + "W" + l), Operator.POWER, words.number(2)));
            squares = squares == null ? square : words.binary(squares, Operator.ADD, square);
        }
        return words.binary(block.penalty(), Operator.MULTIPLY, squares);
    }
}
