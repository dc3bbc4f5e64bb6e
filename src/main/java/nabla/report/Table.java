package nabla.report;

import java.util.ArrayList;
import java.util.List;

/** Columns aligned by how wide their texts appear; a column is left out where all its cells are empty. */
final class Table {

    private static final String WIDE = "   ";
    private final String alignment;
    private final List<String[]> rows = new ArrayList<>();

    /** One letter a column: {@code l} aligned on the left, {@code r} on the right, {@code e} on the left and close to the one before. */
    Table(String alignment) {
        this.alignment = alignment;
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** A line of the table that is no row. */
    void line(String text) {
        rows.add(new String[] {text});
    }

    List<String> lines() {
        int[] widths = new int[alignment.length()];
        for (String[] row : rows) {
            for (int k = 0; row.length > 1 && k < row.length; k++) {
                widths[k] = Math.max(widths[k], Palette.width(row[k]));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(String[] row, int[] widths) {
        if (row.length == 1) {
            return row[0];
        }
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < row.length; k++) {
            if (widths[k] > 0) {
                String space = " ".repeat(widths[k] - Palette.width(row[k]));
                line.append(line.length() == 0 ? "" : alignment.charAt(k) == 'e' ? " " : WIDE)
                        .append(alignment.charAt(k) == 'r' ? space + row[k] : row[k] + space);
            }
        }
        return line.toString().stripTrailing();
    }
}
