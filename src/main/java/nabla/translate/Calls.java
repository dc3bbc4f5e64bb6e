package nabla.translate;

import java.util.ArrayList;
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
            throw Fault.shape(call.span(), mismatch, shapes(call, function));
        }
    }

    /** Which of the arguments has which shape, where there are names to tell them by. */
    private String shapes(Expression.Call call, Function function) {
        List<String> shapes = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Function.Parameter parameter = Signature.keepsDimensions(function, call, i) ? null : Signature.parameter(function, call, i);
            if (call.arguments().get(i).value() instanceof Expression.Name name && parameter != null && parameter.kind() == Kind.MATRIX) {
                shapes.add(name.name() + " is " + construction.scope().node(name).shape());
            }
        }
        return shapes.isEmpty() ? "" : " (" + String.join(", ", shapes) + ")";
    }

    private SortedArguments sort(Expression.Call call, Function function) {
        SortedArguments sorted = new SortedArguments();
        for (int i = 0; i < call.arguments().size(); i++) {
            if (Signature.keepsDimensions(function, call, i)) {
                continue;
            }
            Expression.Argument argument = call.arguments().get(i);
            Function.Parameter parameter = Signature.parameter(function, call, i);
            if (parameter == null) {
                throw excess(call, function, argument);
            }
            if (!parameter.repeated() && sorted.has(parameter.name())) {
                throw Fault.at(argument.span(), parameter.name() + " is given twice", null);
            }
            add(parameter, argument.value(), sorted);
        }
        for (Function.Parameter parameter : function.parameters()) {
            if (!sorted.has(parameter.name())) {
                addFallback(call, function, parameter, sorted);
            }
        }
        return sorted;
    }

    private void add(Function.Parameter parameter, Expression value, SortedArguments sorted) {
        if (parameter.kind() == Kind.INTEGER) {
            int number = construction.wholeNumber(value);
            sorted.integers = and(sorted.integers, parameter, number);
        } else if (parameter.kind() == Kind.NUMBERS) {
            sorted.integers = with(sorted.integers, parameter, entries(value).stream().map(construction::wholeNumber).toList());
        } else if (parameter.kind() == Kind.TEXT) {
            if (!(value instanceof Expression.Text text)) {
                throw Fault.at(value.span(), parameter.name() + " is a text in quotes", null);
            }
            sorted.texts = with(sorted.texts, parameter, text.text());
        } else if (parameter.kind() == Kind.CONSTANT) {
            sorted.constants = with(sorted.constants, parameter, construction.known(value));
        } else {
            Node node = construction.build(value, null);
            sorted.nodes = and(sorted.nodes, parameter, node);
        }
    }

    /** A map with one more of what a parameter may have several of. */
    private static <V> Map<String, List<V>> and(Map<String, List<V>> map, Function.Parameter parameter, V value) {
        if (!parameter.repeated()) {
            return with(map, parameter, List.of(value));
        }
        Map<String, List<V>> all = map.containsKey(parameter.name()) ? map : with(map, parameter, new ArrayList<>());
        all.get(parameter.name()).add(value);
        return all;
    }

    /** A map with one value more: most calls have one argument, and little is made for it. */
    private static <V> Map<String, V> with(Map<String, V> map, Function.Parameter parameter, V value) {
        if (map.isEmpty()) {
            return Map.of(parameter.name(), value);
        }
        Map<String, V> all = map instanceof LinkedHashMap ? map : new LinkedHashMap<>(map);
        all.put(parameter.name(), value);
        return all;
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
                case INTEGER, NUMBERS -> sorted.integers = with(sorted.integers, parameter, List.of(fallback.intValue()));
                case CONSTANT -> sorted.constants = with(sorted.constants, parameter, Tensor.scalar(fallback));
                case TEXT -> throw new IllegalStateException("a text has no usual value");
                case MATRIX -> sorted.nodes = with(sorted.nodes, parameter, List.of(new Constant(fallback)));
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

    /** Arguments by parameter. */
    private static final class SortedArguments {
        private Map<String, List<Node>> nodes = Map.of();
        private Map<String, List<Integer>> integers = Map.of();
        private Map<String, Tensor> constants = Map.of();
        private Map<String, String> texts = Map.of();

        private boolean has(String parameter) {
            return nodes.containsKey(parameter) || integers.containsKey(parameter) || constants.containsKey(parameter) || texts.containsKey(parameter);
        }
    }
}
