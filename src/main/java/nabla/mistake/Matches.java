package nabla.mistake;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.tensor.Tensor;

/**
 * Which candidates give the answer at every point. The first point rules out nearly all of them, so that few are evaluated at the others.
 *
 * @param slack how far the answer may be from what was meant
 */
record Matches(List<Map<Input, Tensor>> points, AnswerTolerance slack) {

    List<Candidate> of(List<Candidate> candidates) {
        List<Candidate> left = candidates;
        for (Map<Input, Tensor> point : points) {
            Program program = new Program(left.stream().flatMap(c -> Stream.of(c.given(), c.answer())).toList());
            Values values = Values.at(program, point);
            left = left.stream().filter(c -> slack.isSame(values.of(c.given()), values.of(c.answer()))).toList();
        }
        return left;
    }

    /** Whether two nodes of one shape are equal at all points. */
    boolean areSame(Node a, Node b) {
        return a.shape().equals(b.shape()) && !of(List.of(new Candidate(0, Codes.of(), () -> "", a, b, List::of))).isEmpty();
    }
}
