package nabla.writer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of an {@code align*} on a page: a column is as wide as its widest cell, and so a remark may need a line of its own. */
final class LatexPage {

    /** About as many signs as a page takes. */
    private static final int WIDTH = 84;
    private static final int LONGEST_REMARK = 70;
    private static final String REMARK = " && \\text{";

    private LatexPage() { }

    /** Whether all columns of the rows have room side by side. */
    static boolean fits(List<String> rows) {
        int[] columns = new int[3];
        for (String row : rows) {
            String[] cells = equation(row).split(" & ", 2);
            for (int k = 0; k < cells.length; k++) {
                columns[k] = Math.max(columns[k], LatexLines.width(cells[k]));
            }
            columns[2] = Math.max(columns[2], LatexLines.width(row.substring(equation(row).length())));
        }
        return Arrays.stream(columns).sum() <= WIDTH;
    }

    /** The rows, with a remark that has no room beside the equations on a line of its own below. */
    static List<String> of(List<String> rows) {
        int widest = rows.stream().mapToInt(row -> LatexLines.width(equation(row))).max().orElse(0);
        List<String> lines = new ArrayList<>();
        List<String> waiting = List.of();
        for (String row : rows) {
            if (!row.startsWith("&\\quad {}")) {
                lines.addAll(waiting);
                waiting = List.of();
            }
            String remark = row.substring(equation(row).length());
            boolean beside = remark.isEmpty() || widest + LatexLines.width(remark) <= WIDTH;
            lines.add(beside ? row : equation(row));
            waiting = beside ? waiting : remark(remark.substring(REMARK.length(), remark.length() - 1));
        }
        lines.addAll(waiting);
        return lines;
    }

    private static String equation(String row) {
        int remark = row.indexOf(REMARK);
        return remark < 0 ? row : row.substring(0, remark);
    }

    private static List<String> remark(String words) {
        List<String> rows = new ArrayList<>();
        String rest = words;
        while (!rest.isEmpty()) {
            int comma = rest.length() <= LONGEST_REMARK ? -1 : rest.lastIndexOf(", ", LONGEST_REMARK);
            int end = comma < 0 ? rest.length() : comma + 1;
            rows.add("&\\quad \\text{" + rest.substring(0, end) + '}');
            rest = rest.substring(end).strip();
        }
        return rows;
    }
}
