package nabla.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nabla.graph.Node;
import nabla.source.Diagnostic;
import nabla.source.Span;

/**
 * An operation with a hand-written backward pass, and what it is tried with.
 *
 * @param span   where its name stands
 * @param trials one for each choice of shapes: two of the declared sizes, or a scalar and a matrix where no shape is declared
 * @param retold the trials where names of local lines stand for the gradients of intermediate values
 */
public record Handwork(String name, Span span, List<Trial> trials, Function<Map<String, String>, List<Trial>> retold) {

    /**
     * The operation at one choice of shapes.
     *
     * @param model  a graph of a single use with the rules as they are judged: its leaves are the arguments, then one for each
     *               intermediate value with a backward line, which is added to that value and is 0; its output is the use, and there is
     *               an upstream gradient even for a scalar
     * @param output the forward pass over the arguments; of several outputs the sum of their products with the gradients from above
     * @param seed   the gradient with respect to that
     * @param rules  one for each leaf, in their order
     * @param locals what backward lines compute that is the gradient of nothing by its name, by their names; over the right gradients
     * @param inner  the intermediate values without a line for their gradient, by their names
     */
    public record Trial(Model model, Node output, Node seed, List<Rule> rules, Map<String, Node> locals, Map<String, Node> inner) { }

    /**
     * A backward rule, as graph over the leaves of the trial.
     *
     * @param gradient what it is the rule for: {@code dX}
     * @param line     what was written
     * @param used     the rule over the lines above as they were written, which is what a use of the operation follows; the derived one
     *                 where there is no line or none that can be used
     * @param truth    what is right
     */
    public record Rule(String gradient, Line line, Node used, Truth truth) {

        /**
         * What was written.
         *
         * @param span    the line
         * @param text    its right side as written
         * @param given   the rule over the right gradients in the place of those of the lines above: by this it is judged; of the wrong
         *                shape, or null, where there is a problem
         * @param problem why the line cannot be used (a shape error): it is then wrong; otherwise null
         * @param repairs where there is a problem: what the line is with one product or transpose changed, where that fits
         */
        public record Line(Span span, String text, Node given, Diagnostic problem, List<Repair> repairs) {

            /** Nothing was written. */
            private static final Line NONE = new Line(null, null, null, null, List.of());
        }

        /**
         * What is right.
         *
         * @param right    the derived rule under the name of the gradient: so it appears in what is {@code given} to later lines; null where no
         *                 line was written
         * @param derived  the rule that the tool derives
         * @param expected the same over the gradients of the lines above by their names
         */
        public record Truth(Node right, Node derived, Node expected) { }

        /** One without a line. */
        public static Rule derived(String gradient, Node derived) {
            return new Rule(gradient, Line.NONE, derived, new Truth(null, derived, derived));
        }

        /** The rule that is verified: the derived one where there is nothing to verify. */
        public Node judged() {
            return given() == null || problem() != null ? derived() : given();
        }

        /** The line; null if none was written. */
        public Span span() {
            return line.span();
        }

        /** Its right side as written; null if no line was. */
        public String text() {
            return line.text();
        }

        /** The rule over the right gradients; of the wrong shape, or null, where there is a problem; null if no line was written. */
        public Node given() {
            return line.given();
        }

        /** Why the line cannot be used; otherwise null. */
        public Diagnostic problem() {
            return line.problem();
        }

        /** Where there is a problem: what the line is with one product or transpose changed, where that fits. */
        public List<Repair> repairs() {
            return line.repairs();
        }

        /** The derived rule under the name of the gradient. */
        public Node right() {
            return truth.right();
        }

        /** The rule that the tool derives. */
        public Node derived() {
            return truth.derived();
        }

        /** The same over the gradients of the lines above by their names. */
        public Node expected() {
            return truth.expected();
        }
    }
}
