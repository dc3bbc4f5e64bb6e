package nabla.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.source.Span;
import nabla.syntax.Statement.Initialisation;
import nabla.syntax.Statement.Layer;
import nabla.syntax.antlr.NablaParser.*;
import org.antlr.v4.runtime.Token;

/** Collects the lines of one {@code mlp} block. */
final class NetworkBuilder {

    private static final List<String> METHODS = List.of("he", "xavier", "zeros", "normal");

    private final ExpressionBuilder expressions = new ExpressionBuilder();
    private final Set<Integer> given = new HashSet<>();
    private final List<Layer> layers = new ArrayList<>();
    private boolean column;
    private Expression input;
    private Expression.Call loss;
    private Expression.Number penalty;
    private Initialisation initial;

    void add(LayerLineContext line) {
        if (!(line instanceof DenseLineContext) && !given.add(line.start.getType())) {
            throw new UnreadableSentence(Words.span(line.start), "\"" + line.start.getText() + "\" is given twice", null);
        }
        if (line instanceof DenseLineContext dense) {
            layers.add(layer(dense));
        } else if (line instanceof InputLineContext context) {
            input = expressions.visit(context.expression());
        } else if (line instanceof InitLineContext context) {
            initial = initial(context.initial());
        } else if (line instanceof LossLineContext context) {
            loss = loss(context);
        } else if (line instanceof PenaltyLineContext context) {
            penalty = NumberReader.number(context.NUMBER().getSymbol());
        } else if (line instanceof ConventionLineContext context) {
            column = convention(context.NAME().getSymbol());
        }
    }

    private static boolean convention(Token name) {
        return switch (name.getText()) {
            case "column" -> true;
            case "row" -> false;
            default -> throw new UnreadableSentence(Words.span(name), "an example is a row or a column", "write convention column, or leave the line out");
        };
    }

    private Expression.Call loss(LossLineContext context) {
        Token name = context.NAME().getSymbol();
        Span span = Words.span(name).to(Words.span(context.arguments()));
        Expression.Call call = new Expression.Call(span, Words.span(name), name.getText(), expressions.arguments(context.arguments()));
        if (call.arguments().size() != 1 || call.arguments().get(0).name() != null || call.arguments().get(0).value() instanceof Expression.Slice) {
            throw new UnreadableSentence(span, "a loss takes what the output is compared with", "write loss " + name.getText() + "(Y)");
        }
        return call;
    }

    private Layer layer(DenseLineContext context) {
        int units = NumberReader.positive(context.NUMBER().getSymbol(), "a number of units");
        if (context.activation() == null) {
            throw new UnreadableSentence(Words.after(context.NUMBER().getSymbol()), "the layer has no activation",
                    "write dense " + units + " relu, or dense " + units + " linear");
        }
        Expression weights = null;
        Expression bias = null;
        Initialisation own = null;
        Set<Class<?>> parts = new HashSet<>();
        for (GivenContext part : context.given()) {
            if (!parts.add(part.getClass())) {
                throw new UnreadableSentence(Words.span(part.start), "\"" + part.start.getText() + "\" is given twice", null);
            }
            if (own != null && part instanceof WeightsContext || weights != null && part instanceof InitContext) {
                throw new UnreadableSentence(Words.span(part.start), "weights that are given are not drawn", "write either weights or init");
            } else if (part instanceof WeightsContext given) {
                weights = expressions.visit(given.expression());
            } else if (part instanceof BiasContext given) {
                bias = expressions.visit(given.expression());
            } else if (part instanceof InitContext given) {
                own = initial(given.initial());
            }
        }
        Token last = !context.given().isEmpty()
                ? context.given(context.given().size() - 1).stop : context.activation().stop;
        return new Layer(Words.span(context.start, last), units, activation(context.activation()), weights, bias, own);
    }

    private Expression.Call activation(ActivationContext context) {
        Token name = context.NAME().getSymbol();
        return new Expression.Call(Words.span(context), Words.span(name), name.getText(),
                context.arguments() == null ? List.of() : expressions.arguments(context.arguments()));
    }

    private static Initialisation initial(InitialContext context) {
        Token name = context.NAME().getSymbol();
        Expression.Number scale = context.NUMBER() == null ? null : NumberReader.number(context.NUMBER().getSymbol());
        if (!METHODS.contains(name.getText()) || name.getText().equals("normal") != (scale != null)) {
            throw new UnreadableSentence(Words.span(context), "weights are not drawn like this", "write init he, init xavier, init zeros or init normal 0.1");
        }
        return new Initialisation(Words.span(context), name.getText(), scale);
    }

    /** The network of the lines added. */
    Statement.Network build(Span span, Span head, String name) {
        require(input != null, head, "input X");
        require(!layers.isEmpty(), head, "dense 2 relu");
        require(loss != null, head, "loss squared_error(Y)");
        List<Layer> complete = layers.stream().map(layer -> layer.initial() != null ? layer : new Layer(layer.span(), layer.units(),
                layer.activation(), layer.weights(), layer.bias(), initial)).toList();
        return new Statement.Network(span, name, column, input, complete, loss, penalty);
    }

    private static void require(boolean there, Span head, String line) {
        if (!there) {
            throw new UnreadableSentence(head, "the network has no line " + line.substring(0, line.indexOf(' ')), "write " + line);
        }
    }
}
