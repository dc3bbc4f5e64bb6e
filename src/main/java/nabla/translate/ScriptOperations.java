package nabla.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.model.Handwork;
import nabla.op.HandWrittenOp;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Statement;
import nabla.tensor.Shape;

/** The operations that a script defines. One is built anew for each choice of shapes that it is called with. */
public final class ScriptOperations implements Scope.OperationTable {

    private final Map<String, Statement.Operation> operations;
    private final List<Diagnostic> diagnostics;
    private final Instance.Setting setting;
    private final Map<InstanceKey, Instance> instances = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private final Function<String, Scope.WrittenFunction> functions;

    private record InstanceKey(String name, List<Shape> shapes) { }

    /**
     * Operations of a text, by name.
     *
     * @param diagnostics get what is wrong with them
     * @param derived     whether calls use the rules that are derived
     * @param functions   those that the text writes down, by name; null for none of a name
     */
    public ScriptOperations(Map<String, Statement.Operation> operations, SourceText source, List<Diagnostic> diagnostics, long seed, Sheets sheets,
            boolean derived, Function<String, Scope.WrittenFunction> functions) {
        this.functions = functions;
        this.operations = operations;
        this.diagnostics = diagnostics;
        this.setting = new Instance.Setting(source, seed, sheets, derived);
    }

    @Override
    public Scope.WrittenFunction mapped(String name) {
        return functions.apply(name);
    }

    @Override
    public Collection<String> names() {
        return operations.keySet();
    }

    /** Tries every operation; those with an error are reported and left out. */
    public List<Handwork> check() {
        List<Handwork> handwork = new ArrayList<>();
        for (Statement.Operation operation : operations.values()) {
            List<Handwork.Trial> trials = trials(operation);
            if (trials.isEmpty()) {
                broken.add(operation.name());
            } else {
                handwork.add(new Handwork(operation.name(), operation.nameSpan(), trials,
                        meant -> trials.stream().map(trial -> retold(operation, shapes(operation, trial), operation.parameters(), meant)).toList()));
            }
        }
        return handwork;
    }

    /** A parameter without a declared shape may fit only as a scalar or only as a matrix: then one of the two trials is enough. */
    private List<Handwork.Trial> trials(Statement.Operation operation) {
        Shapes shapes = new Shapes(operation.name(), operation.parameters());
        List<Handwork.Trial> trials = new ArrayList<>();
        Fault last = null;
        for (boolean first : new boolean[] {true, false}) {
            try {
                trials.add(instance(operation, shapes.choose(first ? setting.seed() : setting.seed() + 1, first)).trial(operation.parameters()));
            } catch (Fault fault) {
                last = fault;
                if (!shapes.isOpen() || !fault.isShape()) {
                    trials.clear();
                    break;
                }
            }
        }
        if (!trials.isEmpty()) {
            diagnostics.addAll(trials.get(0).model().diagnostics());
        } else if (last != null && last.diagnostic() != null) {
            diagnostics.add(last.diagnostic());
        }
        return trials;
    }

    private static List<Shape> shapes(Statement.Operation operation, Handwork.Trial trial) {
        return trial.model().leaves().subList(0, operation.parameters().size()).stream().map(leaf -> leaf.node().shape()).toList();
    }

    /** An operation tried where backward lines with other names are judged as the gradients that they were to be. */
    public Handwork.Trial retold(Statement.Operation operation, List<Shape> shapes, List<Statement.Parameter> declared, Map<String, String> meant) {
        return new Instance(operation, shapes, this, setting, meant).trial(declared);
    }

    /** An operation at one choice of shapes, tried with what {@code declared} says of its arguments. */
    public Handwork.Trial trial(Statement.Operation operation, List<Shape> shapes, List<Statement.Parameter> declared) {
        return instance(operation, shapes).trial(declared);
    }

    private Instance instance(Statement.Operation operation, List<Shape> shapes) {
        InstanceKey key = new InstanceKey(operation.name(), shapes);
        Instance instance = instances.get(key);
        if (instance == null) {
            if (!open.add(operation.name())) {
                throw Fault.at(operation.nameSpan(), operation.name() + " uses itself", "its forward lines are made of functions, and of operations that do without it");
            }
            try {
                instance = new Instance(operation, shapes, this, setting, Map.of());
            } finally {
                open.remove(operation.name());
            }
            instances.put(key, instance);
        }
        return instance;
    }

    @Override
    public Scope.Function function(String name) {
        Statement.Operation operation = operations.get(name);
        if (operation == null) {
            return null;
        }
        return new Scope.Function() {
            @Override
            public int arity() {
                return operation.parameters().size();
            }

            @Override
            public int outputs() {
                return operation.results();
            }

            @Override
            public Node output(String name, Node call, int k) {
                return ((HandWrittenOp) ((Apply) call).op()).output(name, call, k);
            }

            @Override
            public Node call(String result, List<Node> arguments) {
                return ScriptOperations.this.call(operation, result, arguments);
            }
        };
    }

    private Node call(Statement.Operation operation, String result, List<Node> arguments) {
        if (broken.contains(operation.name())) {
            throw Fault.consequence();
        }
        List<Shape> shapes = arguments.stream().map(Node::shape).toList();
        new Shapes(operation.name(), operation.parameters()).sizes(shapes);
        try {
            return new Apply(result, instance(operation, shapes).op(), arguments);
        } catch (Fault fault) {
            if (!fault.isShape() || fault.isRefusal()) {
                throw fault;
            }
            throw new ShapeMismatch(operation.name() + " does not take arguments " + shapes + ": " + fault.getMessage(), fault.diagnostic().hint());
        }
    }
}
