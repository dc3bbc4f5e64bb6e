package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.report.Mistake;
import nabla.report.MistakeCode;

/**
 * A mistake on the whole answer that may be made besides another one.
 *
 * @param answer the answer without it
 * @param factor whether it is a number that everything is multiplied by: no second one is looked for
 */
record SecondMistake(MistakeCode code, String message, Node answer, boolean factor) {

    /** Those that are tried, the most likely first. */
    static List<SecondMistake> of(Node answer, Node target, Backprop pass) {
        List<SecondMistake> twists = new ArrayList<>();
        boolean fits = answer.shape().equals(target.shape());
        twists.add(new SecondMistake(SIGN, "the sign is flipped", Algebra.neg(answer), true));
        if (!answer.shape().isScalar() && answer.shape().transposed().equals(target.shape())) {
            twists.add(new SecondMistake(TRANSPOSE, "the answer is transposed", Algebra.transpose(answer), false));
        }
        for (Divisor m : Divisor.of(pass)) {
            twists.add(new SecondMistake(MEAN, "the factor 1/" + m.text() + " is missing", Algebra.mul(1 / m.value(), answer), true));
        }
        if (fits) {
            for (Divisor m : Divisor.of(pass)) {
                twists.add(new SecondMistake(MEAN, "the factor 1/" + m.text() + " is there twice", Algebra.mul(m.value(), answer), true));
            }
            twists.add(new SecondMistake(FACTOR, "the answer is too large by a factor 2", Algebra.mul(0.5, answer), true));
            twists.add(new SecondMistake(FACTOR, "the answer is too small by a factor 2", Algebra.mul(2, answer), true));
        }
        return twists;
    }

    /** Both together. */
    Mistake with(Mistake other) {
        return MistakeChoice.both(code, message, other);
    }
}
