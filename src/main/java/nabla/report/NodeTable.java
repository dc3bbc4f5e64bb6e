package nabla.report;

import java.util.List;
import java.util.stream.Collectors;
import nabla.matrix.Matrix;
import nabla.report.Report.Contribution;
import nabla.report.Report.NodeReport;

/** The table of nodes: what each is, its value, its gradient, and what each use of it adds to the gradient. */
final class NodeTable {

    /** Of more nodes only the first and the last are shown, and those with something wrong. */
    private static final int MOST = 60;
    private static final int CELL = 24;
    private static final int EXPRESSION = 40;
    private static final int TERMS = 4;

    private final Report report;
    private final Notation notation;
    private final boolean all;

    NodeTable(Report report, boolean all) {
        this.report = report;
        this.notation = Notation.of(report);
        this.all = all;
    }

    List<String> lines() {
        Table table = new Table("llrrl");
        table.row("node", "is", "value", notation.gradient("·"), "contributions");
        List<NodeReport> nodes = report.nodes();
        int skipped = 0;
        for (int k = 0; k < nodes.size(); k++) {
            if (isShown(k, nodes)) {
                skipped = elision(skipped, table);
                row(nodes.get(k), table);
            } else {
                skipped++;
            }
        }
        return table.lines();
    }

    private boolean isShown(int k, List<NodeReport> nodes) {
        boolean end = k < MOST / 2 || k >= nodes.size() - MOST / 2;
        return all || nodes.size() <= MOST || end || Failures.isFailure(nodes.get(k).verdict());
    }

    private static int elision(int skipped, Table table) {
        if (skipped > 0) {
            table.line("… " + skipped + (skipped == 1 ? " node" : " nodes") + " …");
        }
        return 0;
    }

    private void row(NodeReport node, Table table) {
        table.row(node.name(), Notation.is(node, EXPRESSION), number(node.value()), number(node.gradient()), terms(node));
    }

    private static String number(Matrix matrix) {
        return matrix == null ? "" : Grid.inline(matrix, CELL, Digits.FULL);
    }

    private String terms(NodeReport node) {
        List<Contribution> terms = node.contributions();
        int shown = all || terms.size() <= TERMS ? terms.size() : TERMS;
        String more = shown < terms.size() ? " + … (" + terms.size() + " in all)" : "";
        return terms.stream().limit(shown).map(NodeTable::term).collect(Collectors.joining(" + ")) + more;
    }

    /** {@code 2 via v1 (y)}; for a matrix that does not fit only {@code via v1 (W.T)}. */
    private static String term(Contribution term) {
        String value = term.term() == null ? "" : Grid.inline(term.term(), CELL, Digits.FULL);
        String number = value.indexOf('×') >= 0 ? "" : value + " ";
        return number + "via " + term.via() + local(term);
    }

    private static String local(Contribution term) {
        String local = term.local() == null ? "1" : Notation.formula(term.local(), EXPRESSION);
        return local.equals("1") ? "" : " (" + local + ")";
    }
}
