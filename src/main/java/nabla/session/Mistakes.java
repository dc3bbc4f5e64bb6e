package nabla.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.check.ClaimResult;
import nabla.check.Digits;
import nabla.check.PointSampler;
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
    private final List<Map<Input, Matrix>> points;
    private final List<Map<Input, Matrix>> further = new ArrayList<>();
    private final List<ClaimResult> results;
    private final Names names;

    /** For the claims of a model and what became of them; {@code points} are those of the text. */
    Mistakes(Model model, List<Map<Input, Matrix>> points, List<ClaimResult> results) {
        this.model = model;
        this.results = results;
        this.points = points;
        this.names = new Names(model.root() == null ? List.of() : Topology.order(List.of(model.root())));
    }

    /** The mistake in a claim, or null: for a right one, and for one that is no known mistake. */
    Mistake of(ClaimResult result) {
        Claim claim = result.claim();
        if (result.judgement() != Judgement.WRONG || claim.of() == null || claim.by() == null) {
            return null;
        }
        Recogniser recogniser = new Recogniser(names);
        List<Map<Input, Matrix>> all = claim.kind() == Claim.Kind.NUMBER ? points : everywhere();
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
        Mistake mistake = recogniser.recognise(claim.of(), claim.by(), claim.answer(), all, slack).orElse(null);
        boolean convention = mistake != null && mistake.codes().contains("mean") && claim.by() instanceof Apply && areParametersRight();
        return convention ? new Mistake(List.of("factor"),
                mistake.message() + ". The parameters are right: some leave 1/m to them, but here "
                + "every gradient is that of the output itself") : mistake;
    }

    /** With or without 1/m is a convention for an inner node as long as the gradients of parameters are right. */
    private boolean areParametersRight() {
        List<ClaimResult> parameters = results.stream().filter(result -> result.claim().by() instanceof Input).toList();
        return !parameters.isEmpty() && parameters.stream().noneMatch(result -> result.judgement() == Judgement.WRONG);
    }

    /** Two further points, which say most, and the first of the text. */
    private List<Map<Input, Matrix>> everywhere() {
        if (further.isEmpty()) {
            List<Node> roots = model.root() == null ? List.of() : List.of(model.root());
            PointSampler sampler = new PointSampler(model.leaves(), roots);
            for (int i = 0; i < FURTHER; i++) {
                further.add(sampler.another(model.seed() * 37 + i + 1).point());
            }
            further.add(points.get(0));
        }
        return further;
    }
}
