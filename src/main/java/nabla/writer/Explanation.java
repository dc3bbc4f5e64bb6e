package nabla.writer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nabla.report.Digits;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Fault;
import nabla.report.Report;
import nabla.report.RuleLine;
import nabla.report.Worst;
import nabla.source.Display;
import nabla.source.SourceText;

/**
 * Why gradients are wrong, each fault once with the gradients that it spoils: the entries, both values, how far apart they are, whose
 * fault it is.
 */
final class Explanation {

    /** Of more gradients with one fault the others are only named. */
    private static final int MOST = 4;
    private static final int QUOTE = 60;

    private final Report report;
    private final ReportNotation notation;
    private final Palette palette;

    Explanation(Report report, Palette palette) {
        this.report = report;
        this.notation = ReportNotation.of(report);
        this.palette = palette;
    }

    /** What makes two wrong gradients one fault: the hand-written line, or the use of an operation. */
    private record Cause(String op, RuleLine rule, int line, String message) {

        static Cause of(Fault fault) {
            return fault.rule() != null ? new Cause(fault.op(), fault.rule(), 0, fault.message())
                    : new Cause(fault.op(), null, fault.line(), fault.message());
        }
    }

    /** At most eight lines for each fault, with an empty one between. */
    List<String> lines() {
        Map<Cause, List<NodeReport>> faults = new LinkedHashMap<>();
        List<List<NodeReport>> groups = new ArrayList<>();
        for (NodeReport node : Failures.wrong(report)) {
            List<NodeReport> group = node.verification().fault() == null ? null : faults.get(Cause.of(node.verification().fault()));
            if (group == null) {
                group = new ArrayList<>();
                groups.add(group);
                if (node.verification().fault() != null) {
                    faults.put(Cause.of(node.verification().fault()), group);
                }
            }
            group.add(node);
        }
        List<String> lines = new ArrayList<>();
        for (List<NodeReport> group : groups) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            explain(group, lines);
        }
        return lines;
    }

    private void explain(List<NodeReport> nodes, List<String> lines) {
        NodeReport first = nodes.get(0);
        if (nodes.size() == 1) {
            lines.add(notation.gradient(first.name()) + " is " + palette.bad("wrong") + place(first));
            if (first.verification().worst() != null) {
                values("backprop     ", first.verification().worst(), lines);
            }
        } else {
            List<String> names = nodes.stream().map(node -> notation.gradient(node.name())).toList();
            lines.add(Display.list(names) + " are " + palette.bad("wrong"));
            nodes.stream().limit(MOST).filter(node -> node.verification().worst() != null).forEach(node -> lines.add("  " + both(node)));
        }
        if (first.verification().fault() != null) {
            fault(nodes, lines);
        }
    }

    /** Which entry, at which point. */
    private String place(NodeReport node) {
        Worst worst = node.verification().worst();
        if (worst == null) {
            return "";
        }
        String entry = node.shape().isScalar() ? "" : " at " + worst.entry();
        int point = worst.point() == null ? 0 : worst.point().index();
        if (point >= Math.max(1, report.points().size())) {
            return entry + (entry.isEmpty() ? "" : ",") + " at another point";
        }
        return entry + (report.points().size() > 1 ? ", point " + (point + 1) + " of " + report.points().size() : "");
    }

    private String both(NodeReport node) {
        Worst worst = node.verification().worst();
        String name = notation.gradient(node.name()) + place(node);
        return name + ": backprop " + Digits.text(worst.backprop()) + ", differences " + Digits.estimate(worst.estimate(), worst.error())
                + " ± " + Digits.error(worst.error());
    }

    static void values(String label, Worst worst, List<String> lines) {
        lines.add("  " + label + Digits.text(worst.backprop()));
        lines.add("  differences  " + Digits.estimate(worst.estimate(), worst.error()) + " ± " + Digits.error(worst.error())
                + (Double.isNaN(worst.bars()) ? "" : ": " + bars(worst.bars()) + " error bars apart"));
    }

    private static String bars(double bars) {
        return Double.isInfinite(bars) ? "infinitely many" : Digits.text(bars, 2);
    }

    private void fault(List<NodeReport> nodes, List<String> lines) {
        Fault fault = nodes.get(0).verification().fault();
        String op = fault.op() == null ? "" : Display.visible(fault.op());
        TreeSet<Integer> uses = nodes.stream().map(node -> node.verification().fault().line()).filter(line -> line > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        int line = fault.rule() != null ? fault.rule().line() : uses.isEmpty() ? 0 : uses.first();
        String place = line == 0 ? op : (op.isEmpty() ? "line " : op + ", line ") + line + ":  " + quote(report.source(), line);
        if (!place.isEmpty()) {
            lines.add("  at fault     " + place);
        }
        if (fault.rule() != null && !uses.isEmpty()) {
            lines.add("  used in      line" + (uses.size() == 1 ? " " + uses.first() + ":  " + quote(report.source(), uses.first())
                    : "s " + Display.list(uses.stream().map(String::valueOf).toList())));
        } else if (fault.message() != null && fault.rule() == null) {
            lines.add("  mistake      " + Display.visible(fault.message()));
        }
    }

    private static String quote(SourceText source, int line) {
        return source.text().lines().skip(line - 1L).findFirst()
                .map(text -> Display.cut(Display.visible(text.strip()), QUOTE)).orElse("");
    }
}
