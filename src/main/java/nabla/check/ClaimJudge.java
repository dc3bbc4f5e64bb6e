package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.forward.Noise;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.matrix.Matrix;
import nabla.report.Report.Judgement;
import nabla.translate.Model.Claim;
import nabla.translate.Model;

/**
 * Judges claims. Numbers and {@code ==} are compared at the points of the text; a formula for a derivative there and at five more,
 * where every input gets a new value. A claim is exact to 1e-8 of the largest entry plus the rounding error of both sides.
 */
public final class ClaimJudge {

    private static final double EXACT = 1e-8;
    private static final int FURTHER = 5;
    /** An answer whose rounding errors are larger than this part of the right one shows nothing: 1e20*x - 1e20*x is near everything. */
    private static final double HIDING = 1e-3;

    private final Model model;
    private final Points points;

    /** For the claims of a model; {@code points} are those of the text. */
    public ClaimJudge(Model model, List<Map<Input, Matrix>> points) {
        this(model, new Points(model, points));
    }

    /** For the claims of a model. */
    public ClaimJudge(Model model, Points points) {
        this.model = model;
        this.points = points;
    }

    /** One result a claim, in their order. */
    public List<ClaimResult> judge() {
        return model.claims().stream().map(this::judge).map(this::everywhere).map(this::atKink).toList();
    }

    /** A slope between those on the two sides of a kink is a convention, as good as that of the backward pass. */
    public ClaimResult atKink(ClaimResult result) {
        Apply kink = subgradient(result);
        return kink == null ? result : new ClaimResult(result.claim(), Judgement.RIGHT, result.truth(), result.points(), null, null, null,
                kink.op().symbol() + " has no derivative at this point; any slope between those on its two sides is right");
    }

    /** The operation that has a kink where the claim fails, if the claim is one of the values that may be taken there; or null. */
    public Apply subgradient(ClaimResult result) {
        Claim claim = result.claim();
        boolean here = result.judgement() == Judgement.WRONG && result.witness() != null && points.text().contains(result.witness());
        if (!here || claim.of() == null || claim.problem() != null) {
            return null;
        }
        Apply kink = Subgradient.of(claim, result.witness(), model.seed());
        boolean elsewhere = kink == null || claim.kind() != Claim.Kind.FORMULA
                || judge(claim, points.further(FURTHER)).judgement() == Judgement.RIGHT;
        return elsewhere ? kink : null;
    }

    /** What was found at a few points, looked at all over the domain: a wrong formula may hold on part of it, and a right one may not on another. */
    public ClaimResult everywhere(ClaimResult result) {
        Claim claim = result.claim();
        boolean wrong = result.judgement() == Judgement.WRONG && claim.problem() == null;
        boolean value = result.judgement() != Judgement.WRONG && claim.kind() == Claim.Kind.VALUE;
        boolean hole = result.judgement() == Judgement.UNRESOLVED && result.correct().isFinite() && !result.yours().isFinite();
        PartOfDomain part = new PartOfDomain(model, claim);
        if (!(wrong || hole || value && part.isGeneral()) || !part.isPart()) {
            return result;
        }
        PartOfDomain.Trial witness = part.witness();
        return new ClaimResult(claim, Judgement.WRONG, result.truth(), result.points(), wrong || hole ? result.witness() : witness.point(),
                wrong || hole ? result.yours() : witness.values().of(claim.answer()),
                wrong || hole ? result.correct() : witness.values().of(claim.truth()), part.words());
    }

    /** One of them. */
    public ClaimResult judge(Claim claim) {
        if (claim.problem() != null) {
            return new ClaimResult(claim, Judgement.WRONG, null, 0, null, null, null, claim.problem().message());
        }
        List<Map<Input, Matrix>> all = new ArrayList<>(points.text());
        if (claim.kind() == Claim.Kind.FORMULA) {
            all.addAll(points.further(FURTHER));
        }
        ClaimResult result = judge(claim, all);
        boolean general = claim.kind() == Claim.Kind.FORMULA && result.judgement() == Judgement.RIGHT;
        Map<Input, Matrix> point = general ? new Counterexample(model, claim, all).point() : null;
        return point == null ? result : at(point, result);
    }

    /** The claim is right wherever it was tried, but not at a further point. */
    private ClaimResult at(Map<Input, Matrix> point, ClaimResult result) {
        ClaimResult there = judge(result.claim(), List.of(point));
        return there.judgement() != Judgement.WRONG ? result : new ClaimResult(result.claim(), Judgement.WRONG, result.truth(), result.points() + 1,
                point, there.yours(), there.correct(), there.note());
    }

