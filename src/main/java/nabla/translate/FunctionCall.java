package nabla.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Meanings;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** A call of a function that the script writes down: its body, over the nodes of the arguments. Each of these is built once. */
record FunctionCall(Construction construction, Scope.WrittenFunction mapped) {

    /** Longer code is not repeated in a hint. */
    private static final int LONG = 60;

    Node build(Expression.Call call, String name) {
        Statement.Mapping mapping = mapped.mapping();
        List<Node> arguments = new ArrayList<>();
        requireArguments(call);
        for (Expression.Argument argument : call.arguments()) {
            arguments.add(construction.build(argument.value(), null));
        }
        construction.budget().enter(call.function(), call.span());
        try {
            return construction.inside(body(arguments), mapped.source()).build(mapping.body(), name);
        } catch (Fault fault) {
            throw at(call, fault, arguments);
        } catch (ShapeMismatch mismatch) {
            throw Fault.shape(call.span(), mismatch);
        } finally {
            construction.budget().leave();
        }
    }

    private void requireArguments(Expression.Call call) {
        int arity = mapped.mapping().parameters().size();
        for (Expression.Argument argument : call.arguments()) {
            if (argument.name() != null || argument.value() instanceof Expression.Slice) {
                throw Fault.at(argument.span(), call.function() + " takes its arguments by position", "it is " + written());
            }
        }
        if (call.arguments().size() != arity) {
            throw Fault.at(call.span(), call.function() + " takes " + arity + (arity == 1 ? " argument" : " arguments") + ", not "
                    + call.arguments().size(), "it is " + written());
        }
    }

    /** {@code f(x, y) = …} as it was defined. */
    private String written() {
        String text = mapped.source().slice(mapped.mapping().span()).replaceAll("\\s+", " ");
        String head = text.substring(0, text.indexOf(')') + 1);
        return text.length() <= LONG ? text : head.length() <= LONG ? head + " = …" : head.substring(0, LONG) + "…";
    }

    /** What differentiates by a parameter needs a node of its own for it: the argument may be used elsewhere too, or be a number. */
    private Scope body(List<Node> arguments) {
        List<Statement.Parameter> parameters = mapped.mapping().parameters();
        Map<String, Node> nodes = new HashMap<>();
        new Shapes(mapped.mapping().name(), parameters).sizes(arguments.stream().map(Node::shape).toList())
                .forEach((size, number) -> nodes.put(size, new Constant(size, Tensor.scalar(number))));
        boolean differentiates = Use.of(mapped.mapping().body()).stream().anyMatch(use -> use.role() == Use.Role.DERIVATIVE);
        for (int k = 0; k < arguments.size(); k++) {
            Node argument = arguments.get(k);
            nodes.put(parameters.get(k).name(), differentiates ? new Apply(null, Meanings.of(Meaning.IDENTITY), List.of(argument)) : argument);
        }
        return new Body(nodes, mapped.scope());
    }

    /** An error in the body, at the call: the body itself may be right for other arguments. */
    private Fault at(Expression.Call call, Fault fault, List<Node> arguments) {
        if (fault.diagnostic() == null) {
            return fault;
        } else if (fault.diagnostic().isRefusal()) {
            return Fault.refused(call.span(), fault.diagnostic().what(), fault.diagnostic().hint());
        } else if (!fault.isShape()) {
            return Fault.at(call.span(), "in " + call.function() + ": " + fault.getMessage(), fault.diagnostic().hint());
        }
        List<Shape> shapes = arguments.stream().map(Node::shape).toList();
        return Fault.shape(call.span(), call.function() + " does not take " + (shapes.size() == 1 ? "an argument " : "arguments ")
                + String.join(", ", shapes.stream().map(Shape::toString).toList()) + ": " + fault.getMessage(), fault.diagnostic().hint());
    }

    /** {@code f(x)} for a function that is called like a value. */
    static Expression.Call atItsParameters(Statement.Mapping mapping, Span span) {
        List<Expression.Argument> arguments = mapping.parameters().stream()
                .map(parameter -> new Expression.Argument(span, null, new Expression.Name(span, parameter.name()))).toList();
        return new Expression.Call(span, span, mapping.name(), arguments);
    }
}
