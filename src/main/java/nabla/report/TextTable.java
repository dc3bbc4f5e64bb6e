package nabla.report;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Paragraph;

/** Columns aligned by how wide their texts appear; a column is left out where all its cells are empty. */
final class TextTable {

    private static final String WIDE = "   ";
    /** How many columns the last cell of a row wants at least. */
    private static final int LEAST = 16;
    private final String alignment;
    private final List<String[]> rows = new ArrayList<>();

    /** One letter a column: {@code l} aligned on the left, {@code r} on the right, {@code e} on the left and close to the one before. */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** A line of the table that is no row. */
    void line(String text) {
        rows.add(new String[] {text});
    }

    /** However wide it gets. */
    List<String> lines() {
        return rows.stream().map(row -> line(row, widths())).toList();
    }

    /** The lines in so many columns: what stands in the last column is broken where it is too long; null if the others leave it no room. */
    List<String> lines(int width) {
        int[] widths = widths();
        int last = alignment.length() - 1;
        int start = 0;
        for (int k = 0; k < last; k++) {
            start += widths[k] == 0 ? 0 : widths[k] + (alignment.charAt(k + 1) == 'e' ? 1 : WIDE.length());
        }
        if (start + Math.min(widths[last], LEAST) > width) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            lines.addAll(row.length == 1 ? List.of(row[0]) : Paragraph.wrapped(line(row, widths), width, start));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[alignment.length()];
        for (String[] row : rows) {
            for (int k = 0; row.length > 1 && k < row.length; k++) {
                widths[k] = Math.max(widths[k], Paragraph.width(row[k]));
            }
        }
        return widths;
    }

    private String line(String[] row, int[] widths) {
        if (row.length == 1) {
            return row[0];
        }
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < row.length; k++) {
            if (widths[k] > 0) {
                String space = " ".repeat(widths[k] - Paragraph.width(row[k]));
                line.append(line.length() == 0 ? "" : alignment.charAt(k) == 'e' ? " " : WIDE)
                        .append(alignment.charAt(k) == 'r' ? space + row[k] : row[k] + space);
            }
        }
        return line.toString().stripTrailing();
    }
}
