package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.export.DistinctNames;
import nabla.report.ClaimReport;
import nabla.report.Mistake;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Fault;
import nabla.report.NodeReport.Role;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.report.RuleReport;
import nabla.report.Worst;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/**
 * One thing that a report says is right or not: a gradient, a backward rule, a claim, or, where nothing could be checked, the file.
 *
 * @param verdict the word for it
 * @param text    the lines a person reads about it; empty if all is well
 */
record Check(Subject subject, Outcome outcome, String verdict, List<String> text, Worst worst, Fault fault, Mistake mistake) {

    /**
     * What it is about; no two of a report are about the same.
     *
     * @param kind "gradient", "rule", "claim" or "file"
     * @param line in the source, from 1; 0 where there is none
     */
    record Subject(String kind, String name, int line) { }

    /** What came of it. */
    enum Outcome { PASSED, FAILED, OPEN, ERROR }

    /** Everything in a report, in its order. What was not looked at is left out. */
    static List<Check> of(Report report) {
        List<Check> checks = new ArrayList<>();
        if (report.status() == Status.UNREADABLE || report.status() == Status.REFUSED) {
            checks.add(new Check(new Subject("file", "read", 0), Outcome.ERROR, word(report.status()), ReportParts.problems(report), null, null, null));
            return checks;
        }
        DistinctNames names = new DistinctNames();
        ReportNotation notation = ReportNotation.of(report);
        for (NodeReport node : report.nodes()) {
            if (node.gradient() != null && node.role() != Role.OUTPUT && node.verdict().judgement() != null) {
                String name = names.of(notation.gradient(node.name()));
                checks.add(new Check(new Subject("gradient", name, node.line()), outcome(node.verdict()), node.verdict().word(),
                        ReportParts.about(report, node), node.verification().worst(), node.verification().fault(), null));
            }
        }
        for (RuleReport rule : report.rules()) {
            String name = names.of(rule.op() + ", " + rule.gradient());
            checks.add(new Check(new Subject("rule", name, rule.line()), outcome(rule.verdict()), rule.verdict().word(),
                    ReportParts.about(report, rule), rule.worst(), null, rule.mistake()));
        }
        for (ClaimReport claim : report.claims()) {
            String name = names.of("line " + claim.line() + ": " + claim.text());
            checks.add(new Check(new Subject("claim", name, claim.line()), outcome(claim.judgement()), word(claim.judgement()),
                    ReportParts.about(report, claim), null, null, claim.mistake()));
        }
        return checks;
    }

    String kind() {
        return subject.kind();
    }

    String name() {
        return subject.name();
    }

    int line() {
        return subject.line();
    }

    private static Outcome outcome(Verdict verdict) {
        return verdict.judgement() == null ? Outcome.PASSED : outcome(verdict.judgement());
    }

    private static Outcome outcome(Judgement judgement) {
        return switch (judgement) {
            case RIGHT -> Outcome.PASSED;
            case WRONG -> Outcome.FAILED;
            case UNRESOLVED -> Outcome.OPEN;
        };
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
