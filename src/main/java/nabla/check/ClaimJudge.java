package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.forward.Noise;
import nabla.forward.Tape;
import nabla.forward.Values;
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
        return model.claims().stream().map(this::judge).map(this::everywhere).toList();
    }

    /** What was found at a few points, looked at all over the domain: a wrong formula may hold on part of it, and a right one may not on another. */
    public ClaimResult everywhere(ClaimResult result) {
        Claim claim = result.claim();
        boolean wrong = result.judgement() == Judgement.WRONG && claim.problem() == null;
        boolean value = result.judgement() != Judgement.WRONG && claim.kind() == Claim.Kind.VALUE;
        PartOfDomain part = new PartOfDomain(model, claim);
        if (!(wrong || value && part.isGeneral()) || !part.isPart()) {
            return result;
        }
        PartOfDomain.Trial witness = part.witness();
        return new ClaimResult(claim, Judgement.WRONG, result.truth(), result.points(), wrong ? result.witness() : witness.point(),
                wrong ? result.yours() : witness.values().of(claim.answer()),
                wrong ? result.correct() : witness.values().of(claim.truth()), part.words());
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
        return judge(claim, all);
    }

    /** The same at points of choice. */
    public ClaimResult judge(Claim claim, List<Map<Input, Matrix>> all) {
        Tape tape = new Tape(List.of(claim.truth(), claim.answer()));
        ClaimResult result = null;
        Matrix first = null;
        boolean rounded = false;
        int compared = 0;
        int hidden = 0;
        for (int i = 0; i < all.size() && (result == null || result.judgement() != Judgement.WRONG); i++) {
            Values values = Values.at(tape, all.get(i));
            Matrix correct = values.of(claim.truth());
            Matrix yours = values.of(claim.answer());
            first = first == null ? correct : first;
            if (!correct.isFinite()) {
                String note = "the right answer is not a number here";
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
        if (result != null && (result.judgement() == Judgement.WRONG || compared <= hidden)) {
            return result;
        }
        return new ClaimResult(claim, Judgement.RIGHT, first, compared, null, null, null, rounded ? "as rounded" : null);
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
            double noisy = noise.of(claim.truth())[k] + noise.of(claim.answer())[k];
            // Where a number overflows, its rounding error is infinite too, and would excuse any answer.
            double rounding = Double.isFinite(noisy) ? noisy : 0;
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
}
