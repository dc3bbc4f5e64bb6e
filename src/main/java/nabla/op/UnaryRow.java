package nabla.op;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.number.Real;

/**
 * A row of {@link Unary} while it is written: what every function has to say stands in the factory, what only some say is added. In all
 * functions of nodes x is the argument and y the result.
 */
final class UnaryRow extends TableRow<UnaryRow> {

    final List<String> names;
    final DoubleUnaryOperator kernel;
    final GenericKernel generic;
    final BinaryOperator<Node> derivative;
    Differences.Rule difference;
    List<Edge> edges = List.of();
    UnaryOperator<Node> definition = x -> null;
    UnaryOperator<Node> parts;
    BinaryOperator<Node> integral = (x, y) -> null;
    Unary.Partner partner;

    private UnaryRow(String names, DoubleUnaryOperator kernel, GenericKernel generic, BinaryOperator<Node> derivative) {
        super(names.split(" ")[0]);
        this.names = List.of(names.split(" "));
        this.kernel = kernel;
        this.generic = generic;
        this.derivative = derivative;
        this.difference = Differences.plain(kernel);
    }

    @Override
    UnaryRow self() {
        return this;
    }

    /**
     * A function.
     *
     * @param names      its name, then its aliases
     * @param kernel     its value
     * @param generic    the same over any arithmetic
     * @param derivative in terms of x and y; null where it is zero everywhere
     */
    static UnaryRow row(String names, DoubleUnaryOperator kernel, GenericKernel generic, BinaryOperator<Node> derivative) {
        return new UnaryRow(names, kernel, generic, derivative);
    }

    /** The rule for lanes, where there is a better one than a difference of two values. */
    UnaryRow lanes(Differences.Rule rule) {
        difference = rule;
        return this;
    }

    UnaryRow guard(Edge... guards) {
        edges = List.of(guards);
        return this;
    }

    /** The value by simpler functions: what a proof that two formulas are equal expands. */
    UnaryRow means(UnaryOperator<Node> value) {
        definition = value;
        return this;
    }

    /** A learner differentiates it step by step: by the definition. */
    UnaryRow apart() {
        parts = definition;
        return this;
    }

    /** A learner differentiates it step by step, in other steps than those of the definition. */
    UnaryRow apart(UnaryOperator<Node> steps) {
        parts = steps;
        return this;
    }

    /** An antiderivative, which learners give for the derivative. */
    UnaryRow integral(BinaryOperator<Node> antiderivative) {
        integral = antiderivative;
        return this;
    }

    /** f² = own·(1 − others·g²) with another function g of the same argument. */
    UnaryRow square(int own, int others, UnaryOperator<Node> other) {
        partner = new Unary.Partner(own, others, other);
        return this;
    }

    /** The kernel over any arithmetic. */
    interface GenericKernel {
        <T extends Real<T>> T at(T x);
    }

    interface Edge {
        Guard at(Node x);
    }
}
