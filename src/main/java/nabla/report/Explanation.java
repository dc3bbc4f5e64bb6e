package nabla.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.report.Report.Fault;
import nabla.report.Report.NodeReport;
import nabla.report.Report.Worst;
import nabla.source.Display;
import nabla.source.SourceText;

/** Why each wrong gradient is wrong: the entry, both values, how far apart they are, whose fault it is and what kind of mistake. */
final class Explanation {

    private final Report report;
    private final Notation notation;
    private final Palette palette;
    private final Set<String> blamed = new HashSet<>();

    Explanation(Report report, Palette palette) {
        this.report = report;
        this.notation = Notation.of(report);
        this.palette = palette;
    }

    /** At most eight lines for each, with an empty one between. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (NodeReport node : Failures.wrong(report)) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            explain(node, lines);
        }
        return lines;
    }

    private void explain(NodeReport node, List<String> lines) {
        Worst worst = node.worst();
        String entry = worst == null || node.shape().isScalar() ? "" : " at [" + worst.row() + ", " + worst.column() + "]";
        String point = worst == null || worst.point() == null || report.points().size() < 2 ? ""
                : ", point " + (worst.point().index() + 1) + " of " + report.points().size();
        lines.add(notation.gradient(node.name()) + " is " + palette.bad("wrong") + entry + point);
        if (worst != null) {
            values(worst, lines);
        }
        if (node.fault() != null) {
            fault(node.fault(), lines);
        }
    }

    static void values(Worst worst, List<String> lines) {
        lines.add("  backprop     " + Digits.text(worst.backprop()));
        lines.add("  differences  " + Digits.estimate(worst.estimate(), worst.error()) + " ± " + Digits.error(worst.error())
                + (Double.isNaN(worst.bars()) ? "" : ": " + bars(worst.bars()) + " error bars apart"));
    }

    private static String bars(double bars) {
        return Double.isInfinite(bars) ? "infinitely many" : Digits.text(bars, 2);
    }

    /** The line at fault is quoted once; what it also spoils refers to it. */
    private void fault(Fault fault, List<String> lines) {
        String op = fault.op() == null ? "" : Display.visible(fault.op());
        String place = fault.line() > 0 ? (op.isEmpty() ? "line " : op + ", line ") + fault.line() : op;
        if (!place.isEmpty()) {
            boolean first = fault.line() > 0 && blamed.add(place);
            lines.add("  at fault     " + place + (first ? ":  " + quote(report.source(), fault.line()) : ""));
        }
        if (fault.message() != null) {
            lines.add("  mistake      " + Display.visible(fault.message()));
        }
    }

    private static String quote(SourceText source, int line) {
        return source.text().lines().skip(line - 1L).findFirst()
                .map(text -> Display.cut(Display.visible(text.strip()), 60)).orElse("");
    }
}
