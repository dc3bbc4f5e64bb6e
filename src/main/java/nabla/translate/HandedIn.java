package nabla.translate;

import java.util.List;
import nabla.graph.Node;

/**
 * An operation that a submission hands in.
 *
 * @param handwork its backward lines, with the shapes of the problem's operation
 * @param forwards its forward pass beside that of the problem, once for each choice of shapes; empty where the problem does not define it
 */
public record HandedIn(Handwork handwork, List<Forward> forwards) {

    /**
     * Two forward passes over the same leaves.
     *
     * @param model    whose leaves they are
     * @param expected the problem's
     * @param given    the one handed in
     */
    public record Forward(Model model, Node expected, Node given) { }
}
