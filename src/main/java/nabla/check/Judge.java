package nabla.check;

import nabla.stencil.Estimate;
import nabla.verdict.Text;
import nabla.verdict.Verdict;

/**
 * The verdict on one partial derivative: backprop's value b against the estimate v ± e, with a band of relative width
 * {@code tolerance}. Agreement needs the two to be close and the errors to be small; disagreement needs them to be further apart than
 * all errors together can explain; everything between is unresolved. An absolute tolerance appears nowhere.
 *
 * @param tolerance the width of the band, 1e-6 by default
 */
record Judge(double tolerance) {

    private static final double NEGLIGIBLE = 1e-12;
    private static final double SWAMPED = 0.1;
    private static final double SHARE = 1e-9;
    private static final double NOTHING = 1e-3;

    /** Judges a smooth entry; {@code noise} is that of b. */
    Finding smooth(double b, double noise, Estimate estimate) {
        double v = estimate.value();
        double e = estimate.error();
        if (b == 0 && estimate.flat()) {
            return finding(new Verdict.Agreement(false), b, 0, 0);
        }
        double band = band(b, v);
        if (!estimate.exists()) {
            return Finding.without(new Verdict.Unresolved("scale: no two step sizes agree"), b);
        }
        double allowed = band + e + noise;
        if (Math.abs(b - v) > allowed) {
            return finding(new Verdict.Disagreement(null), b, v, e + noise);
        }
        boolean sharp = e + noise <= Math.max(band, NEGLIGIBLE * estimate.steepest());
        return finding(sharp ? new Verdict.Agreement(noise > band) : new Verdict.Unresolved(reason(estimate, noise)), b, v, e + noise);
    }

    private static String reason(Estimate estimate, double noise) {
        return estimate.noise() + noise > estimate.error() / 2
                ? "noise: rounding hides it" : "scale: the steps that fit still differ";
    }

    /** Whether the slopes of two sides are not the same. */
    boolean differ(Estimate left, Estimate right) {
        return Math.abs(left.value() - right.value()) > left.error() + right.error() + band(left.value(), right.value());
    }

    /** Judges an entry where the slopes of the two sides may differ. */
    Finding sides(double b, double noise, Estimate left, Estimate right, String convention) {
        double l = left.value();
        double r = right.value();
        double errors = left.error() + right.error();
        if (!differ(left, right)) {
            Estimate both = new Estimate((l + r) / 2, Math.max(left.error(), right.error()) + Math.abs(l - r) / 2,
                    Math.max(left.noise(), right.noise()), Math.max(left.steepest(), right.steepest()), left.flat() && right.flat());
            return smooth(b, noise, both);
        }
        double sure = Math.max(band(b, l), band(b, r)) + noise;
        double slack = sure + Math.max(left.error(), right.error());
        double outside = Math.max(Math.min(l, r) - b, b - Math.max(l, r));
        double nearest = Math.abs(b - l) < Math.abs(b - r) ? l : r;
        if (outside <= slack) {
            Verdict verdict = outside <= sure ? new Verdict.Kink(l, r, convention) : new Verdict.Unresolved("noise: rounding hides how steep a side is");
            return new Finding(verdict, b, Math.min(Math.max(b, Math.min(l, r)), Math.max(l, r)), errors, Math.max(outside, 0) / slack, false);
        }
        return new Finding(new Verdict.Disagreement("outside the slopes " + Text.number(l) + " on the left and " + Text.number(r) + " on the right"), b, nearest,
                errors, Math.abs(b - nearest) / slack, false);
    }

    /**
     * Judges an entry that differences could not decide, by an estimate of the second oracle.
     *
     * @param scale what a large entry of the gradient would be here: a noise that is large beside it and beside the entry
     *              proves nothing, unless what it hides is nothing beside it; one that is larger than that scale proves nothing at all
     */
    Finding second(double b, double noise, Estimate estimate, double scale) {
        double v = estimate.value();
        double band = band(b, v);
        double error = estimate.error() + noise;
        Verdict verdict;
        if (!Double.isFinite(error) && Math.abs(b - v) > band + estimate.error()) {
            return Finding.without(new Verdict.Unresolved("noise: rounding errors of backprop have no bound"), b);
        } else if (!(Math.abs(b - v) <= band + error)) {
            verdict = new Verdict.Disagreement(null);
        } else if (Math.abs(b - v) > band && (Math.abs(v) > NOTHING * noise || noise > scale)
                && noise > Math.max(SWAMPED * Math.max(Math.abs(b), Math.abs(v)), SHARE * scale)) {
            verdict = new Verdict.Unresolved("noise: rounding errors of backprop are as large as the gradient");
        } else if (!(b == 0 && estimate.flat()) && scale > 0 && estimate.error() > Math.max(noise, Math.max(band, SHARE * scale))) {
            verdict = new Verdict.Unresolved("scale: 60 digits are not enough here");
        } else {
            verdict = new Verdict.Agreement(noise > band);
        }
        return new Finding(verdict, b, v, error, Math.abs(b - v) / Math.max(band + error, Double.MIN_NORMAL), true);
    }

    double band(double b, double v) {
        return tolerance * Math.max(Math.abs(b), Math.abs(v));
    }

    private Finding finding(Verdict verdict, double b, double v, double error) {
        double bar = band(b, v) + error;
        return new Finding(verdict, b, v, error, bar == 0 ? 0 : Math.abs(b - v) / bar, false);
    }
}
