package nabla.translate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.backward.Gradients;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.op.Meanings;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** Builds {@code f'(x)}: the derivative of a function of one argument, whatever that depends on; of a matrix entry by entry, where the function is. */
record Primes(Construction construction) {

    private static final String PARAMETER = "x";
    /** Each order multiplies the size of the graph. */
    private static final int ORDERS = 6;

    /**
     * A derivative.
     *
     * @param of what is differentiated: the function at a node of its own, or of that the derivative one order below
     * @param by that node
     */
    record DerivedFunction(Node of, Node by, Node derivative) { }

    DerivedFunction of(Expression.Prime prime) {
        Expression.Call call = prime.call();
        if (prime.order() > ORDERS) {
            throw Fault.refused(prime.span(), "a derivative of order " + prime.order() + ", more than " + ORDERS, "differentiate the formula of one below");
        }
        requireFunction(prime);
        Expression argument = call.arguments().get(0).value();
        construction.scope().derivative(new Expression.Derivative(prime.span(), call, argument));
        Node by = new Apply(null, Meanings.of(Meaning.IDENTITY), List.of(construction.build(argument, null)));
        Expression.Call plain = new Expression.Call(call.span(), call.functionSpan(), call.function(),
                List.of(new Expression.Argument(argument.span(), null, new Expression.Name(argument.span(), PARAMETER))));
        Node derivative = construction.inside(new Body(Map.of(PARAMETER, by), construction.scope()), construction.source()).build(plain, null);
        Node of = derivative;
        for (int k = 0; k < prime.order(); k++) {
            of = derivative;
            derivative = derivative(prime, of, by);
        }
        return new DerivedFunction(of, by, derivative);
    }

    private Node derivative(Expression.Prime prime, Node of, Node by) {
        if (by.shape().isScalar() && of.shape().isScalar()) {
            return Gradients.of(of, by);
        }
        if (!of.shape().equals(by.shape()) || !isElementwise(of, by)) {
            String f = prime.call().function();
            String x = construction.text(prime.call().arguments().get(0).value());
            throw Fault.shape(prime.span(), f + "' is the derivative of a number by a number, or entry by entry; here " + x + " is " + by.shape() + " and "
                    + f + "(" + x + ") is " + of.shape(), "write grad(sum(" + f + "(" + x + ")), " + x + "), with a name for the argument");
        }
        return Gradients.of(Algebra.sum(of), by);
    }

    private static boolean isElementwise(Node of, Node by) {
        List<Node> order = Topology.order(List.of(of));
        Places dependents = Topology.dependents(order, List.of(by));
        return order.stream().allMatch(node -> !dependents.contains(node) || node == by || node instanceof Apply use && use.op().elementwise());
    }

    private static String parameters(Scope.WrittenFunction mapped, Function function) {
        Stream<String> names = mapped != null ? mapped.mapping().parameters().stream().map(Statement.Parameter::name)
                : function != null ? function.parameters().stream().filter(one -> one.fallback() == null).map(Function.Parameter::name) : Stream.of("…");
        return names.collect(Collectors.joining(", ", "(", ")"));
    }

    private void requireFunction(Expression.Prime prime) {
        Expression.Call call = prime.call();
        String f = call.function();
        Scope.WrittenFunction mapped = construction.scope().mapped(f);
        Function function = mapped == null ? Functions.find(f) : null;
        if (mapped == null && function == null && construction.scope().operations().function(f) == null) {
            String argument = construction.source().slice(call.span()).replaceFirst("^[^(]*", "");
            if (construction.scope().isNode(f)) {
                boolean number = construction.scope().node(new Expression.Name(call.functionSpan(), f)).shape().isScalar();
                throw Fault.at(prime.span(), f + " is no function, and ' transposes",
                        number ? "write d" + f + "/dx for its derivative, or define a function, " + f + "(x) = …" : "write " + f + "' @ " + argument + " for a product");
            }
            if (construction.scope().isBroken(f)) {
                throw Fault.consequence();
            }
            throw Fault.at(call.functionSpan(), "there is no function " + f, "define it: " + f + "(x) = …");
        }
        int arity = mapped != null ? mapped.mapping().parameters().size() : function != null
                ? (int) function.parameters().stream().filter(parameter -> parameter.fallback() == null).count()
                : construction.scope().operations().function(f).arity();
        if (arity != 1) {
            throw Fault.at(prime.span(), f + " takes " + arity + " arguments: ' does not say by which one it is differentiated",
                    "write grad(" + f + parameters(mapped, function) + ", x), where x is a name");
        } else if (call.arguments().size() != 1 || call.arguments().get(0).name() != null
                || call.arguments().get(0).value() instanceof Expression.Slice) {
            throw Fault.at(prime.span(), f + "' takes one argument", "write " + f + "'(x)");
        }
    }
}
