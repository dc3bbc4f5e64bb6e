package nabla.writer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of an {@code align*} on a page: a column is as wide as its widest cell, and so a remark may need a line of its own. */
final class LatexPage {

    /** About as many signs as a page takes. */
    private static final int WIDTH = 84;

    private LatexPage() { }

    /** Whether all columns of the rows have room side by side. */
    static boolean fits(List<LatexRow> rows) {
        int[] columns = new int[3];
        for (LatexRow row : rows) {
            for (int k = 0; k < row.cells().size(); k++) {
                columns[k] = Math.max(columns[k], LatexLines.width(row.cells().get(k)));
            }
            columns[2] = Math.max(columns[2], LatexLines.width(row.beside()));
        }
        return Arrays.stream(columns).sum() <= WIDTH;
    }

    /** The rows, with a remark that has no room beside the equations on a line of its own below. */
    static List<LatexRow> of(List<LatexRow> rows) {
        int widest = rows.stream().mapToInt(row -> LatexLines.width(row.with("").text())).max().orElse(0);
        List<LatexRow> lines = new ArrayList<>();
        List<LatexRow> waiting = List.of();
        for (LatexRow row : rows) {
            if (!row.continued()) {
                lines.addAll(waiting);
                waiting = List.of();
            }
            boolean beside = row.remark().isEmpty() || widest + LatexLines.width(row.beside()) <= WIDTH;
            lines.add(beside ? row : row.with(""));
            waiting = beside ? waiting : row.below();
        }
        lines.addAll(waiting);
        return lines;
    }
}
