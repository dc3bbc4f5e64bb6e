package nabla.report;

import java.util.List;
import nabla.formula.Formula;
import nabla.source.Diagnostic;
import nabla.source.Obstacle;
import nabla.source.SourceText;
import nabla.tensor.Tensor;

/**
 * What a check of one text found. Immutable: text, numbers and formulas, no nodes. Writers only read it. A part that does not apply
 * is null (or NaN, or an empty list).
 *
 * @param reading what was read, and what is said about it
 * @param seed    of everything random
 * @param status  the sum of it all
 * @param graph   what it amounts to
 */
public record Report(Reading reading, long seed, Status status, Graph graph, List<ClaimReport> claims, List<RuleReport> rules, List<Warning> warnings) {

    /**
     * What was read, and what is said about it.
     *
     * @param refusal the limit exceeded, for {@link Status#REFUSED}
     */
    public record Reading(SourceText source, List<Diagnostic> diagnostics, Obstacle refusal) { }

    /**
     * What a text amounts to.
     *
     * @param output      the name of the output
     * @param value       its value at the first point
     * @param definition  the output's definition as a formula, {@code x*y + x}
     * @param nodes       in topological order
     * @param verified    of these the inputs, and all by which a gradient was looked at
     * @param points      the values of the sampled inputs at each point checked; empty without sampled inputs
     * @param operations  how many operations the graph of the output has
     */
    public record Graph(String output, Tensor value, Formula definition, List<NodeReport> nodes, List<NodeReport> verified, List<List<Binding>> points,
            int operations) {

        /** Of so few nodes that they can be gone through. */
        public Graph(String output, Tensor value, Formula definition, List<NodeReport> nodes, List<List<Binding>> points, int operations) {
            this(output, value, definition, nodes, nodes.stream().filter(NodeReport::isLookedAt).toList(), points, operations);
        }

        /** Of a text that has none. */
        public static final Graph NONE = new Graph(null, null, null, List.of(), List.of(), 0);

        /** The same with other nodes. */
        public Graph with(List<NodeReport> others) {
            return new Graph(output, value, definition, others, points, operations);
        }
    }

    /** The report of a text with nothing in it but what is said about it: one that could not be read, or was refused. */
    public static Report unread(SourceText source, long seed, List<Diagnostic> diagnostics) {
        Diagnostic refusal = diagnostics.stream().filter(Diagnostic::isRefusal).findFirst().orElse(null);
        return new Report(new Reading(source, diagnostics, refusal == null ? null : Obstacle.refused(refusal.what())), seed,
                refusal == null ? Status.UNREADABLE : Status.REFUSED, Graph.NONE, List.of(), List.of(), List.of());
    }

    /** The same of a text that was not looked at. */
    public static Report unread(SourceText source, long seed, Obstacle obstacle) {
        return unread(source, seed, List.of(obstacle.refused() ? Diagnostic.refusal(null, obstacle.what(), null)
                : Diagnostic.error(null, obstacle.what(), null)));
    }

    /** A file is wrong if any gradient, rule or claim is; else unresolved if any is unresolved or undefined; else verified. */
    public enum Status { VERIFIED, WRONG, UNRESOLVED, UNREADABLE, REFUSED }

    /** Something that makes a pass prove less, or that is worth knowing. {@code node} may be null. */
    public record Warning(WarningCode code, String node, String message) { }

    public SourceText source() {
        return reading.source();
    }

    public List<Diagnostic> diagnostics() {
        return reading.diagnostics();
    }

    /** The limit exceeded, for {@link Status#REFUSED}. */
    public Obstacle refusal() {
        return reading.refusal();
    }

    /** The name of the output. */
    public String output() {
        return graph.output();
    }

    /** The value of the output at the first point. */
    public Tensor value() {
        return graph.value();
    }

    /** The output's definition as a formula, {@code x*y + x}. */
    public Formula definition() {
        return graph.definition();
    }

    /** In topological order. */
    public List<NodeReport> nodes() {
        return graph.nodes();
    }

    /** Of these the inputs, and all by which a gradient was looked at. */
    public List<NodeReport> verified() {
        return graph.verified();
    }

    /** The values of the sampled inputs at each point checked; empty without sampled inputs. */
    public List<List<Binding>> points() {
        return graph.points();
    }

    /** How many operations the graph of the output has. */
    public int operations() {
        return graph.operations();
    }
}
