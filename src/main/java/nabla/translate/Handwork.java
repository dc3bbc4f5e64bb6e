package nabla.translate;

import java.util.List;
import nabla.graph.Node;
import nabla.source.Diagnostic;
import nabla.source.Span;

/**
 * An operation with a hand-written backward pass, and what it is tried with.
 *
 * @param span   where its name stands
 * @param trials one for each choice of shapes: two of the declared sizes, or a scalar and a matrix where no shape is declared
 */
public record Handwork(String name, Span span, List<Trial> trials) {

    /**
     * The operation at one choice of shapes.
     *
     * @param model a graph of a single use: its leaves are the arguments, its output the use, and there is an upstream gradient even for
     *              a scalar
     * @param rules one for each parameter in order, then one for each intermediate value with a backward line
     */
    public record Trial(Model model, List<Rule> rules) { }

    /**
     * A backward rule, as graph over the leaves of the trial.
     *
     * @param gradient what it is the rule for: {@code dX}
     * @param span     the line; null if none was written
     * @param written  the rule as written; null if none was
     * @param derived  the rule that the tool derives
     * @param problem  why the line cannot be used (a shape error): it is then wrong; otherwise null
     */
    public record Rule(String gradient, Span span, Node written, Node derived, Diagnostic problem) { }
}
