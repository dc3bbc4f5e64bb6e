package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.report.Mistake;
import nabla.source.Iteration;
import nabla.tensor.Tensor;

/**
 * Finds out which mistake a wrong derivative is: makes every mistake of the tables at every place of the reverse pass, one at a time,
 * and sees which of them gives the answer at all points. Mistakes that give the same formula are reported together.
 */
public final class Recogniser {

    /** Nothing is a mean over more. */
    private static final double MANY = 1e9;

    private final Names names;
    private final boolean thorough;
    private final Map<String, Iteration> steps;

    /** Calls nodes by the names of a report. One that is not thorough finds only what shows on the whole answer, for when there is no time. */
    public Recogniser(Names names, boolean thorough) {
        this(names, thorough, Map.of());
    }

    /** The same for a text with {@code for} blocks, whose steps are known by the names that are defined in them. */
    public Recogniser(Names names, boolean thorough, Map<String, Iteration> steps) {
        this.steps = steps;
        this.names = names;
        this.thorough = thorough;
    }

    private SearchBudget budget() {
        return new SearchBudget(thorough ? SearchBudget.SEARCH : 0);
    }

    /**
     * The mistake in an answer.
     *
     * @param root   what is differentiated; where it is no scalar the answer is one for the Jacobian
     * @param target the node it is differentiated by
     * @param answer what was given as the gradient; may have the wrong shape
     * @param points where the two are known to differ or may be compared; several tell more
     */
    public Optional<Mistake> recognise(Node root, Node target, Node answer, List<Map<Input, Tensor>> points) {
        return recognise(root, null, target, answer, points, null);
    }

    /**
     * The same for a gradient from above, and for an answer written with few digits.
     *
     * @param seed  the gradient with respect to the root; null for none
     * @param slack how far each entry may be from what was meant; null if it is exact
     */
    public Optional<Mistake> recognise(Node root, Node seed, Node target, Node answer, List<Map<Input, Tensor>> points, double[] slack) {
        return recognise(root, seed, target, answer, points, slack, 0);
    }

    /** The same for an answer that may deviate by so much relative to its largest entry. */
    public Optional<Mistake> recognise(Node root, Node seed, Node target, Node answer, List<Map<Input, Tensor>> points, double[] slack,
            double relative) {
        if (seed == null && !root.shape().isScalar()) {
            return JacobianQuestion.of(root, target, answer, points).flatMap(asked -> recognise(root, target, asked, relative));
        }
        Node from = seed == null ? Algebra.ones(root.shape()) : seed;
        return new Search(names, steps, root, from, target, points, new AnswerTolerance(slack, relative), budget()).mistake(answer);
    }

    /** The mistake in an answer that is known to have another one: nothing vague, and no third. */
    public Optional<Mistake> other(Node root, Node seed, Node target, Node answer, List<Map<Input, Tensor>> points) {
        boolean scalar = seed != null || root.shape().isScalar();
        return scalar ? new Search(names, steps, root, seed == null ? Algebra.ones(root.shape()) : seed, target, points, AnswerTolerance.NONE, budget()).other(answer)
                : Optional.empty();
    }

    private Optional<Mistake> recognise(Node root, Node target, JacobianQuestion asked, double relative) {
        Node truth = new Backprop(root, asked.seed()).gradient(target);
        if (asked.turned() != null && same(truth, asked.turned(), asked.points())) {
            return Optional.of(new Mistake(List.of(TRANSPOSE),
                    "the answer is the transpose of the Jacobian: row i belongs to entry i of what is differentiated"));
        }
        return recognise(root, asked.seed(), target, asked.answer(), asked.points(), null, relative);
    }

    /** The sizes that something in a graph is a mean over. */
    public static List<Integer> averaged(Node root) {
        return Divisor.of(new Backprop(root)).stream().map(Divisor::value).filter(m -> m == Math.rint(m) && m < MANY).map(Double::intValue).toList();
    }

    /** Whether two nodes of one shape are equal at all points. */
    public static boolean same(Node a, Node b, List<Map<Input, Tensor>> points) {
        return new Matches(points, AnswerTolerance.NONE).areSame(a, b);
    }
}
