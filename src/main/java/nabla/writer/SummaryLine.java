package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import nabla.report.NodeReport.Role;
import nabla.report.Report;
import nabla.source.Display;
import nabla.verdict.Judgement;

/** The last line of a report: {@code 2 gradients, 1 inner node and 2 operations verified.} */
public final class SummaryLine {

    private SummaryLine() { }

    /** Of a report. */
    public static String of(Report report) {
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(parts(report, Judgement.RIGHT), "verified"));
        sentences.add(sentence(parts(report, Judgement.WRONG), "wrong"));
        sentences.add(sentence(parts(report, Judgement.UNRESOLVED), "unresolved"));
        sentences.removeIf(String::isEmpty);
        return String.join(" ", sentences);
    }

    private static List<String> parts(Report report, Judgement judgement) {
        List<String> parts = new ArrayList<>();
        count(parts, nodes(report, Role.INPUT, judgement), "gradient");
        count(parts, nodes(report, Role.INNER, judgement), "inner node");
        if (judgement == Judgement.RIGHT && report.status() == Report.Status.VERIFIED) {
            count(parts, report.operations(), "operation");
        }
        count(parts, report.rules().stream().filter(rule -> rule.verdict().judgement() == judgement).count(), "backward rule");
        count(parts, report.claims().stream().filter(claim -> claim.judgement() == judgement).count(), "claim");
        return parts;
    }

    private static long nodes(Report report, Role role, Judgement judgement) {
        return report.verified().stream().filter(node -> node.role() == role && node.verdict() != null && node.verdict().judgement() == judgement).count();
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
        return Display.list(parts) + " " + verb + ".";
    }
}
