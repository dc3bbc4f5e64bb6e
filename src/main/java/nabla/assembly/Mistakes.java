package nabla.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nabla.claim.ClaimResult;
import nabla.claim.WrittenDigits;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.mistake.MistakeChoice;
import nabla.mistake.Recogniser;
import nabla.model.Claim;
import nabla.model.Model;
import nabla.model.Repair;
import nabla.point.Points;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.source.Span;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/** Which mistakes wrong claims are. */
public final class Mistakes {

    private static final int FURTHER = 2;

    private final Model model;
    private final Points points;
    private final List<ClaimResult> results;
    private final Recogniser recogniser;
    private final LocalGradients locals;

    /** For the claims of a model and what became of them. */
    public Mistakes(Model model, Points points, List<ClaimResult> results, Audience audience) {
        this(model, points, results, audience, true);
    }

    /** The same; where it is not thorough, only what shows on the whole answer is found. */
    public Mistakes(Model model, Points points, List<ClaimResult> results, Audience audience, boolean thorough) {
        this.model = model;
        this.results = results;
        this.points = points;
        List<Node> order = model.root() == null ? List.of() : Topology.order(List.of(model.root()));
        this.locals = new LocalGradients(model, results, points.further(FURTHER));
        this.recogniser = new Recogniser(audience == Audience.REPORT ? new Names(order) : Names.ofText(order), thorough, model.steps());
    }

    /** The mistake in a claim, or null: for a right one, and for one that is no known mistake. By which convention claims are meant is settled before. */
    public Mistake plain(ClaimResult result) {
        Claim claim = result.claim();
        // What is wrong for a kink alone is between right answers: nothing was forgotten.
        if (result.judgement() != Judgement.WRONG || claim.of() == null || claim.by() == null || result.kink() != null) {
            return null;
        }
        List<Map<Input, Tensor>> all = claim.kind() == Claim.Kind.NUMBER ? points.text() : everywhere(claim, result.witness());
        boolean above = claim.of() == model.root() && model.upstream() != null;
        Node root = above ? model.output() : claim.of();
        Node seed = above ? model.upstream() : null;
        Node local = locals.blamed(result);
        if (local != null) {
            return elsewhere(local, recogniser.recognise(root, seed, locals.meant(local), local, all, null).orElse(null));
        }
        Mistake repaired = repaired(fitting(claim.repairs(), claim.truth(), claim.answer()), claim.truth(), all,
                answer -> recogniser.other(root, seed, claim.by(), answer, all));
        if (repaired != null) {
            return repaired;
        }
        if (claim.answer() == null || claim.problem() == null && Recogniser.same(claim.truth(), claim.answer(), all)) {
            return null;
        }
        Mistake rounding = claim.problem() == null && WrittenDigits.isCutOff(claim.written(), result.yours(), result.correct())
                ? new Mistake(List.of(MistakeCode.ROUNDING), "rounded to too few digits, or cut off") : null;
        if (rounding != null && !WrittenDigits.isWhole(claim.written())) {
            return rounding;
        }
        double[] slack = WrittenDigits.halfUnits(claim.written(), claim.answer().shape().count(), claim.digits());
        double relative = Double.isNaN(claim.within()) ? 0 : claim.within();
        // A whole number is more often exactly something else than rounded.
        Mistake mistake = recogniser.recognise(root, seed, claim.by(), claim.answer(), all, slack, relative).orElse(rounding);
        return mistake != null && locals.isBeside(claim.answer()) ? elsewhere(claim.answer(), mistake) : mistake;
    }

    /** The mistake in a definition that a claim uses. */
    private Mistake elsewhere(Node local, Mistake mistake) {
        Span span = model.origins().get(local);
        String place = "in " + local.name() + (span == null ? "" : ", line " + span.line());
        return mistake == null ? new Mistake(List.of(), place, null, List.of())
                : new Mistake(mistake.codes(), place + ": " + mistake.message(), mistake.repair(), mistake.others());
    }

    /** Whether a wrong formula fits at the one point of the file. */
    boolean fitsHere(ClaimResult result) {
        Map<Input, Tensor> here = points.text().get(0);
        return points.text().size() == 1 && here != result.witness() && result.truth().isFinite() && isFinite(result.claim().answer(), here);
    }

    /** A missing 1/m that the parameters make up for. */
    static Mistake convention() {
        return new Mistake(List.of(MistakeCode.FACTOR), "1/m is left to the parameters, which are right: this is not the gradient of the output itself");
    }

    /**
     * What is wrong with an answer whose shapes do not fit: the change that makes it right, or leaves one mistake; null if there is none.
     *
     * @param other   finds the mistake in an answer that fits
     */
    static Mistake repaired(List<Repair> repairs, Node truth, List<Map<Input, Tensor>> points,
            Function<Node, Optional<Mistake>> other) {
        for (Repair repair : repairs) {
            if (Recogniser.same(truth, repair.answer(), points)) {
                return new Mistake(List.of(code(repair)), message(repair), repair.text(), List.of());
            }
        }
        for (Repair repair : repairs) {
            Mistake second = other.apply(repair.answer()).orElse(null);
            if (second != null) {
                Mistake both = MistakeChoice.both(code(repair), message(repair), second);
                return new Mistake(both.codes(), both.message(), repair.text(), both.others());
            }
        }
        return null;
    }

    /** The changes that may be meant: where one number is asked for and entries are given, their sum is missing, not another product. */
    static List<Repair> fitting(List<Repair> repairs, Node truth, Node answer) {
        boolean sum = answer != null && truth.shape().isScalar();
        return repairs.stream().filter(repair -> !(sum && repair.product())).toList();
    }

    private static MistakeCode code(Repair repair) {
        return repair.product() ? MistakeCode.MATMUL_OR_ELEMENTWISE : MistakeCode.TRANSPOSE;
    }

    private static String message(Repair repair) {
        return repair.product() ? "the other product belongs there" : "a transpose or the order of the factors is wrong";
    }

    /** Whether a mistake is none but a convention: 1/m is left to the parameters, which are right. */
    public boolean isConvention(Claim claim, Mistake mistake) {
        return mistake != null && mistake.possible().contains(MistakeCode.MEAN) && claim.by() instanceof Apply && areParametersRight(claim);
    }

    /** With or without 1/m is a convention for an inner node as long as the gradients of parameters before it are right. */
    private boolean areParametersRight(Claim claim) {
        List<Node> before = Topology.order(List.of(claim.by()));
        List<ClaimResult> parameters = results.stream().filter(result -> result.claim().of() == claim.of()
                && result.claim().by() instanceof Input parameter && before.contains(parameter)).toList();
        return !parameters.isEmpty() && parameters.stream().noneMatch(result -> result.judgement() == Judgement.WRONG);
    }

    /** Two further points, which say most, and the first of the text if the answer has a value there; where it is right at all of them, also one where it is not. */
    private List<Map<Input, Tensor>> everywhere(Claim claim, Map<Input, Tensor> witness) {
        Node answer = claim.answer();
        List<Map<Input, Tensor>> everywhere = new ArrayList<>(points.further(FURTHER));
        if (answer == null || isFinite(answer, points.text().get(0))) {
            everywhere.add(points.text().get(0));
        }
        boolean told = answer == null || witness == null || claim.problem() != null || !Recogniser.same(claim.truth(), answer, everywhere);
        if (!told && isFinite(answer, witness)) {
            everywhere.add(witness);
        }
        return everywhere;
    }

    private static boolean isFinite(Node answer, Map<Input, Tensor> point) {
        return Values.of(answer, point).isFinite();
    }
}
