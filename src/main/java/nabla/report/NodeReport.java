package nabla.report;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.source.Display;
import nabla.source.Iteration;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Evidence;
import nabla.verdict.Verdict;

/**
 * What a report says of one node: what it is, its value and its gradient, how the gradient was verified, and its formulas, which are worked out
 * when they are asked for.
 */
public record NodeReport(Place place, Passes passes, Verification verification, Details details) {

    /** A node's part in the graph. */
    public enum Role { INPUT, CONST, INNER, OUTPUT }

    /**
     * What a node is in the text.
     *
     * @param name  the user's, or v1, v2, …
     * @param named whether it is the user's
     * @param op    the operation's symbol; null for leaves
     * @param line  in the source, from 1
     * @param step  the step of a {@code for} block that defines it, or null
     * @param layer the layer of a network that it belongs to, for example {@code xor layer 1}; null if to none
     */
    public record Place(String name, boolean named, Role role, String op, int line, Iteration step, String layer) { }

    /**
     * What both passes give at the first point.
     *
     * @param gradient backprop's; null where none is taken
     */
    public record Passes(Shape shape, Tensor value, Tensor gradient) {

        /** Of a node by which no gradient is taken. */
        public static Passes forward(Tensor value) {
            return new Passes(value.shape(), value, null);
        }
    }

    /**
     * How a gradient was verified.
     *
     * @param estimate by finite differences, at the first point; an entry that was not looked at is NaN, and null if none was
     * @param error    the largest error estimate of its entries
     * @param checked  how many entries were verified (at each point)
     * @param worst    the entry that decided the verdict, or null
     * @param evidence what the verdict rests on, or null
     * @param fault    of a wrong one, or null
     * @param verdict  null where no gradient is taken
     */
    public record Verification(Tensor estimate, double error, int checked, Worst worst, Evidence evidence, Fault fault, Verdict verdict) {

        /** Nothing was looked at. */
        public static Verification none(Verdict verdict) {
            return new Verification(null, Double.NaN, 0, null, null, null, verdict);
        }
    }

    /**
     * Whose fault a wrong gradient is.
     *
     * @param op   the operation whose rule is wrong; null if no rule is
     * @param line where it is used
     * @param entry the indices of the entry of its argument where that shows; none if no rule is
     * @param rule the line of its hand-written backward pass that is wrong; null for an operation of the language
     */
    public record Fault(String op, int line, List<Integer> entry, RuleLine rule, String message) { }

    /** The formulas of a node. A graph of a million nodes has too many to keep. */
    public interface Details {

        /** Of a node that is a number of the text. */
        Details NONE = of(null, List.of(), null, List.of());

        Formula expression();

        List<String> arguments();

        Formula formula();

        List<Contribution> contributions();

        /** Formulas that are known. */
        static Details of(Formula expression, List<String> arguments, Formula formula, List<Contribution> contributions) {
            record KnownDetails(Formula expression, List<String> arguments, Formula formula, List<Contribution> contributions) implements Details { }
            return new KnownDetails(expression, arguments, formula, contributions);
        }
    }

    /**
     * What one use of a node adds to its gradient.
     *
     * @param via      the node that uses it
     * @param upstream the gradient at {@code via}
     * @param local    the local derivative (entry-by-entry operations), or the whole rule in terms of {@code d<via>}
     * @param factor   the local derivative's value at the first point; null where {@code local} is a whole rule
     * @param term     the contribution itself, of the shape of the node
     * @param whole    the shape of what the rule gives, before it is summed over the axes along which the node was stretched, or stretched itself
     * @param product  where the rule is a matrix product, its shape and those of its factors; else empty
     * @param written  where the rule is written in the text, its operation and its gradient, {@code Lstm, dcprev}; else null
     */
    public record Contribution(String via, Tensor upstream, Formula local, Tensor factor, Tensor term, Shape whole, List<Shape> product, String written) {

        /** One that is neither summed nor stretched, nor a matrix product. */
        public Contribution(String via, Tensor upstream, Formula local, Tensor factor, Tensor term) {
            this(via, upstream, local, factor, term, term.shape(), List.of(), null);
        }

        /** Whether a formula of it, in the text's notation, is what is shown in so many columns: one that is too long has no {@link #name}, or fits. */
        public boolean isShown(Formula formula, int width) {
            return written == null || Display.width(TextFormula.text(formula)) <= width;
        }

        /** What a rule that is written in the text is called, {@code rule of Lstm, dcprev}; null for that of an operation of the language. */
        public String name() {
            return written == null ? null : "rule of " + written;
        }
    }

    public String name() {
        return place.name();
    }

    public Role role() {
        return place.role();
    }

    /** The operation's symbol; null for leaves. */
    public String op() {
        return place.op();
    }

    /** In the source, from 1. */
    public int line() {
        return place.line();
    }

    public Shape shape() {
        return passes.shape();
    }

    /** At the first point. */
    public Tensor value() {
        return passes.value();
    }

    /** Backprop's value at the first point; null where none is taken. */
    public Tensor gradient() {
        return passes.gradient();
    }

    /** Null where no gradient is taken. */
    public Verdict verdict() {
        return verification.verdict();
    }

    /** Whether its gradient is wrong. */
    public boolean isWrong() {
        return verdict() != null && verdict().isWrong();
    }

    /** Whether its gradient was looked at and is neither right nor wrong. */
    public boolean isOpen() {
        return verdict() != null && verdict().isOpen();
    }

    /** Whether it is an input, or its gradient was looked at. */
    public boolean isLookedAt() {
        return role() == Role.INPUT || verification.checked() > 0 || isWrong() || isOpen();
    }

    /** The names of the nodes that it is computed from, in their order; numbers written in the text have none. */
    public List<String> arguments() {
        return details.arguments();
    }

    /** One level deep, over the names of its arguments; null for leaves. */
    public Formula expression() {
        return details.expression();
    }

    /** The gradient as a formula; null where none is taken. */
    public Formula formula() {
        return details.formula();
    }

    /** The contributions to the gradient, one a use. */
    public List<Contribution> contributions() {
        return details.contributions();
    }
}
