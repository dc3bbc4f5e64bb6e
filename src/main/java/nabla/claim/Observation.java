package nabla.claim;

import java.util.List;
import java.util.Map;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.kink.MeasuredDerivative;
import nabla.kink.Subdifferential;
import nabla.model.Claim;
import nabla.oracle.ExactValue;
import nabla.oracle.Overflow;
import nabla.oracle.WideRange;
import nabla.point.Ties;
import nabla.tensor.Tensor;

/**
 * What a claim is at one point.
 *
 * @param yours   what was claimed there
 * @param correct the right answer
 * @param note    why it is not known; or what there is to say of a right answer that is one of several, or of one that backprop does not give
 * @param kink    the operation at whose kink another right answer was claimed than backprop's, or one that is wrong for the kink alone; or null
 */
record Observation(Kind kind, Map<Input, Tensor> point, Tensor yours, Tensor correct, String note, Apply kink) {

    /** What became of it. */
    enum Kind {
        RIGHT,
        /** As rounded. */
        ROUNDED,
        WRONG,
        /** The answer has no value, or what it is about has no derivative: that says nothing about other points. */
        HOLE,
        /** It cannot be known. */
        OPEN,
        /** Rounding errors or numbers too large hide the answer. */
        HIDDEN
    }

    /** The values, as a result shows them. */
    ClaimResult.Comparison comparison() {
        return new ClaimResult.Comparison(point, yours, correct);
    }

    /** The same values, judged as another observation at the same point is. */
    Observation as(Observation other) {
        return new Observation(other.kind, point, yours, correct, other.note, other.kink);
    }

    /** The same values, and why they decide nothing. */
    Observation open(String why) {
        return new Observation(Kind.OPEN, point, yours, correct, why, null);
    }

    /** A claim at one point, in the making. */
    static final class Look {

        private final Claim claim;
        private final Map<Input, Tensor> point;
        private final long seed;
        private final Values values;
        private Tensor yours;
        private Tensor correct;

        /** {@code program} is that of both sides, and of what is differentiated. */
        Look(Claim claim, Program program, Map<Input, Tensor> point, long seed) {
            this.claim = claim;
            this.point = point;
            this.seed = seed;
            this.values = Values.at(program, point);
        }

        /**
         * Compares.
         *
         * @param guards of what is differentiated; null if nothing is
         * @param alone  whether the text gives this point and no other: that a formula has no value here, as 0/0, may be chance
         */
        Observation observe(Map<Apply, List<Guard>> guards, boolean alone) {
            Tensor backprop = values.of(claim.truth());
            correct = backprop;
            boolean overflow = WideRange.isLost(claim.answer(), values) && values.of(claim.answer()).isFinite();
            yours = WideRange.value(claim.answer(), values, point);
            boolean lost = WideRange.isLost(claim.truth(), values);
            Tensor known = lost ? WideRange.exact(claim.truth(), point) : null;
            correct = known != null ? known : correct;
            MeasuredDerivative measured = guards == null ? null : MeasuredDerivative.of(claim.of(), claim.by(), correct, guards, point, seed);
            if (guards != null && !WideRange.value(claim.of(), values, point).isFinite()) {
                return found(Kind.HOLE, "there is no value here, and no derivative", null);
            } else if (measured != null && measured.reason() != null) {
                return found(Kind.HOLE, "there is no derivative here: " + measured.reason(), null);
            } else if (measured != null) {
                correct = measured.corrected(correct);
            }
            Subdifferential.Place place = measured == null || !yours.isFinite() ? Subdifferential.Place.INSIDE
                    : measured.place(yours, Closeness.slack(claim, yours));
            if (place == Subdifferential.Place.OUTSIDE) {
                return found(Kind.WRONG, measured.words(), measured.isRightBesides(correct, yours) ? measured.singular() : null);
            } else if (place == Subdifferential.Place.UNKNOWN) {
                return found(Kind.OPEN, "the slopes around this kink do not decide", null);
            }
            Apply kink = measured == null ? null : measured.kink();
            if (kink != null && yours.isFinite()) {
                correct = measured.chosen(correct, yours);
            }
            if (!correct.isFinite()) {
                return found(Kind.OPEN, "the right answer is not a number here", null);
            }
            return compare(backprop, measured, kink, overflow, alone);
        }

        private Observation compare(Tensor backprop, MeasuredDerivative measured, Apply kink, boolean overflow, boolean alone) {
            boolean formula = claim.kind() == Claim.Kind.FORMULA;
            if (!yours.isFinite() && formula && alone) {
                return found(Kind.HOLE, null, null);
            } else if (!yours.isFinite() && formula && Overflow.hides(claim.answer(), point, seed)) {
                return found(Kind.HIDDEN, "numbers on the way to the answer are too large to say whether it is right", null);
            }
            Noise noise = new Noise(values, List.of(claim.truth(), claim.answer()), seed);
            double[] correctly = measured != null ? plus(measured.error(correct.count()), noise.of(claim.truth()), backprop) : noise.of(claim.truth());
            double[] yourly = noise.of(claim.answer());
            Closeness close = Closeness.of(claim, correct, yours, correctly, yourly);
            if (measured == null && yours.isFinite() && (overflow || Closeness.isDoubtful(claim, correct, yours, correctly, yourly))) {
                ExactValue right = ExactValue.of(claim.truth(), point);
                ExactValue given = ExactValue.of(claim.answer(), point);
                if (right != null && given != null) {
                    boolean other = overflow && Closeness.of(claim, given.value(), yours, given.error(), given.error()) == Closeness.DIFFERENT;
                    if (other) {
                        return found(Kind.HOLE, "numbers on the way to the answer are too large here for doubles, which make another value of it", null);
                    }
                    correct = right.value();
                    yours = given.value();
                    close = Closeness.of(claim, correct, yours, right.error(), given.error());
                }
            }
            if (close == Closeness.DIFFERENT && Ties.decide(claim, point, seed)) {
                return found(Kind.OPEN, "a comparison is a tie but for rounding", null);
            } else if (close == Closeness.HIDDEN) {
                return found(Kind.HIDDEN, "rounding errors of the answer hide whether it is right", null);
            } else if (close == Closeness.DIFFERENT) {
                boolean asBackprop = measured != null && Closeness.of(claim, backprop, yours, correctly, yourly) != Closeness.DIFFERENT;
                return found(Kind.WRONG, measured == null ? null : measured.words(backprop), asBackprop ? measured.singular() : null);
            }
            boolean chosen = kink != null && Closeness.of(claim, backprop, yours, correctly, yourly) == Closeness.DIFFERENT;
            return found(close == Closeness.ROUNDED ? Kind.ROUNDED : Kind.RIGHT, null, chosen ? kink : null);
        }

        /** The errors of measured entries; of the others the rounding errors. */
        private static double[] plus(double[] measured, double[] noise, Tensor backprop) {
            double[] sum = new double[noise.length];
            for (int k = 0; k < sum.length; k++) {
                sum[k] = measured[k] > 0 || !Double.isFinite(backprop.at(k)) ? measured[k] : noise[k];
            }
            return sum;
        }

        private Observation found(Kind kind, String why, Apply kink) {
            return new Observation(kind, point, yours, correct, why, kink);
        }
    }
}
