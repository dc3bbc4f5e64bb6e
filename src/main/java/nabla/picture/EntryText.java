package nabla.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import nabla.report.Digits;
import nabla.report.TextGrid;
import nabla.source.Display;
import nabla.tensor.Tensor;

/** Numbers where there is little space: those of a small matrix, or its shape and the first of them. */
public final class EntryText {

    /** What stands where there is no number. */
    public static final String NONE = "–";

    private static final int WIDTH = 18;
    private static final int DIGITS = 4;
    private static final int MOST = 400;

    private EntryText() { }

    /** In a few characters. */
    public static String brief(Tensor matrix) {
        if (matrix == null) {
            return NONE;
        }
        String all = TextGrid.entries(matrix, WIDTH, DIGITS);
        if (all != null) {
            return all;
        }
        String shape = matrix.shape() + " [";
        StringJoiner first = new StringJoiner(", ", shape, ", …]");
        int used = Display.width(shape) + 3;
        for (int k = 0; k < Math.min(matrix.columns(), matrix.count()); k++) {
            String entry = Digits.text(matrix.at(k), DIGITS - 1);
            used += entry.length() + 2;
            if (used > WIDTH + shape.length()) {
                break;
            }
            first.add(entry);
        }
        return first.toString();
    }

    /** All of a matrix, a row a line; of a large one the corners. */
    public static List<String> lines(String name, Tensor matrix) {
        if (matrix == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (matrix.shape().isScalar()) {
            lines.add(name + " = " + Digits.text(matrix.at(0), Digits.FULL));
        } else {
            lines.add(name + " = (" + matrix.shape() + ")");
            lines.addAll(matrix.count() > MOST || !matrix.shape().isMatrix() ? TextGrid.blocks(matrix, DIGITS) : rows(matrix));
        }
        return lines;
    }

    private static List<String> rows(Tensor matrix) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < matrix.rows(); i++) {
            StringJoiner row = new StringJoiner(", ", "[", "]");
            for (int j = 0; j < matrix.columns(); j++) {
                row.add(Digits.text(matrix.get(i, j), Digits.SHORT));
            }
            rows.add(row.toString());
        }
        return rows;
    }
}
