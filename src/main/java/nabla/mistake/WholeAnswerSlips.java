package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.backward.Gradients;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/** Mistakes that show on the whole answer: something else was worked out, or it is transposed, or a penalty is missing. */
record WholeAnswerSlips(Backprop pass, Node target, Naming naming) {

    private static final int MOST_DIMENSIONS = 5;

    /** The simplest of all: nothing, or the transpose. */
    void simplest(Drafts drafts) {
        drafts.add(Codes.of(ZERO, LOST_PATH), "the answer is 0: the path from " + naming.of(target) + " to " + naming.of(pass.root()) + " is cut",
                Algebra.zeros(drafts.answer().shape()));
        drafts.add(Codes.of(SIGN), "the sign is flipped", Algebra.neg(truth()));
        if (!target.shape().isScalar()) {
            drafts.add(Codes.of(TRANSPOSE), "the answer is the transpose of the gradient", Algebra.transpose(truth()));
        }
        drafts.at(Rank.FACTOR);
        drafts.add(Codes.of(FACTOR), "the answer is 2 times the right one", Algebra.mul(2, truth()));
        drafts.add(Codes.of(FACTOR), "the answer is half of the right one", Algebra.mul(0.5, truth()));
    }

    /** A mean for the gradient of what is used for every example: said of whoever writes one, others divide once too often. */
    void mean(Drafts drafts) {
        boolean mean = Topology.order(List.of(drafts.answer())).stream().anyMatch(node -> node instanceof Apply use
                && use.op().meaning() == Meaning.MEAN && !pass.order().contains(use));
        for (Edge edge : mean ? Edge.of(pass, List.of(target)) : List.<Edge>of()) {
            if (edge.input() == target && edge.isStretched()) {
                double copies = (double) edge.rule().shape().count() / target.shape().count();
                boolean averaged = Divisor.of(pass).stream().anyMatch(divisor -> divisor.value() == copies);
                String message = (averaged ? "1/m is there twice: " : "") + "the gradient of " + naming.of(target)
                        + " is the sum over the examples, not their mean";
                drafts.add(averaged ? Codes.of(MEAN, BIAS_SUM) : Codes.of(BIAS_SUM), message, edge.contributing(MatrixSlips.mean(edge), target));
            }
        }
    }

    /** An answer of the wrong shape: an axis is left that should have been summed over. */
    void shapes(Drafts drafts) {
        if (!drafts.answer().shape().equals(target.shape())) {
            String message = "the sum over the " + (target.shape().isScalar() ? "entries" : "examples") + " is missing: " + naming.of(target) + " is used for every one of them";
            for (Axes axes : reductions(drafts.answer().shape())) {
                drafts.add(Codes.of(BIAS_SUM), message, truth(), Algebra.sum(drafts.answer(), axes));
                if (pass.upstream() != null) {
                    drafts.add(Codes.both(LOST_UPSTREAM, BIAS_SUM), "the upstream gradient " + pass.upstream() + " is forgotten, and " + message,
                            pass.instead(pass.root(), Algebra.ones(pass.root().shape()), target), Algebra.sum(drafts.answer(), axes));
                }
            }
        }
    }

    /** Each set of axes that a sum may be taken over. */
    private static List<Axes> reductions(Shape shape) {
        int dimensions = Math.min(shape.dimensions(), MOST_DIMENSIONS);
        return Stream.concat(IntStream.range(1, 1 << dimensions).filter(bits -> dimensions > 2 || bits < 3).mapToObj(Axes::new), Stream.of(Axes.ALL)).toList();
    }

    private Node truth() {
        return pass.gradient(target);
    }

    /** No derivative at all. */
    void value(Drafts drafts) {
        drafts.add(Codes.of(VALUE), "this is the value of " + naming.of(pass.root()) + ", not its derivative", pass.root());
    }

    /** Something else than the derivative. */
    void other(Drafts drafts) {
        String by = naming.of(target);
        for (Node node : pass.order()) {
            if (node instanceof Input && node != target) {
                drafts.at(Rank.VAGUE - 1);
                drafts.add(Codes.of(OTHER_VARIABLE), "this is the derivative by " + naming.of(node) + ", not by " + by, pass.gradient(node));
                drafts.at(Rank.VAGUE);
                drafts.add(Codes.of(LOST_PATH), naming.of(node) + " is left out, as if it were 0", pass.asIf(node, Algebra.zeros(node.shape()), target));
            }
        }
        // What is not written over the target is the antiderivative of nothing but 0.
        boolean over = Topology.order(List.of(drafts.answer())).contains(target);
        if (over && target.shape().isScalar() && drafts.answer().shape().isScalar() && pass.root().shape().isScalar()) {
            drafts.add(Codes.of(INTEGRATED), naming.of(pass.root()) + " is integrated by " + by + ", not differentiated", pass.root(),
                    Gradients.of(drafts.answer(), target));
        }
    }
}
