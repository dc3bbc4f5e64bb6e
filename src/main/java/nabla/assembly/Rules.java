package nabla.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nabla.check.Blame;
import nabla.check.CheckPrecision;
import nabla.check.KnownFacts;
import nabla.formula.Formula;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.mistake.Recogniser;
import nabla.model.Handwork;
import nabla.model.Model;
import nabla.point.PointSampler;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.report.RuleLine;
import nabla.report.RuleReport;
import nabla.report.RuleReport.Sides;
import nabla.report.Worst;
import nabla.rule.RuleChecker;
import nabla.rule.RuleResult;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;
import nabla.source.Span;
import nabla.tensor.Tensor;
import nabla.verdict.Verdict;

/** What became of hand-written backward lines, as a report shows it. */
public final class Rules {

    private static final int POINTS = 3;

    private final List<RuleResult> results;
    private final boolean thorough;

    /** Judges the lines. */
    public Rules(List<Handwork> handwork, CheckPrecision precision) {
        this(handwork, precision, true);
    }

    /** The same; where it is not thorough, only mistakes that show on the whole answer are found. */
    public Rules(List<Handwork> handwork, CheckPrecision precision, boolean thorough) {
        this.thorough = thorough;
        RuleChecker checker = new RuleChecker(precision);
        this.results = handwork.stream().flatMap(each -> checker.check(each).stream()).toList();
    }

    /** The line of a hand-written operation that makes its rule for one argument wrong; null for an operation of the language. */
    RuleLine blamed(Blame.Fault fault) {
        return results.stream().filter(result -> isOf(result, fault))
                .map(result -> line(result.blamed() == null ? result.rule() : result.blamed(), result)).findFirst().orElse(null);
    }

    private static boolean isOf(RuleResult result, Blame.Fault fault) {
        return fault.use() != null && fault.use().op().symbol().equals(result.handwork().name()) && fault.argument() == result.place();
    }

    private static RuleLine line(Handwork.Rule rule, RuleResult result) {
        Span span = rule.span() == null ? result.handwork().span() : rule.span();
        return new RuleLine(span.line(), rule.gradient());
    }

    /** The backward lines; one may be right wherever it was tried on its own, and yet be at fault in the graph. */
    public List<RuleReport> reports(Map<Node, Blame.Fault> faults) {
        return results.stream().map(result -> {
            boolean hidden = result.blamed() == null && result.verdict().agrees()
                    && faults.values().stream().anyMatch(fault -> isOf(result, fault));
            return hidden ? report(result, new Verdict.Disagreement("at the point of the graph"), null) : report(result, result.verdict(), EntryIndices.worst(result.worst(), result.rule().derived().shape(), result.entry(), 0));
        }).toList();
    }

    private RuleReport report(RuleResult result, Verdict verdict, Worst worst) {
        Handwork.Rule rule = result.rule();
        Model model = result.trial().model();
        Simplifier simplifier = KnownFacts.simplifier(model);
        Mistake mistake = convention(mistake(result), result);
        String hint = rule.problem() == null || mistake != null ? null : rule.problem().hint();
        Formula written = rule.given() == null ? null : Formulas.of(rule.given()).orElse(null);
        Sides sides = new Sides(rule.text(), written, new NodeFormulas(simplifier, null, model, false).formula(rule.expected()));
        return new RuleReport(result.handwork().name(), line(rule, result), sides, verdict, worst, mistake,
                result.through() == null ? null : line(result.through(), result), hint);
    }

    /** With or without 1/m is a convention for an intermediate value as long as the gradients of the parameters are right. */
    private Mistake convention(Mistake mistake, RuleResult result) {
        boolean mean = mistake != null && mistake.possible().contains(MistakeCode.MEAN) && isInner(result);
        boolean right = mean && results.stream().noneMatch(other -> other.handwork() == result.handwork() && !isInner(other)
                && other.blamed() != null);
        return right ? Mistakes.convention() : mistake;
    }

    private static boolean isInner(RuleResult result) {
        return result.trial().model().leaves().get(result.place()).value() != null;
    }

    /** The mistake in a wrong line: sizes at which several look alike are made up for by others. */
    private Mistake mistake(RuleResult result) {
        if (!result.isWrong()) {
            return null;
        }
        return result.handwork().trials().stream().map(trial -> mistake(trial, result.place())).filter(Objects::nonNull)
                .min(Comparator.comparingInt(mistake -> 2 * mistake.possible().size() + (mistake.codes().get(0) == MistakeCode.FACTOR ? 1 : 0)))
                .orElse(null);
    }

    private Mistake mistake(Handwork.Trial trial, int place) {
        Handwork.Rule rule = trial.rules().get(place);
        List<Node> order = Topology.order(List.of(trial.output()));
        String name = trial.model().leaves().get(place).node().name();
        Node target = order.stream().filter(node -> name.equals(node.name())).findFirst().orElse(null);
        if (target == null) {
            return null;
        }
        PointSampler sampler = new PointSampler(trial.model().leaves(), List.of(trial.output()));
        List<Map<Input, Tensor>> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(sampler.another(trial.model().seed() * 43 + i).point());
        }
        Node seed = trial.seed();
        // Operations without a name have none here either: no table of nodes says what v1 would be.
        Recogniser recogniser = new Recogniser(new Names(List.of()), thorough);
        Mistake repaired = Mistakes.repaired(Mistakes.fitting(rule.repairs(), rule.derived(), rule.given()), rule.derived(), points,
                answer -> recogniser.other(trial.output(), seed, target, answer, points));
        if (repaired != null || rule.given() == null || rule.problem() == null && Recogniser.same(rule.given(), rule.derived(), points)) {
            return repaired;
        }
        return recogniser.recognise(trial.output(), seed, target, rule.given(), points, null).orElse(null);
    }
}
