package nabla.claim;

import nabla.forward.Noise;
import nabla.model.Claim;
import nabla.tensor.Tensor;

/** How close an answer is to the right one: to 1e-8 of the largest entry, or to what the claim allows, plus rounding errors. */
enum Closeness {
    /** The same. */
    SAME,
    /** The same to the digits that were written. */
    ROUNDED,
    /** As close as rounding errors allow that would hide anything. */
    HIDDEN,
    DIFFERENT;

    private static final double EXACT = 1e-8;
    /** An answer whose rounding errors are larger than this part of the right one shows nothing: 1e20*x - 1e20*x is near everything. */
    private static final double HIDING = 1e-3;

    static Closeness of(Claim claim, Tensor correct, Tensor yours, Noise noise) {
        return of(claim, correct, yours, noise.of(claim.truth()), noise.of(claim.answer()));
    }

    /** With the rounding errors of both, entry by entry. */
    static Closeness of(Claim claim, Tensor correct, Tensor yours, double[] correctly, double[] yourly) {
        double[] units = units(claim, correct.count());
        double allowed = allowed(claim, correct.largest());
        if (!yours.isFinite()) {
            return DIFFERENT;
        }
        Closeness closeness = SAME;
        boolean hidden = false;
        for (int k = 0; k < correct.count(); k++) {
            double off = Math.abs(correct.at(k) - yours.at(k));
            if (!(off <= allowed + finite(correctly[k]) + finite(yourly[k]))) {
                if (units == null || !(off <= units[k] * (1 + 1e-9))) {
                    return DIFFERENT;
                }
                closeness = ROUNDED;
            } else {
                hidden |= off > allowed + correctly[k] && correct.largest() > 0 && yourly[k] > HIDING * correct.largest();
            }
        }
        return hidden ? HIDDEN : closeness;
    }

    /** Whether rounding errors decide, or leave nothing of the right answer: then more digits have to. */
    static boolean isDoubtful(Claim claim, Tensor correct, Tensor yours, double[] correctly, double[] yourly) {
        double largest = correct.largest();
        double allowed = allowed(claim, largest);
        for (int k = 0; k < correct.count(); k++) {
            double off = Math.abs(correct.at(k) - yours.at(k));
            boolean excused = off > allowed && off <= allowed + correctly[k] + yourly[k];
            if (excused || !(correctly[k] <= HIDING * largest)) {
                return true;
            }
        }
        return false;
    }

    /** How far off each entry may be, rounding errors left out. */
    static double[] slack(Claim claim, Tensor yours) {
        double[] units = units(claim, yours.count());
        double[] slack = new double[yours.count()];
        for (int k = 0; k < slack.length; k++) {
            double unit = units == null || Double.isNaN(units[k]) ? 0 : units[k] * (1 + 1e-9);
            slack[k] = Math.max(unit, allowed(claim, yours.largest()));
        }
        return slack;
    }

    private static double allowed(Claim claim, double largest) {
        boolean within = !Double.isNaN(claim.within());
        double relative = within ? claim.within() : EXACT;
        return within && largest == 0 ? relative : relative * largest;
    }

    private static double[] units(Claim claim, int count) {
        return Double.isNaN(claim.within()) ? WrittenDigits.halfUnits(claim.written(), count, claim.digits()) : null;
    }

    /** Where a number overflows, its rounding error is infinite too, and would excuse any answer. */
    private static double finite(double noise) {
        return Double.isFinite(noise) ? noise : 0;
    }
}
