package nabla.mistake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Topology;
import nabla.graph.Trait;
import nabla.tensor.Tensor;

/**
 * What stands in an answer. A mistake that consists in writing something is told only of a formula in which that stands, however it is
 * written: expressions are the same if their values are. Of a number nobody knows where it comes from.
 */
record AnswerContents(Node answer, List<Map<Input, Tensor>> points) {

    private static final Set<Meaning> EXTREMES = EnumSet.of(Meaning.LARGER, Meaning.SMALLER);
    private static final Set<Meaning> LINEAR = EnumSet.of(Meaning.MATRIX_PRODUCT, Meaning.ENTRY_SUM, Meaning.TRANSPOSE);

    /** Those of which something stands in the answer that is said to. */
    List<Candidate> of(List<Candidate> matches) {
        List<Node> order = Topology.order(List.of(answer));
        boolean formula = order.stream().anyMatch(Input.class::isInstance);
        return !formula ? matches : matches.stream().filter(match -> {
            List<Node> written = match.written().get();
            return written.isEmpty() || written.stream().anyMatch(node -> isIn(order, node));
        }).toList();
    }

    /** Whether something stands there: as it is, or multiplied out, so that what it is made of by sums and products does. */
    private boolean isIn(List<Node> order, Node written) {
        List<Node> parts = Topology.order(List.of(written));
        List<Node> all = new ArrayList<>(order);
        all.addAll(parts);
        Program program = new Program(all);
        List<Values> values = points.stream().map(point -> Values.at(program, point)).toList();
        Set<Node> found = new HashSet<>();
        for (Node part : parts) {
            boolean made = part instanceof Constant || part instanceof Apply use && isArithmetic(use.op()) && found.containsAll(use.arguments());
            if (made || order.stream().anyMatch(other -> other.shape().equals(part.shape())
                    && values.stream().allMatch(at -> AnswerTolerance.NONE.isSame(at.of(part), at.of(other))))) {
                found.add(part);
            }
        }
        return found.contains(written);
    }

    private static boolean isArithmetic(Op op) {
        boolean function = op.unary() != null && op.meaning() != Meaning.NEGATION || EXTREMES.contains(op.meaning()) || op.is(Trait.STEPWISE);
        return !function && (op.elementwise() || LINEAR.contains(op.meaning()));
    }
}
