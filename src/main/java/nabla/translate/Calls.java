package nabla.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.op.Arguments;
import nabla.op.Function.Kind;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.op.Indexing;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/** Builds calls: sorts the arguments by parameter and lets the function make its node. */
record Calls(Construction construction) {

    Node build(Expression.Call call, String name) {
        Function function = Functions.find(call.function());
        if (function != null) {
            return construction.isKnown() && function.is(Trait.OF_SHAPE)
                    ? size(call, function) : build(call, function, name);
        }
        Scope.WrittenFunction mapped = construction.scope().mapped(call.function());
        if (mapped != null) {
            return new FunctionCall(construction, mapped).build(call, name);
        }
        Scope.Function operation = construction.scope().operations().function(call.function());
        if (operation == null) {
            if (call.function().startsWith(".")) {
                throw Fault.at(call.functionSpan(), "a value has no functions of its own, and no " + call.function(), hint(call));
            }
            if (construction.scope().isBroken(call.function())) {
                throw Fault.consequence();
            }
            throw Fault.at(call.functionSpan(), "there is no function " + call.function(), hint(call));
        }
        if (operation.outputs() > 1) {
            throw Fault.at(call.span(), call.function() + " has " + operation.outputs() + " outputs", "give each a name: "
                    + IntStream.rangeClosed(1, operation.outputs()).mapToObj(k -> "y" + k).collect(Collectors.joining(", ")) + " = "
                    + call.function() + "(…)");
        }
        return build(call, operation, name);
    }

    /** All outputs of a call as one node, for so many names. */
    Node unpacked(Statement.Unpacking unpacking) {
        Expression.Call call = (Expression.Call) unpacking.value();
        Scope.Function operation = Functions.find(call.function()) == null ? construction.scope().operations().function(call.function()) : null;
        if (operation == null || operation.outputs() != unpacking.names().size()) {
            String outputs = operation == null || operation.outputs() == 1 ? "one output" : operation.outputs() + " outputs";
            if (operation == null && Functions.find(call.function()) == null && construction.scope().mapped(call.function()) == null) {
                build(call, null);
            }
            throw Fault.at(unpacking.span(), call.function() + " has " + outputs + ", and " + unpacking.names().size() + " names stand on the left",
                    operation == null || operation.outputs() == 1 ? "write one name" : "write as many names as outputs");
        }
        return build(call, operation, null);
    }

    /** Output k of that node, under a name. */
    Node output(Statement.Unpacking unpacking, Node whole, int k) {
        Expression.Name name = unpacking.names().get(k);
        String function = ((Expression.Call) unpacking.value()).function();
        return construction.origin(construction.scope().operations().function(function).output(name.name(), whole, k), name.span());
    }

    private String hint(Expression.Call call) {
        if (construction.scope().isNode(call.function())) {
            return applied(call);
        }
        String known = new LibraryCall(construction, call).hint();
        if (known != null || call.function().indexOf('.') >= 0 || Counterparts.find(call.function(), false) != null) {
            return known;
        }
        Set<String> names = new LinkedHashSet<>(construction.scope().operations().names());
        names.addAll(construction.scope().mappedNames());
        Functions.all().forEach(function -> names.addAll(function.names()));
        return Spelling.hint(call.function(), names);
    }

    /** {@code x(x + 2)} is a product, {@code A(1, 2)} of a matrix an entry. */
    private String applied(Expression.Call call) {
        String arguments = construction.source().slice(call.span()).substring(call.function().length()).strip();
        String code = new Offer(construction).first(List.of(call.function() + "*" + arguments, call.function() + " @ " + arguments));
        return code == null ? "an entry is written " + call.function() + "[i, j], counted from 0" : "did you mean " + code + "?";
    }

    /** The number of rows or columns, where it has to be known before there is a graph. */
    private Node size(Expression.Call call, Function function) {
        SortedArguments sorted = sort(call, function);
        Node matrix = sorted.nodes.values().iterator().next().get(0);
        return new Constant(((Indexing.Size) function.op()).of(matrix.shape()));
    }

    private Node build(Expression.Call call, Scope.Function operation, String name) {
        if (call.arguments().size() != operation.arity()) {
            throw Fault.at(call.span(), call.function() + " takes " + operation.arity() + (operation.arity() == 1 ? " argument" : " arguments")
                    + ", not " + call.arguments().size(), null);
        }
        List<Node> arguments = new ArrayList<>();
        for (Expression.Argument argument : call.arguments()) {
            if (argument.name() != null) {
                throw Fault.at(argument.span(), call.function() + " takes its arguments by position", null);
            }
            arguments.add(construction.build(argument.value(), null));
        }
        try {
            return construction.origin(operation.call(name, arguments), call.span());
        } catch (ShapeMismatch mismatch) {
            throw Fault.shape(call.span(), mismatch);
        }
    }

