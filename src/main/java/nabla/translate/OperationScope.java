package nabla.translate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nabla.graph.Node;
import nabla.op.NamedConstants;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/**
 * What names mean inside an operation with a hand-written backward pass: its parameters, its sizes, and the lines above; of the
 * script around it only functions.
 */
final class OperationScope implements Scope {

    private final Statement.Operation operation;
    private final OperationTable operations;
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final Map<String, Fault> failed = new HashMap<>();

    OperationScope(Statement.Operation operation, OperationTable operations) {
        this.operation = operation;
        this.operations = operations;
    }

    /** The same names, from which the two go on apart. */
    OperationScope copy() {
        OperationScope copy = new OperationScope(operation, operations);
        copy.names.putAll(names);
        return copy;
    }

    /** Gives a name a meaning; it is refused where it has one. */
    void define(Expression.Name name, Node node) {
        if (names.containsKey(name.name()) || failed.containsKey(name.name())) {
            throw Fault.at(name.span(), name.name() + " is already defined in " + operation.name(), "choose another name");
        }
        names.put(name.name(), node);
    }

    /** What is no line of its own: a size, the gradient of the output. */
    void define(String name, Node node) {
        names.put(name, node);
    }

    /** Whoever uses this name fails with the line that was to define it. */
    void fail(Expression.Name name, Fault fault) {
        failed.put(name.name(), fault);
    }

    /** The node of a name, or null. */
    Node find(String name) {
        return names.get(name);
    }

    @Override
    public Node node(Expression.Name name) {
        Node node = names.get(name.name());
        if (node != null) {
            return node;
        } else if (failed.containsKey(name.name())) {
            throw failed.get(name.name());
        }
        Node constant = NamedConstants.find(name.name());
        if (constant == null) {
            throw Fault.at(name.span(), name.name() + " has no meaning in " + operation.name(), hint(name.name()));
        }
        return constant;
    }

    private String hint(String name) {
        if (isGradient(name)) {
            return "write backward " + name + " = … above";
        }
        String near = Spelling.hint(name, names.keySet());
        return near != null ? near : "an operation sees its parameters and the lines above";
    }

    /** Whether this is the gradient of a parameter or of a forward line. */
    boolean isGradient(String name) {
        String node = name.startsWith("d") ? name.substring(1) : "";
        return operation.parameters().stream().anyMatch(parameter -> parameter.name().equals(node))
                || operation.lines().stream().anyMatch(line -> line.forward() && line.target().name().equals(node));
    }

    /** A function of the text sees what it is called with, and nothing of the operation. */
    @Override
    public WrittenFunction mapped(String name) {
        WrittenFunction known = names.containsKey(name) ? null : operations.mapped(name);
        return known == null ? null : new WrittenFunction(known.mapping(), known.source(), new OperationScope(operation, operations));
    }

    @Override
    public boolean isNode(String name) {
        return names.containsKey(name);
    }

    @Override
    public OperationTable operations() {
        return operations;
    }
}
