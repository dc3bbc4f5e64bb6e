package nabla.repl;

import java.util.Map;
import nabla.network.Perceptron;
import nabla.op.Functions;
import nabla.repl.EntryKey.Kind;
import nabla.session.Quantity;
import nabla.session.Rewriting;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.Reader;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** Weights and biases of a network that are given on a line of their own, {@code xor.W1 = [1, 1; 1, 1]}: the network with them. */
record Weights(Workspace workspace) {

    /** The block with other parameters; null where nothing like it was typed. */
    String network(ParsedInput typed) {
        if (typed.script().statements().size() != 1 || !(typed.script().statements().get(0) instanceof Statement.Equation equation)
                || !(equation.left() instanceof Expression.Name name)) {
            return null;
        }
        ProgramEntry network = workspace.program().entries().stream().filter(entry -> entry.is(Kind.NETWORK) && entry.names().contains(name.name()))
                .findFirst().orElse(null);
        if (network == null) {
            return null;
        }
        SourceText text = new SourceText("", network.text());
        Statement.Network block = (Statement.Network) new Reader(Functions.names()).read(text).statements().get(0);
        boolean parameter = Perceptron.definitions(block).stream().anyMatch(definition -> definition.isParameter() && definition.name().equals(name.name()));
        Tensor value = parameter ? value(typed.source().slice(equation.right().span())) : null;
        return value == null ? null : new Rewriting(text, block).with(Map.of(name.name(), value));
    }

    /** What an expression is worth in the session. */
    private Tensor value(String expression) {
        String free = "weights";
        while (workspace.names().contains(free)) {
            free += "_";
        }
        ParsedInput definition = ParsedInput.read(new SourceText("", free + " = " + expression), workspace.names());
        Quantity quantity = new Change(workspace, definition).entered().workspace().quantities().get(free);
        return quantity == null ? null : quantity.value();
    }
}
