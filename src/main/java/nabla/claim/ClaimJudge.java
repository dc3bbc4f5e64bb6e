package nabla.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nabla.claim.ClaimResult.Comparison;
import nabla.claim.Observation.Kind;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.model.Claim;
import nabla.model.Model;
import nabla.point.Points;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/**
 * Judges claims. Numbers and {@code ==} are compared at the points of the text; a formula for a derivative there and at five more,
 * where every input gets a new value. A claim is exact to 1e-8 of the largest entry plus the rounding error of both sides.
 */
public final class ClaimJudge {

    private static final int FURTHER = 5;

    private final Model model;
    private final Points points;

    /** For the claims of a model. */
    public ClaimJudge(Model model, Points points) {
        this.model = model;
        this.points = points;
    }

    /** One result a claim, in their order. */
    public List<ClaimResult> judge() {
        return model.claims().stream().map(this::judge).toList();
    }

    /** One of them. */
    public ClaimResult judge(Claim claim) {
        return everywhere(atPoints(claim));
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
        Comparison shown = wrong || hole ? result.shown()
                : new Comparison(witness.point(), witness.values().of(claim.answer()), witness.values().of(claim.truth()));
        return new ClaimResult(claim, Judgement.WRONG, result.truth(), result.points(), shown, part.words(), null);
    }

    /** What a claim is at the points of the text and, if it is a formula, at further ones. */
    public ClaimResult atPoints(Claim claim) {
        if (claim.problem() != null) {
            return new ClaimResult(claim, Judgement.WRONG, null, 0, Comparison.NONE, claim.problem().message(), null);
        }
        List<Map<Input, Tensor>> all = new ArrayList<>(points.text());
        if (claim.kind() == Claim.Kind.FORMULA) {
            all.addAll(points.further(FURTHER));
        }
        ClaimResult result = judge(claim, all);
        boolean general = claim.kind() == Claim.Kind.FORMULA && result.judgement() == Judgement.RIGHT;
        Map<Input, Tensor> point = general ? new Counterexample(model, claim, all).point() : null;
        return point == null ? result : at(point, result);
    }

    /** The claim is right wherever it was tried, but not at a further point. */
    private ClaimResult at(Map<Input, Tensor> point, ClaimResult result) {
        ClaimResult there = judge(result.claim(), List.of(point));
        return there.judgement() != Judgement.WRONG ? result : new ClaimResult(result.claim(), Judgement.WRONG, result.truth(), result.points() + 1,
                new Comparison(point, there.yours(), there.correct()), there.note(), there.kink());
    }

    /** The same at points of choice. */
    public ClaimResult judge(Claim claim, List<Map<Input, Tensor>> all) {
        Observer observer = new Observer(claim);
        List<Observation> seen = new ArrayList<>();
        for (int i = 0; i < all.size() && (seen.isEmpty() || seen.get(i - 1).kind() != Kind.WRONG); i++) {
            seen.add(observer.observe(all.get(i), isAlone(all.get(i), all.size()), model.seed() + i));
        }
        return sum(claim, seen, seen.get(0).correct(), all.size());
    }

    /** What the observations come to: one wrong is enough; what is hidden at most points is not decided by the few others. */
    private ClaimResult sum(Claim claim, List<Observation> seen, Tensor first, int points) {
        Observation last = seen.get(seen.size() - 1);
        Observation hole = seen.stream().filter(each -> each.kind() == Kind.HOLE && (points == 1 || isAlone(each.point(), points))).findFirst().orElse(null);
        if (last.kind() == Kind.WRONG) {
            Observation shown = hole != null && !last.yours().isFinite() ? hole : last;
            return new ClaimResult(claim, Judgement.WRONG, first, points, shown.comparison(), last.note(), last.kink());
        }
        long compared = seen.stream().filter(each -> each.kind() == Kind.RIGHT || each.kind() == Kind.ROUNDED).count();
        long hidden = seen.stream().filter(each -> each.kind() == Kind.HIDDEN).count();
        Observation open = seen.stream().filter(each -> each.kind() != Kind.RIGHT && each.kind() != Kind.ROUNDED && each != hole).reduce((a, b) -> b).orElse(null);
        if (open != null && compared <= hidden) {
            return unresolved(claim, open, first, points, open.note());
        } else if (hole != null) {
            return unresolved(claim, hole, first, points, (hole.note() == null ? "the answer has no value at this point" : hole.note())
                    + (compared == 0 ? "" : "; it is right at the " + (points - 1) + " others that were tried"));
        }
        Apply kink = seen.stream().map(Observation::kink).filter(Objects::nonNull).findFirst().orElse(null);
        boolean rounded = seen.stream().anyMatch(each -> each.kind() == Kind.ROUNDED);
        return new ClaimResult(claim, Judgement.RIGHT, first, (int) compared, Comparison.NONE, kink != null ? words(kink) : rounded ? "as rounded" : null, kink);
    }

    private static ClaimResult unresolved(Claim claim, Observation seen, Tensor first, int points, String note) {
        return new ClaimResult(claim, Judgement.UNRESOLVED, first, points, seen.comparison(), note, null);
    }

    private static String words(Apply kink) {
        return kink.op().symbol() + " has no derivative at this point; any slope between those on its two sides is right";
    }

    /** Whether a point is the only one that the text gives, among others. */
    private boolean isAlone(Map<Input, Tensor> point, int points) {
        return points > 1 && text().size() == 1 && text().get(0) == point;
    }

    private List<Map<Input, Tensor>> text() {
        return points.text();
    }
}
