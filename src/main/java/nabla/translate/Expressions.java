package nabla.translate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import nabla.backward.Derivative;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.limit.Stop;
import nabla.op.Algebra;
import nabla.op.Meanings;
import nabla.op.Transpose;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.tensor.Tensor;

/** Builds the nodes of expressions: one for each operation that is written. */
public final class Expressions {

    private static final String PRIMES = "'\u2032";

    private final Building building;
    private final Draws draws;
    private final boolean known;

    /**
     * Expressions of one statement.
     *
     * @param draws the random numbers of the statement
     * @param known whether {@code rows(A)} has to be a number at once
     */
    Expressions(Building building, Draws draws, boolean known) {
        this.building = building;
        this.draws = draws;
        this.known = known;
    }

    /** The expressions of one statement; its random numbers are keyed by {@code statement}. */
    public static Expressions of(Building building, String statement) {
        return new Expressions(building, new Draws(building.seed(), statement), false);
    }

    private Expressions knowing() {
        return known ? this : new Expressions(building, draws, true);
    }

    /**
     * The node of an expression.
     *
     * @param name the name it gets: with one it is always a node of its own; null without
     * @throws Fault if the expression has an error
     */
    public Node build(Expression expression, String name) {
        Stop.ifAsked();
        if (expression instanceof Expression.Number number) {
            return named(origin(new Constant(number.value()), number.span()), name, number.span());
        } else if (expression instanceof Expression.Name reference) {
            return named(scope().node(reference), name, reference.span());
        } else if (expression instanceof Expression.Binary binary) {
            return spine(binary, name);
        } else if (expression instanceof Expression.Negative negative) {
            return negative(negative, name);
        } else if (expression instanceof Expression.Transpose transpose) {
            Node operand = build(transpose.operand(), null);
            if (operand.shape().isScalar() && transpose.operand() instanceof Expression.Name of && PRIMES.indexOf(last(transpose.span())) >= 0) {
                List<Node> inputs = Topology.order(List.of(operand)).stream().filter(node -> node instanceof Input && node != operand).toList();
                warn(transpose.span(), last(transpose.span()) + " transposes; d" + of.name() + "/d" + (inputs.size() == 1 ? inputs.get(0).name() : "x")
                        + " is the derivative");
            }
            return apply(transpose.span(), name, new Transpose(), operand);
        } else if (expression instanceof Expression.Brackets brackets) {
            return new Brackets(this).build(brackets, name);
        } else if (expression instanceof Expression.Index index) {
            return new Subscripts(this).build(index, name);
        } else if (expression instanceof Expression.Derivative derivative) {
            return named(derivative(derivative), name, derivative.span());
        } else if (expression instanceof Expression.Prime prime) {
            return named(new Primes(this).of(prime).derivative(), name, prime.span());
        } else if (expression instanceof Expression.Call call && CsvCall.is(call)) {
            Node table = origin(new Constant(new Table(this, building.sheets()).read(call)), call.span());
            return named(table, name, call.span());
        } else if (expression instanceof Expression.Call call) {
            return new Calls(this).build(call, name);
        }
        if (expression instanceof Expression.Tuple tuple) {
            throw Fault.at(tuple.span(), "several values in round brackets", "a row is written [a, b]; several axes are axis=(0, 2)");
        }
        String what = expression instanceof Expression.Text ? "a text in quotes belongs in csv(\"…\")" : "a range belongs in A[…]";
        throw Fault.at(expression.span(), what, null);
    }

    /** The value of an expression that has to be known when the graph is built. */
    Tensor known(Expression expression) {
        return Known.value(knowing().build(expression, null), expression.span());
    }

    /** The same for a whole number. */
    int wholeNumber(Expression expression) {
        return Known.wholeNumber(known(expression), expression.span());
    }

    /** A sum of many terms leans to the left, deeper than recursion may go. */
    private Node spine(Expression.Binary top, String name) {
        Deque<Expression.Binary> spine = new ArrayDeque<>();
        Expression left = top;
        while (left instanceof Expression.Binary binary) {
            spine.push(binary);
            left = binary.left();
        }
        Node result = build(left, null);
        for (Expression.Binary binary : spine) {
            OperatorUse operators = new OperatorUse(this, binary, result, build(binary.right(), null));
            result = operators.build(binary == top ? name : null);
        }
        return result;
    }

    private Node negative(Expression.Negative negative, String name) {
        if (negative.operand() instanceof Expression.Number number) {
            return named(origin(new Constant(-number.value()), negative.span()), name, negative.span());
        }
        return apply(negative.span(), name, Meanings.of(Meaning.NEGATION), build(negative.operand(), null));
    }

    private Node derivative(Expression.Derivative derivative) {
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
        Scope.Mapped mapped = of instanceof Expression.Name name ? scope().mapped(name.name()) : null;
        return build(mapped == null ? of : WrittenOut.atItsParameters(mapped.mapping(), of.span()), null);
    }

    /** The same random numbers where names mean something else, in another text. */
    Expressions inside(Scope other, SourceText code) {
        return new Expressions(building.inside(other, code), draws, known);
    }

    EntryBudget budget() {
        return building.budget();
    }

    /** The node of an operation, with its place. */
    Node apply(Span span, String name, Op op, Node... arguments) {
        try {
            return origin(new Apply(name, op, List.of(arguments)), span);
        } catch (ShapeMismatch mismatch) {
            throw Fault.shape(span, mismatch);
        }
    }

    /** The node under a name: what already has another one, or is no operation, is given a node of its own. */
    Node named(Node node, String name, Span span) {
        return name == null || name.equals(node.name()) ? node : origin(new Apply(name, Meanings.of(Meaning.IDENTITY), List.of(node)), span);
    }

    /** Remembers the place of a node; numbers need none. */
    Node origin(Node node, Span span) {
        building.budget().spend(node, span);
        if (!(node instanceof Constant)) {
            building.origins().putIfAbsent(node, span);
        }
        return node;
    }

    private char last(Span span) {
        return source().text().charAt(Math.min(span.end(), source().text().length()) - 1);
    }

    void warn(Span span, String message) {
        building.diagnostics().add(Diagnostic.warning(span, message, null));
    }

    void warn(Span span, String message, String hint) {
        building.diagnostics().add(Diagnostic.warning(span, message, hint));
    }

    /** Whether this is only a trial, of which no hint is read. */
    boolean isTrial() {
        return building.trial();
    }

    /** The same for code that may be proposed. */
    Expressions trial(SourceText code) {
        return new Expressions(building.trial(code), new Draws(building.seed(), "trial"), known);
    }

    boolean isKnown() {
        return known;
    }

    Scope scope() {
        return building.scope();
    }

    Draws draws() {
        return draws;
    }

    SourceText source() {
        return building.source();
    }

    /** The text of an expression, as written. */
    String text(Expression expression) {
        return source().slice(expression.span());
    }
}
