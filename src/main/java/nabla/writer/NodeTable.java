package nabla.writer;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.report.Digits;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Contribution;
import nabla.report.Report;
import nabla.report.ShapeFit;
import nabla.report.TextGrid;
import nabla.source.Paragraph;
import nabla.tensor.Tensor;

/** The table of nodes: what each is, its value, its gradient, and what each use of it adds to the gradient. */
final class NodeTable {

    /** Of more nodes only the first and the last are shown, and those with something wrong. */
    private static final int MOST = 60;
    private static final int INDENT = 4;
    private static final int TERMS = 4;
    private static final List<Look> LOOKS = List.of(new Look(24, 40, true), new Look(24, 40, false), new Look(16, 28, false), new Look(10, 20, false));

    /** How wide numbers and expressions may be, and whether contributions stand in the row or below it. */
    private record Look(int cell, int expression, boolean inRow) { }


    private final Report report;
    private final ReportNotation notation;
    private final boolean all;
    private final Set<String> failures;
    private final int width;

    NodeTable(Report report, boolean all, int width) {
        this.width = width;
        this.report = report;
        this.notation = ReportNotation.of(report);
        this.all = all;
        this.failures = report.verified().stream().filter(node -> Failures.isFailure(node.verdict())).map(NodeReport::name).collect(Collectors.toSet());
    }

    /** The widest way that fits; contributions are broken at words. */
    List<String> lines() {
        for (Look look : LOOKS) {
            List<String> lines = table(look).lines(width);
            if (lines != null) {
                return lines;
            }
        }
        return table(LOOKS.get(LOOKS.size() - 1)).lines();
    }

    private TextTable table(Look look) {
        TextTable table = new TextTable(look.inRow ? "llrrl" : "llrr");
        table.row(cells(look, "node", "is", "value", notation.gradient("·"), "contributions"));
        List<NodeReport> nodes = report.nodes();
        int skipped = 0;
        for (int k = 0; k < nodes.size(); k++) {
            if (isShown(k, nodes)) {
                skipped = elision(skipped, table);
                row(nodes.get(k), look, table);
            } else {
                skipped++;
            }
        }
        return table;
    }

    private static String[] cells(Look look, String... cells) {
        return look.inRow ? cells : Arrays.copyOf(cells, cells.length - 1);
    }

    private boolean isShown(int k, List<NodeReport> nodes) {
        boolean end = k < MOST / 2 || k >= nodes.size() - MOST / 2;
        return all || nodes.size() <= MOST || end || !failures.isEmpty() && failures.contains(nodes.get(k).name());
    }

    private static int elision(int skipped, TextTable table) {
        if (skipped > 0) {
            table.line("… " + skipped + (skipped == 1 ? " node" : " nodes") + " …");
        }
        return 0;
    }

    private void row(NodeReport node, Look look, TextTable table) {
        String terms = terms(node, look);
        table.row(cells(look, node.name(), ReportNotation.is(node, look.expression), number(node.value(), look), number(node.gradient(), look), terms));
        if (!look.inRow && !terms.isEmpty()) {
            Paragraph.wrapped(" ".repeat(INDENT) + terms, width, INDENT + 2).forEach(table::line);
        }
    }

    private static String number(Tensor matrix, Look look) {
        return matrix == null ? "" : TextGrid.inline(matrix, look.cell, Digits.FULL);
    }

    /** What is zero is left out beside what is not. */
    private String terms(NodeReport node, Look look) {
        List<Contribution> every = node.contributions();
        List<Contribution> some = every.stream().filter(term -> term.term() == null || !term.term().isZero()).toList();
        List<Contribution> terms = all || some.isEmpty() ? every : some;
        int shown = all || terms.size() <= TERMS ? terms.size() : TERMS;
        String more = shown < terms.size() ? " + … (" + every.size() + " in all)"
                : terms.size() < every.size() ? " + 0 via " + ReportNotation.counted(every.size() - terms.size(), "other") : "";
        return terms.stream().limit(shown).map(term -> term(term, every.size() == 1, look)).collect(Collectors.joining(" + ")) + more;
    }

    /** {@code 2 via v1 (y)}; for a matrix that does not fit, or is the whole gradient, only {@code via v1 (W.T)}. */
    private static String term(Contribution term, boolean only, Look look) {
        String value = term.term() == null ? "" : TextGrid.entries(term.term(), look.cell, Digits.FULL);
        boolean said = only && term.term() != null && !term.term().shape().isScalar();
        String number = value == null || said ? "" : value + " ";
        String fitting = term.term() == null ? "" : ShapeFit.of(term).words();
        return number + "via " + term.via() + local(term, look) + (fitting.isEmpty() ? "" : ", " + fitting);
    }

    private static String local(Contribution term, Look look) {
        String local = term.local() == null ? "1" : ReportNotation.local(term, term.local(), look.expression);
        return local.equals("1") ? "" : " (" + local + ")";
    }
}