    private Node build(Expression.Call call, Function function, String name) {
        SortedArguments sorted = sort(call, function);
        Supplier<RandomGenerator> random = construction.draws().next();
        Arguments arguments = new Arguments(name, sorted.nodes, sorted.integers, sorted.constants, sorted.texts, count -> {
            construction.budget().draw(count, call.span());
            return random.get();
        });
        try {
            Node node = construction.origin(function.builder().build(arguments), call.span());
            return construction.named(node, name, call.span());
        } catch (ShapeMismatch mismatch) {
            throw Fault.shape(call.span(), mismatch, shapes(call, sorted));
        }
    }

    /** Which of the arguments has which shape, where there are names to tell them by. */
    private String shapes(Expression.Call call, SortedArguments sorted) {
        List<String> shapes = new ArrayList<>();
        int k = 0;
        for (List<Node> nodes : sorted.written) {
            Expression value = call.arguments().get(k++).value();
            if (value instanceof Expression.Name name && !nodes.isEmpty()) {
                shapes.add(name.name() + " is " + nodes.get(0).shape());
            }
        }
        return shapes.isEmpty() ? "" : " (" + String.join(", ", shapes) + ")";
    }

    private SortedArguments sort(Expression.Call call, Function function) {
        SortedArguments sorted = new SortedArguments(new LinkedHashMap<>(2), new HashMap<>(2), new HashMap<>(2), new HashMap<>(2), new ArrayList<>(2));
        List<String> given = new ArrayList<>(2);
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression.Argument argument = call.arguments().get(i);
            if (Signature.keepsDimensions(function, call, i)) {
                sorted.written.add(List.of());
                continue;
            }
            Function.Parameter parameter = Signature.parameter(function, call, i);
            if (parameter == null) {
                throw excess(call, function, argument);
            }
            if (!given.contains(parameter.name())) {
                given.add(parameter.name());
            } else if (!parameter.repeated()) {
                throw Fault.at(argument.span(), parameter.name() + " is given twice", null);
            }
            add(parameter, argument.value(), sorted);
        }
        for (Function.Parameter parameter : function.parameters()) {
            if (!given.contains(parameter.name())) {
                addFallback(call, function, parameter, sorted);
            }
        }
        return sorted;
    }

    private void add(Function.Parameter parameter, Expression value, SortedArguments sorted) {
        List<Node> nodes = List.of();
        if (parameter.kind() == Kind.INTEGER) {
            sorted.integers.computeIfAbsent(parameter.name(), name -> new ArrayList<>()).add(construction.wholeNumber(value));
        } else if (parameter.kind() == Kind.NUMBERS) {
            sorted.integers.put(parameter.name(), entries(value).stream().map(construction::wholeNumber).toList());
        } else if (parameter.kind() == Kind.TEXT) {
            if (!(value instanceof Expression.Text text)) {
                throw Fault.at(value.span(), parameter.name() + " is a text in quotes", null);
            }
            sorted.texts.put(parameter.name(), text.text());
        } else if (parameter.kind() == Kind.CONSTANT) {
            sorted.constants.put(parameter.name(), construction.known(value));
        } else {
            nodes = List.of(construction.build(value, null));
            if (parameter.repeated()) {
                sorted.nodes.computeIfAbsent(parameter.name(), name -> new ArrayList<>()).addAll(nodes);
            } else {
                sorted.nodes.put(parameter.name(), nodes);
            }
        }
        sorted.written.add(nodes);
    }

    /** Of several in brackets each; else the one. */
    private static List<Expression> entries(Expression value) {
        return value instanceof Expression.Tuple tuple ? tuple.items() : List.of(value);
    }

    private static void addFallback(Expression.Call call, Function function, Function.Parameter parameter, SortedArguments sorted) {
        Double fallback = parameter.fallback();
        if (fallback == null) {
            throw Fault.at(call.span(), call.function() + " needs " + parameter.name(), "it is written " + Signature.of(function));
        } else if (!fallback.isNaN()) {
            switch (parameter.kind()) {
                case INTEGER, NUMBERS -> sorted.integers.put(parameter.name(), List.of(fallback.intValue()));
                case CONSTANT -> sorted.constants.put(parameter.name(), Tensor.scalar(fallback));
                case TEXT -> throw new IllegalStateException("a text has no usual value");
                case MATRIX -> sorted.nodes.put(parameter.name(), List.of(new Constant(fallback)));
            }
        }
    }

    private Fault excess(Expression.Call call, Function function, Expression.Argument argument) {
        String known = new LibraryCall(construction, call).hint();
        String written = known != null ? known : "it is written " + Signature.of(function);
        if (argument.name() == null) {
            return Fault.at(argument.span(), call.function() + " takes at most " + function.parameters().size()
                    + (function.parameters().size() == 1 ? " argument" : " arguments"), written);
        }
        String hint = Spelling.hint(argument.name(), function.parameters().stream().map(Function.Parameter::name).toList());
        return Fault.at(argument.span(), call.function() + " has no parameter " + argument.name(), known != null || hint == null ? written : hint);
    }

    /** Arguments by parameter; {@code written} holds the node of each in the order of the call, or nothing. */
    private record SortedArguments(Map<String, List<Node>> nodes, Map<String, List<Integer>> integers, Map<String, Tensor> constants,
            Map<String, String> texts, List<List<Node>> written) { }
}
