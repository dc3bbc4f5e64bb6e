package nabla.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.check.Finding;
import nabla.check.PointSampler;
import nabla.check.Precision;
import nabla.check.RuleChecker;
import nabla.check.RuleResult;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.mistake.Recogniser;
import nabla.op.Algebra;
import nabla.op.HandWritten;
import nabla.report.Report.Mistake;
import nabla.report.Report.Point;
import nabla.report.Report.RuleReport;
import nabla.report.Report.Worst;
import nabla.report.Verdict;
import nabla.translate.Model;

/** What became of hand-written backward lines, as a report shows it. */
record Rules(Model model, Shown shown) {

    private static final int POINTS = 3;

    List<RuleReport> reports(Precision precision) {
        RuleChecker checker = new RuleChecker(precision);
        return model.handwork().stream().flatMap(handwork -> checker.check(handwork).stream()).map(this::report).toList();
    }

    private RuleReport report(RuleResult result) {
        int line = result.rule().span() == null ? result.handwork().span().line() : result.rule().span().line();
        return new RuleReport(result.handwork().name(), line, result.rule().gradient(), formula(result.rule().written()),
                formula(result.rule().derived()), result.verdict(), worst(result), mistake(result));
    }

    private static Mistake mistake(RuleResult result) {
        Apply use = (Apply) result.trial().model().output();
        if (!(result.verdict() instanceof Verdict.Disagree) || result.rule().written() == null
                || !(use.op() instanceof HandWritten operation)) {
            return null;
        }
        Model trial = result.trial().model();
        Node root = Algebra.sum(Algebra.mul(trial.upstream(), operation.output()));
        List<Node> order = Topology.order(List.of(root));
        String name = result.rule().gradient().substring(1);
        Node target = order.stream().filter(node -> name.equals(node.name())).findFirst().orElse(null);
        if (target == null) {
            return null;
        }
        PointSampler sampler = new PointSampler(trial.leaves(), List.of(root));
        List<Map<Input, Matrix>> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            points.add(sampler.another(trial.seed() * 43 + i).point());
        }
        return new Recogniser(new Names(order)).recognise(root, target, result.rule().written(), points).orElse(null);
    }

    private Formula formula(Node node) {
        return node == null ? null : shown.formula(node);
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
