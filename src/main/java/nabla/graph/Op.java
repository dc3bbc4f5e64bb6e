package nabla.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import nabla.formula.Formula;
import nabla.formula.Notation;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Block;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * An operation: all that is known of it is on this one object. Implementations are values (an enum constant or a record), so two
 * uses of the same operation compare equal.
 */
public interface Op {

    /** What is known of it whatever it is applied to. */
    OpFacts facts();

    default String symbol() {
        return facts().symbol();
    }

    /**
     * The shape of the result.
     *
     * @throws ShapeMismatch if the arguments do not fit; the message names the shapes
     */
    Shape shape(List<Shape> arguments);

    /**
     * The kernel: writes every entry of the result and nothing else. Pure, and deterministic to the last bit.
     *
     * @param arguments values of the arguments, not to be changed
     * @param result    of the shape that {@link #shape} gives; its old content is meaningless
     */
    void value(Tensor[] arguments, Tensor result);

    /** The kernel on one number, where it takes one argument, entry by entry; null for any other operation. */
    default DoubleUnaryOperator unary() {
        return null;
    }

    /** The kernel on two numbers, where it takes two arguments, entry by entry; null for any other operation. */
    default DoubleBinaryOperator binary() {
        return null;
    }

    /** The same kernel over another arithmetic; never in terms of {@code double} results. */
    <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result);

    /**
     * The backward rule, as graph: what this operation contributes to the gradient of one argument.
     * Broadcasting is not its business: a term of the result's shape is summed down, and one that is smaller than the argument is
     * stretched, by the reverse pass.
     *
     * @param argument which argument, from 0
     * @param self     the node that applies this operation
     * @param gradient the gradient of the output with respect to {@code self}, of the shape of self
     * @return the vector-Jacobian product as a node; null where it is identically zero
     */
    Node adjoint(int argument, Apply self, Node gradient);

    /** What to call its backward rule for an argument where a text has written it: {@code Lstm, dcprev}; null for an operation of the language. */
    default String written(int argument) {
        return null;
    }

    /** How a use of it looks on paper: a call, where nothing else is said. */
    default Formula formula(List<Formula> arguments) {
        return Formula.call(symbol(), arguments, notation());
    }

    /** How such a call is set. */
    default Notation notation() {
        return facts().notation();
    }

    /** Whether something is true of it. */
    default boolean is(Trait trait) {
        return facts().traits().contains(trait);
    }

    /** Whether it has no kernel, and stands for other operations wherever values are worked out. */
    default boolean isComposed() {
        return false;
    }

    /** What it is to algebra. */
    default Meaning meaning() {
        return facts().meaning();
    }

    /** Its kinks, jumps, poles and edges of the domain at this use. */
    default List<Guard> guards(Apply self) {
        return List.of();
    }

    /** Whether an entry of the result depends on that entry of each (stretched) argument only. */
    default boolean elementwise() {
        return false;
    }

    /** Over how many entries or examples it takes a mean; 0 for what takes none. */
    default int averaged(Apply self) {
        return 0;
    }

    /** Of an operation on logits: what makes probabilities of them, itself if that is its result. Null for any other. */
    default Op probabilities() {
        return null;
    }

    /** The same operation along other axes; null for one that has none. */
    default Op along(Axes axes) {
        return null;
    }

    /** Whether an argument only decides which of the others counts, as a condition does: there is no derivative by it. */
    default boolean decides(int argument) {
        return false;
    }

    /**
     * Which part of the result can differ where a part of one argument does; null for none. What is not all of it has to be a part that is worked
     * out to the last bit by {@link #value(Apply, Region, Tensor[], Tensor)}.
     */
    default Region touched(int argument, Region changed, Apply self) {
        Shape whole = self.shape();
        Shape own = self.argument(argument).shape();
        if (!elementwise()) {
            return Region.all(whole);
        }
        return changed.in(own, whole);
    }

    /** The part of an argument from which the kernel works out a part of the result. */
    default Region needed(int argument, Region part, Apply self) {
        Shape own = self.argument(argument).shape();
        return elementwise() ? part.in(self.shape(), own) : Region.all(own);
    }

    /**
     * A part of the value, from whole arguments: by the kernel, from those parts that are needed.
     *
     * @param part   what {@link #touched} gave, or a box around several of these
     * @param result of the shape of the part; its old content is meaningless
     */
    default void value(Apply self, Region part, Tensor[] arguments, Tensor result) {
        Tensor[] parts = new Tensor[arguments.length];
        for (int k = 0; k < parts.length; k++) {
            parts[k] = new Block(needed(k, part, self)).of(arguments[k]);
        }
        value(parts, result);
    }

    /** The same over another arithmetic. */
    default <T extends Real<T>> void value(Apply self, Region part, List<Numbers<T>> arguments, Numbers<T> result) {
        List<Numbers<T>> parts = new ArrayList<>();
        for (int k = 0; k < arguments.size(); k++) {
            parts.add(new Block(needed(k, part, self)).of(arguments.get(k)));
        }
        value(parts, result);
    }

    /**
     * Brings a result up to date where a part of the only argument has changed, if that is less work than to compute it anew; else does nothing.
     *
     * @param result what was computed from {@code before}
     * @return whether it was done
     */
    default <T extends Real<T>> boolean update(Numbers<T> before, Numbers<T> after, Region changed, Numbers<T> result) {
        return false;
    }

    /**
     * The rule for lanes: how changes of the arguments, many side by side, change the value. In each lane that is the value at the changed
     * arguments minus the value at the unchanged ones, and exactly 0 where no argument changes. It is never worked out with a formula for
     * a derivative: finite differences are made of it, and those must not know one. Here every lane is evaluated on its own. An operation
     * overrides this by what is quicker, or exact where a difference of two values would be hidden behind their rounding: an identity
     * such as exp(x + d) − exp(x) = exp(x)·expm1(d), or a product with the change alone.
     *
     * @param values  the arguments at the unchanged point
     * @param changes for each argument its changes; null for one that does not change
     * @param value   the value at the unchanged point
     * @param result  open for the region that {@link #touched} gives; every entry of it is to be filled
     */
    default void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        LaneByLane.evaluate(self, values, changes, value, result);
    }

    /**
     * The rule for lanes of one entry of an operation on entries.
     *
     * @param at    the arguments
     * @param by    their changes; null for one that does not change. Not all are null
     * @param value the value
     * @param out   room for the changes of the value, in the first {@code n} places
     * @return {@code out}; or one of {@code by}, where the value changes as that argument does; null where it does not change
     */
    default double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        return LaneByLane.change(this, at, by, value, out, n);
    }

    /** The same value in terms of simpler operations, or null for a primitive. What canonical forms and proofs expand. */
    default Node definition(Apply self) {
        return null;
    }

    /** The steps in which a learner differentiates it; null for one whose derivative is known by heart. */
    default Node parts(Apply self) {
        return elementwise() ? null : definition(self);
    }
}
