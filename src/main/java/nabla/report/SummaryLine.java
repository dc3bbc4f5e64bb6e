package nabla.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nabla.report.Report.NodeReport;
import nabla.report.Report.Role;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/** The last line of a report: {@code 2 gradients, 1 inner node and 2 operations verified.} */
public final class SummaryLine {

    private SummaryLine() { }

    /** Of a report. */
    public static String of(Report report) {
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(parts(report, SummaryLine::isVerified, Judgement.RIGHT), "verified"));
        sentences.add(sentence(parts(report, v -> v instanceof Verdict.Disagree, Judgement.WRONG), "wrong"));
        sentences.add(sentence(parts(report, Failures::isOpen, Judgement.UNRESOLVED), "unresolved"));
        sentences.removeIf(String::isEmpty);
        return String.join(" ", sentences);
    }

    private static boolean isVerified(Verdict verdict) {
        return verdict instanceof Verdict.Agree || verdict instanceof Verdict.Kink;
    }

    private static List<String> parts(Report report, Predicate<Verdict> counted, Judgement judgement) {
        List<String> parts = new ArrayList<>();
        count(parts, nodes(report, Role.INPUT, counted), "gradient");
        count(parts, nodes(report, Role.INNER, counted), "inner node");
        if (judgement == Judgement.RIGHT && report.status() == Report.Status.VERIFIED) {
            count(parts, report.operations(), "operation");
        }
        count(parts, report.rules().stream().filter(rule -> counted.test(rule.verdict())).count(), "backward rule");
        count(parts, report.claims().stream().filter(claim -> claim.judgement() == judgement).count(), "claim");
        return parts;
    }

    private static long nodes(Report report, Role role, Predicate<Verdict> counted) {
        return report.nodes().stream().filter(node -> node.role() == role).map(NodeReport::verdict).filter(counted).count();
    }

    private static void count(List<String> parts, long count, String noun) {
        if (count > 0) {
            parts.add(count + " " + noun + (count == 1 ? "" : "s"));
        }
    }

    private static String sentence(List<String> parts, String verb) {
        if (parts.isEmpty()) {
            return "";
        }
        return ReportNotation.list(parts) + " " + verb + ".";
    }
}
