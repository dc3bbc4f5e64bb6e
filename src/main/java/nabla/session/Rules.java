package nabla.session;

import java.util.List;
import nabla.check.Finding;
import nabla.check.Precision;
import nabla.check.RuleChecker;
import nabla.check.RuleResult;
import nabla.formula.Formula;
import nabla.graph.Node;
import nabla.report.Report.Point;
import nabla.report.Report.RuleReport;
import nabla.report.Report.Worst;
import nabla.translate.Model;

/** What became of hand-written backward lines, as a report shows it. */
record Rules(Model model, Shown shown) {

    List<RuleReport> reports(Precision precision) {
        RuleChecker checker = new RuleChecker(precision);
        return model.handwork().stream().flatMap(handwork -> checker.check(handwork).stream()).map(this::report).toList();
    }

    private RuleReport report(RuleResult result) {
        int line = result.rule().span() == null ? result.handwork().span().line() : result.rule().span().line();
        return new RuleReport(result.handwork().name(), line, result.rule().gradient(), formula(result.rule().written()),
                formula(result.rule().derived()), result.verdict(), worst(result), null);
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
