package nabla.mistake;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.matrix.Matrix;

/**
 * Which candidates give the answer at every point. The first point rules out nearly all of them, so that few are evaluated at the others.
 *
 * @param slack how far each entry of the answer may be from what was meant; null if it is exact
 */
record Matches(List<Map<Input, Matrix>> points, double[] slack) {

    private static final double SAME = 1e-9;

    List<Candidate> of(List<Candidate> candidates) {
        List<Candidate> left = candidates;
        for (Map<Input, Matrix> point : points) {
            Tape tape = new Tape(left.stream().flatMap(c -> Stream.of(c.given(), c.answer())).toList());
            Values values = Values.at(tape, point);
            left = left.stream().filter(c -> same(values.of(c.given()), values.of(c.answer()))).toList();
        }
        return left;
    }

    private boolean same(Matrix given, Matrix answer) {
        double allowed = SAME * Math.max(given.largest(), answer.largest());
        if (!Double.isFinite(allowed)) {
            return false;
        }
        for (int k = 0; k < given.count(); k++) {
            double rounded = slack == null || Double.isNaN(slack[k]) ? 0 : slack[k];
            if (!(Math.abs(given.at(k) - answer.at(k)) <= Math.max(allowed, rounded * (1 + SAME)))) {
                return false;
            }
        }
        return true;
    }
}
