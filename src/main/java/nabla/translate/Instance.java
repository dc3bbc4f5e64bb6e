package nabla.translate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.model.Handwork;
import nabla.model.Handwork.Rule;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.op.Algebra;
import nabla.op.HandWrittenOp;
import nabla.op.Meanings;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** An operation with a hand-written backward pass, built for arguments of certain shapes. */
final class Instance {

    /**
     * What the operations of a script have in common.
     *
     * @param seed    of everything random
     * @param sheets  where {@code csv} finds its files
     * @param derived whether calls use the rules that are derived
     */
    record Setting(SourceText source, long seed, Sheets sheets, boolean derived) { }

    private final Statement.Operation operation;
    private final Setting setting;
    private final OperationScope scope;
    private final Map<String, Node> forward = new LinkedHashMap<>();
    private final Map<Integer, Node> sizes = new LinkedHashMap<>();
    private final List<Input> parameters = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final Expressions expressions;
    private final List<Node> outputs;
    private final List<Input> upstreams = new ArrayList<>();
    private final BackwardLines lines;
    private final HandWrittenOp op;

    /**
     * Builds the operation.
     *
     * @param operations those that its lines may call
     * @param meant      the forward lines whose gradients backward lines with other names are
     * @throws Fault if a line has an error; a shape error only of a forward line, in a backward line it makes the rule wrong
     */
    Instance(Statement.Operation operation, List<Shape> shapes, Scope.OperationTable operations, Setting setting, Map<String, String> meant) {
        this.operation = operation;
        this.setting = setting;
        this.scope = new OperationScope(operation, operations);
        this.expressions = Expressions.of(building(), "op " + operation.name());
        sizes(shapes).forEach((name, size) -> {
            Node constant = Constant.local(name, size);
            scope.define(name, constant);
            if (size > 1) {
                sizes.putIfAbsent(size, constant);
            }
        });
        for (int i = 0; i < shapes.size(); i++) {
            Statement.Parameter parameter = operation.parameters().get(i);
            Input input = new Input(parameter.name(), shapes.get(i));
            scope.define(new Expression.Name(parameter.span(), parameter.name()), input);
            parameters.add(input);
        }
        outputs = forward();
        for (Node output : outputs) {
            Input upstream = new Input("d" + output.name(), output.shape());
            scope.define(upstream.name(), upstream);
            upstreams.add(upstream);
        }
        List<Node> targets = new ArrayList<>(parameters);
        targets.addAll(forward.values());
        lines = new BackwardLines(building(), scope, upstreams, new ReversePass(objective(), seed(), targets), meant);
        operation.lines().stream().filter(line -> !line.forward()).forEach(lines::read);
        op = new HandWrittenOp(operation.name(), parameters, outputs, upstreams,
                parameters.stream().map(p -> setting.derived() ? rule(p).derived() : rule(p).used()).toList());
    }

    private Map<String, Integer> sizes(List<Shape> shapes) {
        try {
            return new Shapes(operation.name(), operation.parameters()).sizes(shapes);
        } catch (ShapeMismatch mismatch) {
            throw Fault.at(operation.nameSpan(), mismatch.getMessage(), mismatch.hint());
        }
    }

    private StatementContext building() {
        return new StatementContext(scope, setting.source(), new IdentityHashMap<>(), warnings, setting.seed(), setting.sheets());
    }

    /** What the gradients are taken of: the output, or of several the sum of their products with the gradients from above. */
    private Node objective() {
        return outputs.size() == 1 ? outputs.get(0) : sum(outputs);
    }

    /** The gradient of that. */
    private Node seed() {
        return outputs.size() == 1 ? upstreams.get(0) : Algebra.ONE;
    }

    private Node sum(List<Node> values) {
        Node sum = null;
        for (int k = 0; k < values.size(); k++) {
            Node product = Algebra.sum(Algebra.mul(upstreams.get(k), values.get(k)));
            sum = sum == null ? product : Algebra.add(sum, product);
        }
        return sum;
    }

    private List<Node> forward() {
        Node last = null;
        for (Statement.Line line : operation.lines()) {
            if (line.forward()) {
                String name = line.target().name();
                Node node = expressions.build(line.value(), name);
                last = node instanceof Apply ? node : new Apply(name, Meanings.of(Meaning.IDENTITY), List.of(node));
                scope.define(line.target(), last);
                forward.put(name, last);
            }
        }
        return operation.outputs().isEmpty() ? List.of(last) : operation.outputs().stream().map(output -> forward.get(output.name())).toList();
    }

    private Rule rule(Node parameter) {
        return lines.rule(parameter);
    }

    HandWrittenOp op() {
        return op;
    }

    /** The operation used once, with the rules as they are judged; {@code declared} says what its arguments range over. */
    Handwork.Trial trial(List<Statement.Parameter> declared) {
        List<Leaf> leaves = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Statement.Space space = declared.get(i).space();
            Rule rule = rule(parameters.get(i));
            boolean data = space != null && space.kind() != Statement.Kind.REAL && rule.span() == null;
            leaves.add(new Leaf(parameters.get(i), data, null, space == null ? Domains.anything() : Domains.of(space)));
            rules.add(rule);
        }
        List<Node> inner = forward.values().stream().filter(lines::isWritten).toList();
        List<Input> shifts = inner.stream().map(node -> new Input(node.name(), node.shape())).toList();
        shifts.forEach(shift -> leaves.add(new Leaf(shift, false, Tensor.zeros(shift.shape()), Domains.anything())));
        inner.forEach(node -> rules.add(rule(node)));
        upstreams.forEach(upstream -> leaves.add(new Leaf(upstream, true, null, Domains.anything())));
        HandWrittenOp judged = HandWrittenOp.shifted(operation.name(), parameters, outputs, upstreams, rules.stream().map(Rule::judged).toList(), inner, shifts);
        List<Node> arguments = new ArrayList<>(parameters);
        arguments.addAll(shifts);
        boolean single = outputs.size() == 1;
        Node use = new Apply(single ? outputs.get(0).name() : null, judged, arguments);
        Node root = sum(IntStream.range(0, outputs.size()).mapToObj(k -> judged.output(null, use, k)).toList());
        Model.Reading reading = new Model.Reading(new IdentityHashMap<>(Map.of(use, operation.nameSpan())), warnings);
        Model model = new Model(new Model.Ending(use, single ? upstreams.get(0) : null, root), List.of(use), leaves, List.of(), reading, sizes, setting.seed());
        Map<String, Node> silent = new LinkedHashMap<>(forward);
        inner.forEach(node -> silent.remove(node.name()));
        return new Handwork.Trial(model, objective(), seed(), rules, lines.locals(), silent);
    }
}
