package nabla.report;

import java.util.List;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.source.Diagnostic;
import nabla.source.Display;
import nabla.source.Iteration;
import nabla.source.Obstacle;
import nabla.source.SourceText;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Evidence;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/**
 * What a check of one text found. Immutable: text, numbers and formulas, no nodes. Writers only read it. A part that does not apply
 * is null (or NaN, or an empty list).
 *
 * @param seed        of everything random
 * @param status      the sum of it all
 * @param output      the name of the output
 * @param value       its value at the first point
 * @param definition  the output's definition as a formula, {@code x*y + x}
 * @param nodes       in topological order
 * @param points      the values of the sampled inputs at each point checked; empty without sampled inputs
 * @param refusal     the limit exceeded, for {@link Status#REFUSED}
 * @param operations  how many operations the graph of the output has
 */
public record Report(SourceText source, long seed, Status status, List<Diagnostic> diagnostics, String output, Tensor value,
        Formula definition, List<NodeReport> nodes, List<ClaimReport> claims, List<RuleReport> rules, List<List<Binding>> points,
        List<Warning> warnings, Obstacle refusal, int operations) {

    /** The report of a text with nothing in it but what is said about it: one that could not be read, or was refused. */
    public static Report unread(SourceText source, long seed, List<Diagnostic> diagnostics) {
        Diagnostic refusal = diagnostics.stream().filter(Diagnostic::isRefusal).findFirst().orElse(null);
        return new Report(source, seed, refusal == null ? Status.UNREADABLE : Status.REFUSED, diagnostics, null, null, null, List.of(), List.of(),
                List.of(), List.of(), List.of(), refusal == null ? null : Obstacle.refused(refusal.what()), 0);
    }

    /** The same of a text that was not looked at. */
    public static Report unread(SourceText source, long seed, Obstacle obstacle) {
        return unread(source, seed, List.of(obstacle.refused() ? Diagnostic.refusal(null, obstacle.what(), null)
                : Diagnostic.error(null, obstacle.what(), null)));
    }

    /** A file is wrong if any gradient, rule or claim is; else unresolved if any is unresolved or undefined; else verified. */
    public enum Status { VERIFIED, WRONG, UNRESOLVED, UNREADABLE, REFUSED }

    /** A node's part in the graph. */
    public enum Role { INPUT, CONST, INNER, OUTPUT }

    /** A name and its value. */
    public record Binding(String name, Tensor value) { }

    /**
     * One node.
     *
     * @param name          the user's, or v1, v2, …
     * @param op            the operation's symbol; null for leaves
     * @param line          in the source, from 1
     * @param gradient      backprop's value at the first point; null where none is taken
     * @param estimate      by finite differences, at the first point; an entry that was not looked at is NaN, and null if none was
     * @param error         the largest error estimate of its entries
     * @param checked       how many entries were verified (at each point)
     * @param worst         the entry that decided the verdict, or null
     * @param evidence      what the verdict rests on, or null
     * @param details       its formulas; they are worked out when they are asked for
     * @param step          the step of a {@code for} block that defines it, or null
     */
    public record NodeReport(String name, Role role, String op, int line, Shape shape, Tensor value, Tensor gradient, Tensor estimate,
            double error, int checked, Worst worst, Evidence evidence, Fault fault, Verdict verdict, Details details, Iteration step) {

        public NodeReport(String name, Role role, String op, Formula expression, int line, Shape shape, Tensor value, Tensor gradient,
                Formula formula, List<Contribution> contributions, Tensor estimate, double error, int checked, Worst worst,
                Evidence evidence, Fault fault, Verdict verdict) {
            this(name, role, op, line, shape, value, gradient, estimate, error, checked, worst, evidence, fault, verdict,
                    Details.of(expression, List.of(), formula, contributions), null);
        }

        /** Whether its gradient is wrong. */
        public boolean isWrong() {
            return verdict != null && verdict.isWrong();
        }

        /** Whether its gradient was looked at and is neither right nor wrong. */
        public boolean isOpen() {
            return verdict != null && verdict.isOpen();
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

    /** The formulas of a node. A graph of a million nodes has too many to keep. */
    public interface Details {
        Formula expression();

        List<String> arguments();

        Formula formula();

        List<Contribution> contributions();

        /** Formulas that are known. */
        static Details of(Formula expression, List<String> arguments, Formula formula, List<Contribution> contributions) {
            record Known(Formula expression, List<String> arguments, Formula formula, List<Contribution> contributions) implements Details { }
            return new Known(expression, arguments, formula, contributions);
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

    /** The entry that is furthest off: by how many error bars, and both values there. */
    public record Worst(List<Integer> entry, double bars, double backprop, double estimate, double error, Point point) { }

    /** A point by its number, from 0; with sampled inputs there are several. */
    public record Point(int index) { }

    /**
     * Whose fault a wrong gradient is.
     *
     * @param op   the operation whose rule is wrong; null if no rule is
     * @param line where it is used
     * @param entry the indices of the entry of its argument where that shows; none if no rule is
     * @param rule the line of its hand-written backward pass that is wrong; null for an operation of the language
     */
    public record Fault(String op, int line, List<Integer> entry, RuleLine rule, String message) { }

    /**
     * A claim and what became of it.
     *
     * @param expected the right answer as a formula
     * @param value    the right answer's value at the first point
     * @param proof    "proved", "5 points" or "the point of the file"
     * @param witness  where they differ; null if right
     * @param note     for example "as rounded"; or why a claim could not be judged
     * @param hint     what may have been meant instead, or null
     */
    public record ClaimReport(int line, String text, Judgement judgement, Formula expected, Tensor value, String proof, Witness witness,
            Mistake mistake, String note, String hint) { }

    /** A point where a claim is wrong, with what was claimed and what is correct there. */
    public record Witness(List<Binding> at, Tensor yours, Tensor correct) { }

    /**
     * The kind of a mistake.
     *
     * @param codes   of the likeliest mistake; of two that were made at once, both
     * @param message what was done, a sentence for a learner; it never gives the answer away
     * @param repair  what would have to be written instead, {@code X.T @ dZ}, which whoever is to find the answer is not told; or null
     * @param others  mistakes that give the same answer and are less likely, the likeliest first
     */
    public record Mistake(List<String> codes, String message, String repair, List<Mistake> others) {

        /** One that cannot be another, and of which nothing is proposed instead. */
        public Mistake(List<String> codes, String message) {
            this(codes, message, null, List.of());
        }

        /** The message with the repair. */
        public String told() {
            return repair == null ? message : message + (codes.size() > 1 ? "; " : ": ") + repair + " fits";
        }

        /** The codes of all that it may be, the likeliest first. */
        public List<String> possible() {
            return Stream.concat(codes.stream(), others.stream().flatMap(other -> other.codes().stream())).distinct().toList();
        }
    }

    /**
     * A hand-written backward line and what became of it, given the right gradients from the lines above.
     *
     * @param text     its right side as it was written; null if no line was
     * @param written  the same as a formula
     * @param expected the rule the tool derives, over the gradients of the lines above
     * @param through  for a right line: the wrong line above that nevertheless makes its gradient wrong
     * @param hint     what may have been meant instead, or null
     */
    public record RuleReport(String op, int line, String gradient, String text, Formula written, Formula expected, Verdict verdict,
            Worst worst, Mistake mistake, RuleLine through, String hint) {

        public boolean isWrong() {
            return verdict.isWrong();
        }
    }

    /** A hand-written backward line by its place: the gradient on its left, and where it stands. */
    public record RuleLine(int line, String gradient) { }

    /** Something that makes a pass prove less, or that is worth knowing. {@code node} may be null. */
    public record Warning(String code, String node, String message) { }
}
