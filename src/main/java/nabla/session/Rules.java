package nabla.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.check.Blame;
import nabla.check.Finding;
import nabla.check.PointSampler;
import nabla.check.Precision;
import nabla.check.RuleChecker;
import nabla.check.RuleResult;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.mistake.Recogniser;
import nabla.op.Algebra;
import nabla.report.Report.Mistake;
import nabla.report.Report.Point;
import nabla.report.Report.RuleLine;
import nabla.report.Report.RuleReport;
import nabla.report.Report.Worst;
import nabla.report.Verdict;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;
import nabla.source.Span;
import nabla.translate.Handwork;
import nabla.translate.Model;

/** What became of hand-written backward lines, as a report shows it. */
final class Rules {

    private static final int POINTS = 3;

    private final List<RuleResult> results;

    /** Judges the lines. */
    Rules(Model model, Precision precision) {
        RuleChecker checker = new RuleChecker(precision);
        this.results = model.handwork().stream().flatMap(handwork -> checker.check(handwork).stream()).toList();
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
    List<RuleReport> reports(Map<Node, Blame.Fault> faults) {
        return results.stream().map(result -> {
            boolean hidden = result.blamed() == null && result.verdict() instanceof Verdict.Agree
                    && faults.values().stream().anyMatch(fault -> isOf(result, fault));
            return report(result, hidden ? new Verdict.Disagree("at the point of the graph") : result.verdict());
        }).toList();
    }

    private static RuleReport report(RuleResult result, Verdict verdict) {
        Handwork.Rule rule = result.rule();
        Simplifier simplifier = new Simplifier(result.trial().model().distributions());
        String note = rule.problem() == null ? null : rule.problem().hint();
        return new RuleReport(result.handwork().name(), line(rule, result).line(), rule.gradient(), rule.text(),
                rule.given() == null ? null : Formulas.of(rule.given()).orElse(null),
                new Shown(simplifier).formula(rule.expected()), verdict, worst(result), mistake(result),
                result.through() == null ? null : line(result.through(), result), note);
    }

    private static Mistake mistake(RuleResult result) {
        Handwork.Rule rule = result.rule();
        if (!result.isWrong()) {
            return null;
        }
        Model trial = result.trial().model();
        Node root = Algebra.sum(Algebra.mul(trial.upstream(), result.trial().output()));
        List<Node> order = Topology.order(List.of(root));
        String name = rule.gradient().substring(1);
        Node target = order.stream().filter(node -> name.equals(node.name())).findFirst().orElse(null);
        if (target == null) {
            return null;
        }
        PointSampler sampler = new PointSampler(trial.leaves(), List.of(root));
        List<Map<Input, Matrix>> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(sampler.another(trial.seed() * 43 + i).point());
        }
        Mistake repaired = Mistakes.repaired(rule.repairs(), rule.derived(), points);
        if (repaired != null || rule.given() == null) {
            return repaired;
        }
        return new Recogniser(new Names(order)).recognise(root, target, rule.given(), points).orElse(null);
    }

    private static Worst worst(RuleResult result) {
        Finding worst = result.worst();
        if (worst == null) {
            return null;
        }
        int columns = result.rule().derived().shape().columns();
        return new Worst(result.entry() / columns, result.entry() % columns, worst.bars(), worst.backprop(), worst.estimate(),
                worst.error(), new Point(0));
    }
}
