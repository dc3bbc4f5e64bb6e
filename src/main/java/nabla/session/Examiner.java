package nabla.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.assembly.Audience;
import nabla.assembly.ClaimReports;
import nabla.assembly.Constancy;
import nabla.assembly.MeanConvention;
import nabla.assembly.Mistakes;
import nabla.assembly.NodeFormulas;
import nabla.assembly.Rules;
import nabla.check.CheckPrecision;
import nabla.check.KnownFacts;
import nabla.claim.ClaimJudge;
import nabla.claim.ClaimResult;
import nabla.formula.Formula;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.homework.SubmittedOperation;
import nabla.model.Claim;
import nabla.model.Handwork;
import nabla.model.Model;
import nabla.model.QuestionTarget;
import nabla.point.Points;
import nabla.report.Binding;
import nabla.report.ClaimReport;
import nabla.report.Mistake;
import nabla.report.RuleReport;
import nabla.simplify.Steps;
import nabla.tensor.Tensor;
import nabla.translate.Use;
import nabla.verdict.Judgement;

/**
 * Judges claims about one graph that come from elsewhere, such as the answers of many submissions: the same judges as for the claims of a
 * file, with points that are drawn once. May be used by several threads.
 */
public final class Examiner {

    private static final int RULE_POINTS = 5;

    private final Model model;
    private final Points points;
    private final ClaimJudge judge;
    private final Constancy constancy;

    /** For claims about a model. */
    public Examiner(Model model) {
        this(model, List.of());
    }

    /** The same for answers to questions, about nodes too that the output may not depend on. */
    public Examiner(Model model, List<QuestionTarget> questions) {
        this.model = model;
        List<QuestionTarget> asked = questions.stream().filter(one -> !one.isOperation()).toList();
        this.points = Points.of(model, asked.stream().map(one -> one.isDerivative() ? one.of() : one.truth()).toList());
        this.constancy = new Constancy(model, points, asked.stream().map(QuestionTarget::by).toList());
        this.judge = new ClaimJudge(model, points);
        points.further(RULE_POINTS);
    }

    /** Where claims are judged. */
    public Points points() {
        return points;
    }

    /** What becomes of a claim at the points of the text and at further ones; {@link #part} looks at the rest of the domain. */
    public ClaimResult judge(Claim claim) {
        return judge.atPoints(claim);
    }

    /** What a report says of a claim, to somebody who is to find the answer. */
    public ClaimReport report(Claim claim) {
        ClaimResult result = judge.judge(claim);
        Constancy nothing = new Constancy(model, points, model.leaves().stream().map(Model.Leaf::node).toList());
        return new ClaimReports(new MeanConvention(model, points, List.of(result), 1), shown(),
                new Mistakes(model, points, List.of(result), Audience.LEARNER), nothing, Steps.ofProofs()).report(result);
    }

    private NodeFormulas shown() {
        return new NodeFormulas(KnownFacts.simplifier(model), null, model, false);
    }

    /** The same at one point. */
    public Judgement judge(Claim claim, Map<Input, Tensor> point) {
        return judge.judge(claim, List.of(point)).judgement();
    }

    /** Whether the claim holds at the points of the text, whatever it is elsewhere. */
    public boolean holdsHere(Claim claim) {
        return claim.problem() == null && judge.judge(claim, points.text()).judgement() == Judgement.RIGHT;
    }

    /**
     * What is wrong with a claim.
     *
     * @param mistake    which one it is, or null
     * @param convention whether it is none: 1/m is left to the parameters, which are right
     */
    public record Diagnosis(Mistake mistake, boolean convention) { }

    /**
     * What is wrong with a claim that is.
     *
     * @param all      the results it stands among
     * @param thorough whether to look for more than what shows on the whole answer, which takes longer
     */
    public Diagnosis diagnose(ClaimResult result, List<ClaimResult> all, boolean thorough) {
        Mistakes mistakes = new Mistakes(model, points, all, Audience.LEARNER, thorough);
        Mistake mistake = mistakes.plain(result);
        return new Diagnosis(mistake, mistakes.isConvention(result.claim(), mistake));
    }

    /** A node as a formula; null where it would be too long. */
    public Formula formula(Node node) {
        return shown().formula(node);
    }

    /** Where a wrong formula is right; null if nowhere in particular. */
    public String part(ClaimResult result) {
        if (result.claim().kind() != Claim.Kind.FORMULA || result.claim().problem() != null) {
            return null;
        }
        return judge.everywhere(result).note();
    }

    /** The result of an answer that is m times as large as by the convention that it follows, without that factor. */
    public static ClaimResult without(int m, ClaimResult result) {
        return MeanConvention.plain(result, m);
    }

    /** Which inputs that it does not mention a wrong formula supposes to be constant, where it is right then; or null. */
    public String constant(ClaimResult result) {
        return constancy.of(result, Use.of(result.claim().written()).stream().map(use -> use.name().name()).collect(Collectors.toSet()));
    }

    /** The values of the leaves at a point. */
    public List<Binding> bindings(Map<Input, Tensor> point) {
        return ClaimReports.bindings(model.leaves(), point);
    }

    /** What becomes of the backward lines of an operation; how thoroughly mistakes are looked for is as in {@link #diagnose}. */
    public static List<RuleReport> rules(Handwork handwork, Settings settings, boolean thorough) {
        CheckPrecision precision = new CheckPrecision(settings.tolerance(), settings.sample());
        return new Rules(List.of(handwork), precision, thorough).reports(Map.of());
    }

    /** Whether the forward pass of an operation that was handed in is that of the problem. */
    public static boolean isForwardRight(SubmittedOperation handedIn) {
        List<Boolean> right = new ArrayList<>();
        for (SubmittedOperation.Forward forward : handedIn.forwards()) {
            boolean fits = forward.expected().shape().equals(forward.given().shape());
            right.add(fits && new Examiner(forward.model()).judge(Claim.equal(forward.expected(), forward.given())).judgement() == Judgement.RIGHT);
        }
        return !right.contains(false);
    }
}
