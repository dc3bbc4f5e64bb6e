package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Paragraph;

/** Columns aligned by how wide their texts appear; a column is left out where all its cells are empty. */
final class TextTable {

    private static final String WIDE = "   ";
    /** How many columns the last cell of a row wants at least. */
    private static final int LEAST = 16;
    private final String alignment;
    private final List<Row> rows = new ArrayList<>();

    /** Cells and how wide each is; a line of the table that is no row has no widths. */
    private record Row(String[] cells, int[] widths) { }

    /** One letter a column: {@code l} aligned on the left, {@code r} on the right, {@code e} on the left and close to the one before. */
    TextTable(String alignment) {
        this.alignment = alignment;
    }

    void row(String... cells) {
        int[] widths = new int[cells.length];
        for (int k = 0; k < cells.length; k++) {
            widths[k] = Paragraph.width(cells[k]);
        }
        rows.add(new Row(cells, widths));
    }

    /** A line of the table that is no row. */
    void line(String text) {
        rows.add(new Row(new String[] {text}, null));
    }

    /** However wide it gets. */
    List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            lines.add(line(row, widths));
        }
        return lines;
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
        for (Row row : rows) {
            String line = line(row, widths);
            if (row.widths == null || Paragraph.width(line) <= width) {
                lines.add(line);
            } else {
                lines.addAll(Paragraph.wrapped(line, width, start));
            }
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[alignment.length()];
        for (Row row : rows) {
            for (int k = 0; row.widths != null && k < row.widths.length; k++) {
                widths[k] = Math.max(widths[k], row.widths[k]);
            }
        }
        return widths;
    }

    private String line(Row row, int[] widths) {
        if (row.widths == null) {
            return row.cells[0];
        }
        int length = 0;
        for (int k = 0; k < row.cells.length; k++) {
            length += row.cells[k].length() + widths[k] - row.widths[k] + WIDE.length();
        }
        StringBuilder line = new StringBuilder(length);
        for (int k = 0; k < row.cells.length; k++) {
            if (widths[k] > 0) {
                boolean right = alignment.charAt(k) == 'r';
                line.append(line.length() == 0 ? "" : alignment.charAt(k) == 'e' ? " " : WIDE);
                space(line, right ? widths[k] - row.widths[k] : 0);
                line.append(row.cells[k]);
                space(line, right ? 0 : widths[k] - row.widths[k]);
            }
        }
        int end = line.length();
        while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }

    private static void space(StringBuilder line, int count) {
        for (int k = 0; k < count; k++) {
            line.append(' ');
        }
    }
}
