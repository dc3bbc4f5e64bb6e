package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import nabla.report.ClaimReport;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;

/** The lines of the text report about one part of a report; none where all is well. */
final class ReportParts {

    /** Documents have no columns. */
    private static final int WIDE = 10_000;
    private static final TextStyle STYLE = new TextStyle(Palette.PLAIN, TextStyle.Detail.QUIET, false, WIDE);

    private ReportParts() { }

    static List<String> about(Report report, NodeReport node) {
        if (node.isWrong()) {
            return new Explanation(only(report, List.of(node), List.of(), List.of()), Palette.PLAIN).lines();
        }
        return node.isOpen() ? List.of(node.verdict().word() + ": " + node.verdict().read(Reasons.REASON)) : List.of();
    }

    static List<String> about(Report report, RuleReport rule) {
        return new RuleLines(only(report, List.of(), List.of(), List.of(rule)), STYLE, WIDE).lines();
    }

    static List<String> about(Report report, ClaimReport claim) {
        return new ClaimLines(only(report, List.of(), List.of(claim), List.of()), STYLE, WIDE).claims();
    }

    /** Why a file was not checked, with the places in it. */
    static List<String> problems(Report report) {
        List<String> lines = new ArrayList<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            if (diagnostic.isError()) {
                lines.addAll(Excerpt.lines(report.source(), diagnostic));
            }
        }
        return lines.isEmpty() ? List.of(FileText.problem(report)) : lines;
    }

    private static Report only(Report report, List<NodeReport> nodes, List<ClaimReport> claims, List<RuleReport> rules) {
        return new Report(new Report.Reading(report.source(), List.of(), null), report.seed(), report.status(), report.graph().with(nodes), claims, rules,
                List.of());
    }
}
