package nabla.homework;

import java.util.List;
import java.util.Set;
import nabla.graph.Node;
import nabla.model.Handwork;
import nabla.model.Model;
import nabla.source.Diagnostic;

/**
 * An operation that a submission hands in.
 *
 * @param handwork its backward lines, with the shapes of the problem's operation; null where those do not fit
 * @param misfit   why it does not take what the problem's operation takes; otherwise null
 * @param forwards its forward pass beside that of the problem, once for each choice of shapes; empty where the problem does not define it
 * @param wanted   the gradients that are asked for, by the names of their arguments here: {@code dX}
 * @param remarks  what to tell the learner of the head
 */
public record SubmittedOperation(Handwork handwork, Diagnostic misfit, List<Forward> forwards, Set<String> wanted, List<String> remarks) {

    /**
     * Two forward passes over the same leaves.
     *
     * @param model    whose leaves they are
     * @param expected the problem's
     * @param given    the one handed in
     */
    public record Forward(Model model, Node expected, Node given) { }
}
