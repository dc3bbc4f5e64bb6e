package nabla.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.matrix.Shape;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.HandWritten;
import nabla.op.Sum;
import nabla.op.Unary;
import nabla.source.Diagnostic;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.translate.Handwork.Rule;
import nabla.translate.Model.Leaf;

/**
 * An operation with a hand-written backward pass, built for arguments of certain shapes. Its lines see its own names and nothing of the
 * script around it; each sees those above it.
 */
final class Instance implements Scope {

    private final Statement.Operation operation;
    private final Operations operations;
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final Map<String, Node> forward = new LinkedHashMap<>();
    private final Map<String, Fault> failed = new HashMap<>();
    private final List<Input> parameters = new ArrayList<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final Expressions expressions;
    private final ReversePass derived;
    private final Node output;
    private final Input upstream;
    private final HandWritten op;

    /**
     * Builds the operation.
     *
     * @throws Fault if a line has an error; a shape error only of a forward line, in a backward line it makes the rule wrong
     */
    Instance(Statement.Operation operation, List<Shape> shapes, Operations operations) {
        this.operation = operation;
        this.operations = operations;
        this.expressions = new Building(this, operations.source(), new IdentityHashMap<>(), warnings, operations.seed(), Sheets.in(null))
                .expressions("op " + operation.name());
        new Shapes(operation).sizes(shapes).forEach((name, size) -> names.put(name, new Constant(name, Matrix.scalar(size))));
        for (int i = 0; i < shapes.size(); i++) {
            Statement.Parameter parameter = operation.parameters().get(i);
            Input input = new Input(parameter.name(), shapes.get(i));
            define(new Expression.Name(parameter.span(), parameter.name()), input);
            parameters.add(input);
        }
        output = forward();
        upstream = new Input("d" + output.name(), output.shape());
        names.put(upstream.name(), upstream);
        List<Node> targets = new ArrayList<>(parameters);
        targets.addAll(forward.values());
        derived = new ReversePass(output, upstream, targets);
        operation.lines().stream().filter(line -> !line.forward()).forEach(this::backward);
        op = new HandWritten(operation.name(), parameters, output, upstream, parameters.stream().map(this::used).toList());
    }

    private void define(Expression.Name name, Node node) {
        if (names.putIfAbsent(name.name(), node) != null) {
            throw Fault.at(name.span(), name.name() + " is already defined in " + operation.name(), "choose another name");
        }
    }

    private Node forward() {
        Node last = null;
        for (Statement.Line line : operation.lines()) {
            if (line.forward()) {
                String name = line.target().name();
                Node node = expressions.build(line.value(), name);
                last = node instanceof Apply ? node : new Apply(name, Unary.IDENTITY, List.of(node));
                define(line.target(), last);
                forward.put(name, last);
            }
        }
        return last;
    }

    private void backward(Statement.Line line) {
        String name = line.target().name();
        if (name.equals(upstream.name())) {
            throw Fault.at(line.target().span(), name + " is the gradient of the output, and given", "the lines say what follows from it");
        }
        Node node = null;
        Fault fault = null;
        try {
            node = expressions.build(line.value(), null);
        } catch (Fault error) {
            fault = error;
            if (!error.isShape()) {
                throw error;
            }
            failed.put(name, error);
        }
        Node target = isGradient(name) ? names.get(name.substring(1)) : null;
        if (target != null) {
            node = rule(line, target, node, fault);
        }
        if (node != null) {
            define(line.target(), node);
        }
    }

    /** Notes the rule of a line and gives what {@code dX} means in the lines below. */
    private Node rule(Statement.Line line, Node target, Node written, Fault fault) {
        String name = line.target().name();
        Diagnostic problem = fault != null ? fault.diagnostic()
                : new Comparison(operations.source()).mismatch(name, target.shape(), line.value(), written.shape());
        Node fitting = problem == null ? Algebra.stretch(written, target.shape()) : null;
        rules.put(name, new Rule(name, line.span(), problem == null ? fitting : written, derived(target), problem));
        return problem == null ? fitting : written;
    }

    private Node derived(Node node) {
        Node adjoint = derived.adjoint(node);
        return adjoint == null ? Algebra.zeros(node.shape()) : adjoint;
    }

    private Rule rule(Node parameter) {
        String name = "d" + parameter.name();
        Rule written = rules.get(name);
        return written != null ? written : new Rule(name, null, null, derived(parameter), null);
    }

    /** The rule that a use of the operation follows: as written, where that is possible at all. */
    private Node used(Node parameter) {
        Rule rule = rule(parameter);
        return rule.written() != null && rule.problem() == null ? rule.written() : rule.derived();
    }

    HandWritten op() {
        return op;
    }

    /** The operation used once. */
    Handwork.Trial trial() {
        Node use = new Apply(output.name(), op, parameters);
        Node root = new Apply(new Sum(-1), new Apply(Binary.MUL, upstream, use));
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Statement.Space space = operation.parameters().get(i).space();
            boolean data = space != null && space.kind() != Statement.Kind.REAL && !rules.containsKey("d" + parameters.get(i).name());
            leaves.add(new Leaf(parameters.get(i), data, null, space == null ? Domains.anything() : Domains.of(space)));
        }
        leaves.add(new Leaf(upstream, true, null, Domains.anything()));
        Model model = new Model(use, upstream, root, List.of(use), leaves, new IdentityHashMap<>(Map.of(use, operation.nameSpan())), List.of(),
                List.of(), warnings, operations.seed());
        List<Rule> all = new ArrayList<>();
        parameters.forEach(parameter -> all.add(rule(parameter)));
        rules.values().stream().filter(rule -> !all.contains(rule)).forEach(all::add);
        return new Handwork.Trial(model, all);
    }

    @Override
    public Node node(Expression.Name name) {
        Node node = names.get(name.name());
        if (node != null) {
            return node;
        } else if (failed.containsKey(name.name())) {
            throw failed.get(name.name());
        }
        Node constant = Environment.constant(name.name());
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

    @Override
    public Node variable(Expression.Name name) {
        return node(name);
    }

    @Override
    public boolean isNode(String name) {
        return names.containsKey(name);
    }

    /** Whether this is the gradient of a parameter or of a forward line. */
    private boolean isGradient(String name) {
        String node = name.startsWith("d") ? name.substring(1) : "";
        return forward.containsKey(node) || parameters.stream().anyMatch(parameter -> parameter.name().equals(node));
    }

    @Override
    public Function operation(String name) {
        return operations.function(name);
    }

    @Override
    public Collection<String> operations() {
        return operations.names();
    }
}
