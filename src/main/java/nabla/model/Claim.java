package nabla.model;

import java.util.List;
import java.util.Map;
import nabla.graph.Node;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.tensor.Tensor;

/**
 * A statement about a value or a derivative, to be judged.
 *
 * @param source     how it was written
 * @param kind       which of the three
 * @param truth      what the tool works out: the derivative, or the left side of {@code ==}
 * @param answer     what was claimed
 * @param derivative what the left side is; {@link Derivative#NONE} if it is no derivative
 * @param fit        how the shapes fit: where they do not, the claim is wrong, and {@code truth} and {@code answer} may be null or of
 *                   different shapes
 * @param solved     the same solved for the only derivative in it, {@code dz/dx == 2/2} for {@code 2*dz/dx == 2}: at a kink it is that which can
 *                   be judged; null where there is none or several, or where it cannot be solved
 * @param relation   the derivatives in it where it is about several, or cannot be solved for one; else null
 */
public record Claim(Source source, Kind kind, Node truth, Node answer, Derivative derivative, Fit fit, Claim solved, Relation relation) {

    /** What is claimed. */
    public enum Kind {
        /** {@code a == b}: judged at the points of the file. */
        VALUE,
        /** {@code dz/dx = 3}, no variables on the right: judged at the points of the file. */
        NUMBER,
        /** {@code dz/dx = y + 1}: judged at further points too. */
        FORMULA
    }

    /**
     * How a claim was written.
     *
     * @param written the claimed side: its digits matter; null where it was not written as an expression
     * @param within  the deviation allowed relative to the largest entry of the truth; NaN without one
     * @param digits  how many significant digits a rounded number needs; −1 for two and a decimal point or exponent
     * @param at      the values of inputs at which it is meant, by name, where they are others than those of the point; mostly empty
     */
    public record Source(Span span, String text, Expression written, double within, int digits, Map<String, Tensor> at) {

        /** Of a claim that nobody wrote. */
        public static final Source NONE = new Source(null, "", null, Double.NaN, -1, Map.of());
    }

    /**
     * What is differentiated by what.
     *
     * @param by      null where it is no name
     * @param implied whether what is differentiated is left to be understood: {@code dW = …}
     */
    public record Derivative(Node of, Node by, boolean implied) {

        public static final Derivative NONE = new Derivative(null, null);

        /** Both are written. */
        public Derivative(Node of, Node by) {
            this(of, by, false);
        }
    }

    /**
     * The derivatives that both sides speak of.
     *
     * @param linear whether both sides are linear in them
     */
    public record Relation(List<Derivative> derivatives, boolean linear) { }

    /**
     * How the shapes of the two sides fit.
     *
     * @param problem why the claim cannot be judged (a shape error); null where it can
     * @param hint    what to say if it fails: {@code dt = 0.1} is a claim because {@code t} is a node; mostly null
     * @param repairs where the shapes do not fit: what the answer is with one product or transpose changed, where that fits
     */
    public record Fit(Diagnostic problem, String hint, List<Repair> repairs) {

        public static final Fit GOOD = new Fit(null, null, List.of());
    }

    /** That two nodes of one shape are equal, at the points of the text. */
    public static Claim equal(Node left, Node right) {
        return new Claim(Source.NONE, Kind.VALUE, left, right, Derivative.NONE, Fit.GOOD, null, null);
    }

    /** The same answer as one to another right answer. */
    public Claim against(Kind other, Node right) {
        return new Claim(source, other, right, answer, derivative, Fit.GOOD, null, null);
    }

    /** Another answer in its place, whose digits do not matter. */
    public Claim answered(Node other) {
        return new Claim(new Source(span(), text(), null, within(), -1, source.at()), kind, truth, other, derivative, Fit.GOOD, null, null);
    }

    /** The same answer, written in another way. */
    public Claim writtenAs(Expression other) {
        return new Claim(new Source(span(), text(), other, within(), digits(), source.at()), kind, truth, answer, derivative, fit, solved, relation);
    }

    public Span span() {
        return source.span();
    }

    public String text() {
        return source.text();
    }

    public Expression written() {
        return source.written();
    }

    public double within() {
        return source.within();
    }

    public int digits() {
        return source.digits();
    }

    /** What is differentiated; null if the left side is no derivative. */
    public Node of() {
        return derivative.of();
    }

    /** What it is differentiated by; null if the left side is no derivative, or not by a name. */
    public Node by() {
        return derivative.by();
    }

    public Map<String, Tensor> at() {
        return source.at();
    }

    /** Why it cannot be judged (a shape error), or null. */
    public Diagnostic problem() {
        return fit.problem();
    }

    public String hint() {
        return fit.hint();
    }

    public List<Repair> repairs() {
        return fit.repairs();
    }
}
