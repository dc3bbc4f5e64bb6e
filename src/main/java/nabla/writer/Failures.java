package nabla.writer;

import java.util.List;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/** What of a report did not come out right. */
final class Failures {

    private Failures() { }

    /** Wrong, unresolved or undefined. A kink with an acceptable value is none, nor is what was not looked at. */
    static boolean isFailure(Verdict verdict) {
        return verdict != null && (verdict.isWrong() || verdict.isOpen());
    }

    /** The nodes whose gradient is wrong. */
    static List<NodeReport> wrong(Report report) {
        return report.verified().stream().filter(NodeReport::isWrong).toList();
    }

    /** How many gradients, rules and claims are wrong. */
    static int wrongCount(Report report) {
        return wrong(report).size()
                + (int) report.rules().stream().filter(RuleReport::isWrong).count()
                + (int) report.claims().stream().filter(claim -> claim.judgement() == Judgement.WRONG).count();
    }

    /** How many could not be decided. */
    static int openCount(Report report) {
        return (int) report.verified().stream().filter(NodeReport::isOpen).count()
                + (int) report.rules().stream().filter(rule -> rule.verdict().isOpen()).count()
                + (int) report.claims().stream().filter(claim -> claim.judgement() == Judgement.UNRESOLVED).count();
    }
}
