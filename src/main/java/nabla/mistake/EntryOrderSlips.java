package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.List;
import java.util.Map;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.op.Layouts;
import nabla.tensor.Axes;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Right entries in the wrong places: axes exchanged or turned round, or a reshape where a permute belongs. */
record EntryOrderSlips(Node truth, List<Map<Input, Tensor>> points) {

    /** That fewer entries are the same in another order is no wonder. */
    private static final int FEWEST = 4;

    void slips(Drafts drafts) {
        Node answer = drafts.answer();
        Shape shape = answer.shape();
        if (shape.count() < FEWEST || !new ValueComparison(points).isRearranged(answer, truth)) {
            return;
        }
        if (!shape.equals(truth.shape())) {
            drafts.add(Codes.of(TRANSPOSE), "the entries are right, but the gradient is " + truth.shape() + ", not " + shape, truth,
                    Algebra.reshape(answer, truth.shape()));
        }
        for (int i = 0; i < shape.dimensions(); i++) {
            for (int j = i + 1; j < shape.dimensions(); j++) {
                drafts.add(Codes.of(TRANSPOSE), "axes " + i + " and " + j + " of the answer are exchanged", truth, Layouts.exchanged(answer, i, j));
            }
        }
        for (int bits = 1; bits < 1 << shape.dimensions(); bits++) {
            Axes axes = new Axes(bits);
            String along = Integer.bitCount(bits) == 1 ? "axis " : "axes ";
            drafts.add(Codes.of(TRANSPOSE), "the answer is turned round along " + along + String.join(" and ", axes.numbers().stream().map(String::valueOf).toList()),
                    truth, Layouts.flipped(answer, axes));
        }
        drafts.next();
        drafts.add(Codes.of(TRANSPOSE), "the entries are right, but in other places: a reshape does not exchange axes, a permute does", answer);
    }
}
