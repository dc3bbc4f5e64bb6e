package nabla.translate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nabla.graph.Node;
import nabla.network.Activations;
import nabla.network.Definition;
import nabla.network.Join;
import nabla.network.Match;
import nabla.network.Perceptron;
import nabla.source.Span;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.tensor.Shape;

/** The {@code mlp} blocks of a script: what they define, and what is wrong with them. */
final class Networks {

    private final Map<Statement.Network, List<Definition>> blocks = new LinkedHashMap<>();

    Networks(Script script) {
        for (Statement statement : script.statements()) {
            if (statement instanceof Statement.Network network) {
                blocks.put(network, Perceptron.definitions(network));
            }
        }
    }

    /** The definitions of a block, in its order. */
    List<Definition> of(Statement.Network block) {
        return blocks.get(block);
    }

    /** The definitions of the block with this name; null if there is none. */
    List<Definition> named(Expression target) {
        for (Map.Entry<Statement.Network, List<Definition>> block : blocks.entrySet()) {
            if (target instanceof Expression.Name name && name.name().equals(block.getKey().name())) {
                return block.getValue();
            }
        }
        return null;
    }

    /**
     * Checks the names of activations and losses.
     *
     * @throws Fault for one that does not exist
     */
    void check(Statement.Network block) {
        for (Statement.Layer layer : block.layers()) {
            Expression.Call activation = layer.activation();
            if (!Activations.isKnown(activation.function())) {
                throw unknown(activation, "activation", Activations.names());
            }
            if (activation.function().equals(Activations.LINEAR) && !activation.arguments().isEmpty()) {
                throw Fault.at(activation.span(), "linear has no parameter", "write dense " + layer.units() + " linear");
            } else if (activation.arguments().size() > 1 && Activations.isLearned(activation.function())) {
                throw Fault.at(activation.span(), activation.function() + " starts from one slope", "write " + activation.function() + "(0.1)");
            }
        }
        if (!Perceptron.isLoss(block.loss().function())) {
            throw unknown(block.loss(), "loss", Perceptron.losses());
        }
    }

    private static Fault unknown(Expression.Call call, String what, List<String> known) {
        String near = Spelling.hint(call.function(), known);
        return Fault.at(call.functionSpan(), "there is no " + what + " " + call.function(),
                near != null ? near : "one of " + String.join(", ", known));
    }

    private static String entries(int count) {
        return count + (count == 1 ? " entry" : " entries") + " of an example";
    }

    /**
     * Checks what would otherwise be stretched without a word: a target that is not as large as the output, a parameter of an activation
     * that is no number.
     *
     * @throws Fault if it does not fit
     */
    static void check(Match match, Shape found, Shape needed) {
        if (found.isScalar() || found.equals(needed)) {
            return;
        }
        if (match.like() == null) {
            throw Fault.shape(match.value().span(), "the parameter of an activation is one number, not " + found, null);
        }
        throw Fault.shape(match.value().span(), "the target is " + found + " and the output of the last layer " + needed,
                found.transposed().equals(needed) ? "transpose it" : "one entry of the target for each unit of the last layer and each example");
    }

    /**
     * Checks that no other network has the name.
     *
     * @throws Fault if one before it does
     */
    void checkName(Statement.Network block) {
        for (Statement.Network other : blocks.keySet()) {
            if (other == block) {
                return;
            } else if (Objects.equals(other.name(), block.name())) {
                String which = block.name() == null ? "a network without a name" : "a network " + block.name();
                throw Fault.at(head(block), which + " is already defined on line "
                        + other.span().line(), "give each network a name of its own: mlp " + (block.name() == null ? "net" : block.name() + "2") + " {");
            }
        }
    }

    /** The line of {@code mlp}, less what follows in the block. */
    private static Span head(Statement.Network block) {
        return new Span(block.span().line(), block.span().column(), block.span().start(), block.span().start() + "mlp".length());
    }

    /**
     * Checks that a training trains a network of the script.
     *
     * @throws Fault if it does not
     */
    void check(Statement.Training training) {
        String wanted = training.network() == null ? null : training.network().name();
        List<String> known = new ArrayList<>();
        for (Statement.Network block : blocks.keySet()) {
            if (wanted == null ? block.name() == null : wanted.equals(block.name())) {
                return;
            }
            known.add(block.name() == null ? "train { … }" : "train " + block.name() + " { … }");
        }
        throw Fault.at(training.network() == null ? training.span() : training.network().span(),
                wanted == null ? "there is no network without a name to train" : "there is no network " + wanted,
                known.isEmpty() ? "write an mlp block" : "write " + String.join(" or ", known));
    }

    /**
     * Checks the shapes of the parameters of a layer before they meet.
     *
     * @throws Fault for weights or a bias that do not fit
     */
    static void check(Join join, Shape entering, Node weights, Node bias) {
        Shape needed = join.weightsFor(entering);
        if (!weights.shape().equals(needed)) {
            String units = join.layer().units() + (join.layer().units() == 1 ? " unit" : " units");
            String why = join.column() ? units + " (rows), " + entries(entering.rows()) + " (columns)"
                    : entries(entering.columns()) + " (rows), " + units + " (columns)";
            throw Fault.shape(join.weightsSpan(), join.weights() + " is " + weights.shape() + " and has to be " + needed + ": " + why,
                    weights.shape().transposed().equals(needed) ? "transpose it, or turn the convention round (convention "
                            + (join.column() ? "row" : "column") + ")" : null);
        }
        if (!bias.shape().equals(join.biasShape()) && !bias.shape().isScalar()) {
            throw Fault.shape(join.biasSpan(), join.bias() + " is " + bias.shape() + " and has to be " + join.biasShape() + ", one entry a unit",
                    bias.shape().transposed().equals(join.biasShape()) ? "write it as a " + (join.column() ? "column: [1; 2]" : "row: [1, 2]") : null);
        }
    }
}
