package nabla.op;

import java.util.List;
import java.util.function.BinaryOperator;
import nabla.graph.Guard;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Trait;
import nabla.number.Real;

/**
 * A row of {@link Binary} while it is written: what every operation has to say stands in the factory, what only some say is added. In all
 * functions of nodes a and b are the arguments.
 */
final class BinaryRow extends TableRow<BinaryRow> {

    final String call;
    final Sweep sweep;
    final GenericKernel generic;
    final Partial left;
    final Partial right;
    String sign;
    Partial shared = (a, b, y) -> y;
    PairDifferences.Rule difference;
    Edge edge = (a, b) -> List.of();
    BinaryOperator<Node> definition = (a, b) -> null;

    private BinaryRow(String call, Sweep sweep, GenericKernel generic, Partial left, Partial right) {
        super(call.split(" ")[0]);
        this.call = call;
        this.sweep = sweep;
        this.generic = generic;
        this.left = left;
        this.right = right;
        this.difference = PairDifferences.plain(sweep);
    }

    @Override
    BinaryRow self() {
        return this;
    }

    /**
     * An operation.
     *
     * @param call    its name; where a text calls it by that, with the parameters behind it: {@code elu x alpha=1}
     * @param sweep   its value
     * @param generic the same over any arithmetic
     * @param left    the derivative by a in terms of a, b and the value, or what they {@link #share}; null where it is zero everywhere
     * @param right   the derivative by b
     */
    static BinaryRow row(String call, Sweep sweep, GenericKernel generic, Partial left, Partial right) {
        return new BinaryRow(call, sweep, generic, left, right);
    }

    /** A comparison, written with a sign. */
    static BinaryRow comparison(String name, String sign, Meaning meaning, Sweep sweep, GenericKernel generic) {
        return row(name, sweep, generic, null, null).sign(sign).meaning(meaning).guard(Edges::difference)
                .is(Trait.STEPWISE, Trait.ZERO_OR_ONE, Trait.NONNEGATIVE, Trait.TOTAL);
    }

    /** Written between its arguments. */
    BinaryRow sign(String written) {
        sign = written;
        return this;
    }

    /** What both derivatives are made of: it takes the place of the value in them. */
    BinaryRow share(Partial common) {
        shared = common;
        return this;
    }

    /** The rule for lanes, where there is a better one than a difference of two values. */
    BinaryRow lanes(PairDifferences.Rule rule) {
        difference = rule;
        return this;
    }

    BinaryRow guard(Edge guards) {
        edge = guards;
        return this;
    }

    /** The value by simpler functions: what a proof that two formulas are equal expands. */
    BinaryRow means(BinaryOperator<Node> value) {
        definition = value;
        return this;
    }

    /** The kernel over any arithmetic. */
    interface GenericKernel {
        <T extends Real<T>> T at(T a, T b);
    }

    interface Partial {
        Node at(Node a, Node b, Node y);
    }

    interface Edge {
        List<Guard> at(Node a, Node b);
    }
}
