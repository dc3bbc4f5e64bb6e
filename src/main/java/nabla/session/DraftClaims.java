package nabla.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import nabla.assembly.Audience;
import nabla.assembly.ClaimReports;
import nabla.assembly.MeanConvention;
import nabla.assembly.NodeFormulas;
import nabla.claim.ClaimJudge;
import nabla.claim.ClaimResult;
import nabla.graph.Input;
import nabla.graph.Topology;
import nabla.model.Claim;
import nabla.model.Model;
import nabla.point.Points;
import nabla.report.ClaimReport;
import nabla.report.ClaimReport.Witness;
import nabla.simplify.Simplifier;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/**
 * The claims of a text that is still being written, judged one at a time.
 *
 * @param leaving the same text where the factor 1/m of a mean is left to the gradients of the inputs
 */
record DraftClaims(Model model, NodeFormulas shown, Simplifier simplifier, List<Map<Input, Tensor>> points, IntFunction<Model> leaving) {

    /** What became of claim k. */
    ClaimReport judged(int k, Audience audience) {
        MeanConvention convention = convention(k);
        ClaimResult result = convention.results().get(convention.results().size() == 1 ? 0 : k);
        NodeFormulas how = convention.model() == model ? shown : new NodeFormulas(simplifier, null, convention.model(), false);
        Claim claim = result.claim();
        ClaimReport report = ClaimReports.of(convention, how, audience).report(result);
        return report.witness() == null || claim.truth() == null || claim.answer() == null ? report : about(claim, report);
    }

    /** The claim alone; where it is wrong, beside the others, which may tell by what convention it is meant. */
    private MeanConvention convention(int k) {
        Points places = new Points(model, points);
        ClaimJudge judge = new ClaimJudge(model, places);
        ClaimResult result = judge.judge(model.claims().get(k));
        MeanConvention alone = new MeanConvention(model, places, List.of(result), 1);
        if (result.judgement() != Judgement.WRONG || model.claims().size() == 1) {
            return alone;
        }
        List<ClaimResult> results = model.claims().stream().map(claim -> claim == result.claim() ? result : judge.judge(claim)).toList();
        MeanConvention convention = MeanConvention.of(model, places, results, leaving);
        return convention.model() == model ? alone : convention;
    }

    /** The report with only those values in its witness that the claim depends on: in a session there may be many others. */
    private static ClaimReport about(Claim claim, ClaimReport report) {
        Set<String> names = new LinkedHashSet<>();
        Topology.order(List.of(claim.truth(), claim.answer())).forEach(node -> names.add(node.name()));
        Witness all = report.witness();
        return report.with(new Witness(all.at().stream().filter(at -> names.contains(at.name())).toList(), all.yours(), all.correct()));
    }
}