    /** The same at points of choice. */
    public ClaimResult judge(Claim claim, List<Map<Input, Matrix>> all) {
        Tape tape = new Tape(List.of(claim.truth(), claim.answer()));
        ClaimResult result = null;
        ClaimResult hole = null;
        Matrix first = null;
        boolean rounded = false;
        int compared = 0;
        int hidden = 0;
        for (int i = 0; i < all.size() && (result == null || result.judgement() != Judgement.WRONG); i++) {
            Values values = Values.at(tape, all.get(i));
            Matrix correct = values.of(claim.truth());
            Matrix yours = Wide.value(claim.answer(), values, all.get(i));
            first = first == null ? correct : first;
            if (!correct.isFinite()) {
                String note = "the right answer is not a number here";
                result = new ClaimResult(claim, Judgement.UNRESOLVED, first, all.size(), all.get(i), yours, correct, note);
                continue;
            }
            if (!yours.isFinite() && claim.kind() == Claim.Kind.FORMULA && isTheOnePoint(all.get(i)) && all.size() > 1) {
                String note = "the answer has no value at this point; it is right at the " + (all.size() - 1) + " others that were tried";
                hole = new ClaimResult(claim, Judgement.UNRESOLVED, first, all.size(), all.get(i), yours, correct, note);
                continue;
            }
            if (!yours.isFinite() && claim.kind() == Claim.Kind.FORMULA && Overflow.hides(claim.answer(), all.get(i), model.seed() + i)) {
                hidden++;
                String note = "numbers on the way to the answer are too large to say whether it is right";
                result = new ClaimResult(claim, Judgement.UNRESOLVED, first, all.size(), all.get(i), yours, correct, note);
                continue;
            }
            Noise noise = new Noise(values, List.of(claim.truth(), claim.answer()), model.seed() + i);
            Closeness close = closeness(claim, correct, yours, noise);
            if (close == Closeness.DIFFERENT && Ties.decide(claim, all.get(i), model.seed())) {
                result = new ClaimResult(claim, Judgement.UNRESOLVED, first, all.size(), all.get(i), yours, correct, "a comparison is a tie but for rounding");
                continue;
            }
            if (close == Closeness.HIDDEN) {
                hidden++;
                String note = "rounding errors of the answer hide whether it is right";
                result = new ClaimResult(claim, Judgement.UNRESOLVED, first, all.size(), all.get(i), yours, correct, note);
                continue;
            }
            compared++;
            rounded |= close == Closeness.ROUNDED;
            if (close == Closeness.DIFFERENT) {
                result = new ClaimResult(claim, Judgement.WRONG, first, all.size(), all.get(i), yours, correct, null);
            }
        }
        boolean wrong = result != null && result.judgement() == Judgement.WRONG;
        if (wrong && hole != null && !result.yours().isFinite()) {
            return new ClaimResult(claim, Judgement.WRONG, first, hole.points(), hole.witness(), hole.yours(), hole.correct(), null);
        } else if (wrong || result != null && compared <= hidden) {
            return result;
        } else if (hole != null) {
            return hole;
        }
        return new ClaimResult(claim, Judgement.RIGHT, first, compared, null, null, null, rounded ? "as rounded" : null);
    }

    /** Whether a point is the only one that the text gives: that a formula has no value there, as 0/0, may be chance. */
    private boolean isTheOnePoint(Map<Input, Matrix> point) {
        return points.text().size() == 1 && points.text().get(0) == point;
    }

    enum Closeness { SAME, ROUNDED, HIDDEN, DIFFERENT }

    static Closeness closeness(Claim claim, Matrix correct, Matrix yours, Noise noise) {
        double largest = correct.largest();
        boolean within = !Double.isNaN(claim.within());
        double relative = within ? claim.within() : EXACT;
        double allowed = within && largest == 0 ? relative : relative * largest;
        double[] units = within ? null : Digits.halfUnits(claim.written(), correct.count(), claim.digits());
        Closeness closeness = Closeness.SAME;
        if (!yours.isFinite()) {
            return Closeness.DIFFERENT;
        }
        boolean hidden = false;
        for (int k = 0; k < correct.count(); k++) {
            double off = Math.abs(correct.at(k) - yours.at(k));
            double rounding = finite(noise.of(claim.truth())[k]) + finite(noise.of(claim.answer())[k]);
            if (!(off <= allowed + rounding)) {
                if (units == null || !(off <= units[k] * (1 + 1e-9))) {
                    return Closeness.DIFFERENT;
                }
                closeness = Closeness.ROUNDED;
            } else {
                hidden |= off > allowed + noise.of(claim.truth())[k] && largest > 0 && noise.of(claim.answer())[k] > HIDING * largest;
            }
        }
        return hidden ? Closeness.HIDDEN : closeness;
    }

    /** Where a number overflows, its rounding error is infinite too, and would excuse any answer. */
    private static double finite(double noise) {
        return Double.isFinite(noise) ? noise : 0;
    }
}
