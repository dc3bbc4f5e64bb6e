package nabla.translate;

import java.util.List;
import java.util.Map;
import nabla.backward.Derivative;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.limit.Stop;
import nabla.op.Algebra;
import nabla.op.Meanings;
import nabla.op.Transpose;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** Builds the nodes of expressions: one for each operation that is written. */
public final class Expressions extends Construction {

    private static final String PRIMES = "'\u2032";

    private Expressions(StatementContext building, Draws draws, boolean known) {
        super(building, draws, known);
    }

    /** The expressions of one statement; its random numbers are keyed by {@code statement}. */
    public static Expressions of(StatementContext building, String statement) {
        return new Expressions(building, new Draws(building.seed(), statement), false);
    }

    @Override
    Expressions with(StatementContext other, Draws numbers, boolean knowing) {
        return new Expressions(other, numbers, knowing);
    }

    @Override
    public Node build(Expression expression, String name) {
        Stop.ifAsked();
        return expression.read(new Forms(name));
    }

    /**
     * One of the outputs of a call whose outputs have names.
     *
     * @param calls those that were built, each once for all its names; null of one that failed
     */
    public Node output(Statement.Unpacking unpacking, String name, Map<Statement.Unpacking, Node> calls) {
        Calls all = new Calls(this);
        if (!calls.containsKey(unpacking)) {
            // What fails is told once.
            calls.put(unpacking, null);
            calls.put(unpacking, all.unpacked(unpacking));
        } else if (calls.get(unpacking) == null) {
            throw Fault.consequence();
        }
        return all.output(unpacking, calls.get(unpacking), unpacking.names().stream().map(Expression.Name::name).toList().indexOf(name));
    }

    /** Each form with the name that its node gets. */
    private final class Forms implements Expression.Reader<Node> {

        private final String name;

        private Forms(String name) {
            this.name = name;
        }

        @Override
        public Node number(Expression.Number number) {
            return named(origin(new Constant(number.value()), number.span()), name, number.span());
        }

        @Override
        public Node name(Expression.Name reference) {
            Node node = scope().node(reference);
            return name == null ? node : named(node, name, reference.span());
        }

        @Override
        public Node binary(Expression.Binary binary) {
            return spine(binary, name);
        }

        @Override
        public Node negation(Expression.Negation negative) {
            if (negative.operand() instanceof Expression.Number number) {
                return named(origin(new Constant(-number.value()), negative.span()), name, negative.span());
            }
            return apply(negative.span(), name, Meanings.of(Meaning.NEGATION), build(negative.operand(), null));
        }

        @Override
        public Node transpose(Expression.Transpose transpose) {
            Node operand = build(transpose.operand(), null);
            warnOfPrime(transpose, operand);
            return apply(transpose.span(), name, new Transpose(), operand);
        }

        @Override
        public Node brackets(Expression.Brackets brackets) {
            return new Brackets(Expressions.this).build(brackets, name);
        }

        @Override
        public Node index(Expression.Index index) {
            return new Subscripts(Expressions.this).build(index, name);
        }

        @Override
        public Node derivative(Expression.Derivative derivative) {
            return named(differential(derivative), name, derivative.span());
        }

        @Override
        public Node prime(Expression.Prime prime) {
            return named(new Primes(Expressions.this).of(prime).derivative(), name, prime.span());
        }

        @Override
        public Node call(Expression.Call call) {
            if (CsvCall.is(call)) {
                return named(origin(new Constant(new Table(Expressions.this).read(call)), call.span()), name, call.span());
            }
            return new Calls(Expressions.this).build(call, name);
        }

        @Override
        public Node tuple(Expression.Tuple tuple) {
            throw Fault.at(tuple.span(), "several values in round brackets", "a row is written [a, b]; several axes are axis=(0, 2)");
        }

        @Override
        public Node text(Expression.Text text) {
            throw Fault.at(text.span(), "a text in quotes belongs in csv(\"…\")", null);
        }

        @Override
        public Node slice(Expression.Slice slice) {
            throw Fault.at(slice.span(), "a range belongs in A[…]", null);
        }

        @Override
        public Node ellipsis(Expression.Ellipsis ellipsis) {
            throw Fault.at(ellipsis.span(), "a range belongs in A[…]", null);
        }
    }

    /** {@code z'} looks like the derivative of a number. */
    private void warnOfPrime(Expression.Transpose transpose, Node operand) {
        if (operand.shape().isScalar() && transpose.operand() instanceof Expression.Name of && PRIMES.indexOf(last(transpose.span())) >= 0) {
            List<Node> inputs = Topology.order(List.of(operand)).stream().filter(node -> node instanceof Input && node != operand).toList();
            warn(transpose.span(), last(transpose.span()) + " transposes; d" + of.name() + "/d" + (inputs.size() == 1 ? inputs.get(0).name() : "x")
                    + " is the derivative");
        }
    }

    /** A sum of many terms leans to the left, deeper than recursion may go. */
    private Node spine(Expression.Binary top, String name) {
        int depth = 1;
        for (Expression left = top.left(); left instanceof Expression.Binary binary; left = binary.left()) {
            depth++;
        }
        Expression.Binary[] spine = new Expression.Binary[depth];
        spine[0] = top;
        for (int k = 1; k < depth; k++) {
            spine[k] = (Expression.Binary) spine[k - 1].left();
        }
        Node result = build(spine[depth - 1].left(), null);
        for (int k = depth - 1; k >= 0; k--) {
            result = new OperatorUse(this, spine[k], result, build(spine[k].right(), null)).build(k == 0 ? name : null);
        }
        return result;
    }

    private Node differential(Expression.Derivative derivative) {
        Node stated = scope().derivative(derivative);
        if (stated != null) {
            return stated;
        }
        if (!(derivative.by() instanceof Expression.Name name)) {
            throw Fault.at(derivative.by().span(), "a derivative is taken with respect to a name",
                    "give the expression a name: u = " + text(derivative.by()));
        }
        Node by = scope().variable(name);
        Node of = differentiated(derivative.of());
        if (!Topology.dependents(Topology.order(List.of(of)), List.of(by)).contains(of)) {
            warn(derivative.span(), text(derivative.of()) + " does not depend on " + name.name() + ", the derivative is 0");
        }
        try {
            int scale = scope().scale(of, by);
            return scale == 1 ? Derivative.of(of, by) : Algebra.mul(scale, Derivative.of(of, by));
        } catch (ShapeMismatch mismatch) {
            throw Fault.shape(derivative.span(), mismatch);
        }
    }

    /** The function f of {@code df/dx} is meant at the nodes that its parameters are called like. */
    Node differentiated(Expression of) {
        Scope.WrittenFunction mapped = of instanceof Expression.Name name ? scope().mapped(name.name()) : null;
        return build(mapped == null ? of : FunctionCall.atItsParameters(mapped.mapping(), of.span()), null);
    }

    private char last(Span span) {
        return source().text().charAt(Math.min(span.end(), source().text().length()) - 1);
    }
}
