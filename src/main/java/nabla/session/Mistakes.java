package nabla.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.check.ClaimResult;
import nabla.check.Digits;
import nabla.check.Points;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.mistake.Recogniser;
import nabla.report.Report.Judgement;
import nabla.report.Report.Mistake;
import nabla.translate.Model;
import nabla.translate.Model.Claim;
import nabla.translate.Model.Repair;

/** Which mistakes wrong claims are. */
final class Mistakes {

    private static final int FURTHER = 2;

    private final Model model;
    private final Points points;
    private final List<ClaimResult> results;
    private final Names names;

    /** For the claims of a model and what became of them. */
    Mistakes(Model model, Points points, List<ClaimResult> results) {
        this.model = model;
        this.results = results;
        this.points = points;
        this.names = new Names(model.root() == null ? List.of() : Topology.order(List.of(model.root())));
    }

    /** The mistake in a claim, or null: for a right one, and for one that is no known mistake. */
    Mistake of(ClaimResult result) {
        Mistake mistake = plain(result);
        return isConvention(result.claim(), mistake) ? new Mistake(List.of("factor"), mistake.message()
                + ". The parameters are right: some leave 1/m to them, but here every gradient is that of the output itself") : mistake;
    }

    /** The same where no convention is thought of. */
    Mistake plain(ClaimResult result) {
        Claim claim = result.claim();
        if (result.judgement() != Judgement.WRONG || claim.of() == null || claim.by() == null) {
            return null;
        }
        Recogniser recogniser = new Recogniser(names);
        List<Map<Input, Matrix>> all = claim.kind() == Claim.Kind.NUMBER ? points.text() : everywhere();
        for (Repair repair : claim.repairs()) {
            if (Recogniser.same(claim.truth(), repair.answer(), all)) {
                return new Mistake(List.of(repair.product() ? "matmul-or-elementwise" : "transpose"),
                        repair.text() + (repair.product() ? ": the other product belongs there"
                                : ": a transpose or the order of the factors is wrong"));
            }
        }
        if (claim.answer() == null) {
            return null;
        }
        if (claim.problem() == null && Digits.isCutOff(claim.written(), result.yours(), result.correct())) {
            return new Mistake(List.of("rounding"), "rounded to too few digits, or cut off");
        }
        double[] slack = Digits.halfUnits(claim.written(), claim.answer().shape().count(), claim.digits());
        return recogniser.recognise(claim.of(), claim.by(), claim.answer(), all, slack, Double.isNaN(claim.within()) ? 0 : claim.within())
                .orElse(null);
    }

    /** Whether a mistake is none but a convention: 1/m is left to the parameters, which are right. */
    boolean isConvention(Claim claim, Mistake mistake) {
        return mistake != null && mistake.codes().contains("mean") && claim.by() instanceof Apply && areParametersRight(claim);
    }

    /** With or without 1/m is a convention for an inner node as long as the gradients of parameters before it are right. */
    private boolean areParametersRight(Claim claim) {
        List<Node> before = Topology.order(List.of(claim.by()));
        List<ClaimResult> parameters = results.stream().filter(result -> result.claim().of() == claim.of()
                && result.claim().by() instanceof Input parameter && before.contains(parameter)).toList();
        return !parameters.isEmpty() && parameters.stream().noneMatch(result -> result.judgement() == Judgement.WRONG);
    }

    /** Two further points, which say most, and the first of the text. */
    private List<Map<Input, Matrix>> everywhere() {
        List<Map<Input, Matrix>> everywhere = new ArrayList<>(points.further(FURTHER));
        everywhere.add(points.text().get(0));
        return everywhere;
    }
}
