package nabla.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.source.Display;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Matrices, and tensors matrix by matrix, as text: in one line where that is short, else as a block, of which only the corners are shown where it is large. */
public final class TextGrid {

    /** A matrix wider or longer than this is elided. */
    private static final int MOST = 6;
    private static final int FEWEST = 2;
    /** Of more matrices than this only the first and the last are shown. */
    private static final int SLICES = 3;
    private static final int GAP = -1;

    private TextGrid() { }

    /** The matrix in one line: a number, {@code [1, 2; 3, 4]}, or only its size where that would be longer than {@code width}. */
    public static String inline(Tensor matrix, int width, int digits) {
        String entries = entries(matrix, width, digits);
        return entries == null ? matrix.shape().toString() : entries;
    }

    /** The same, but null where that would be longer than {@code width}. */
    public static String entries(Tensor matrix, int width, int digits) {
        if (matrix.shape().isScalar()) {
            return Digits.text(matrix.at(0), digits);
        }
        String text = matrix.count() * 3 <= width ? literal(matrix, digits) : null;
        return text != null && text.length() <= width ? text : null;
    }

    private static String literal(Tensor matrix, int digits) {
        return "[" + matrix.joined(entry -> Digits.text(entry, digits), ", ", "; ") + "]";
    }

    /** The matrix in lines, columns aligned, of which fewer are shown where it would be wider than {@code width}. */
    public static List<String> block(Tensor matrix, int width) {
        List<String> lines = null;
        for (int most = MOST; most >= FEWEST; most -= 2) {
            lines = block(matrix, Digits.SHORT, most);
            if (lines.stream().allMatch(line -> Display.width(line) <= width)) {
                break;
            }
        }
        return lines;
    }

    /** The same with so many significant digits, however wide. */
    public static List<String> blocks(Tensor matrix, int digits) {
        return block(matrix, digits, MOST);
    }

    private static List<String> block(Tensor tensor, int digits, int most) {
        if (tensor.shape().isMatrix()) {
            return matrix(tensor, digits, most);
        }
        List<String> lines = new ArrayList<>();
        for (int k : shown(tensor.shape().matrices(), SLICES)) {
            lines.add(k == GAP ? "⋮" : slice(tensor.shape(), k));
            if (k != GAP) {
                lines.addAll(matrix(matrix(tensor, k), digits, most));
            }
        }
        return lines;
    }

    /** {@code [1, 0, :, :]}: which matrix of a tensor. */
    public static String slice(Shape shape, int matrix) {
        int[] index = shape.index(matrix * shape.rows() * shape.columns());
        return Arrays.stream(index).limit(index.length - 2).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", ", :, :]"));
    }

    /** One matrix of a tensor. */
    public static Tensor matrix(Tensor tensor, int k) {
        int count = tensor.rows() * tensor.columns();
        return new Tensor(new Shape(tensor.rows(), tensor.columns()), Arrays.copyOfRange(tensor.data(), k * count, (k + 1) * count));
    }

    private static List<String> matrix(Tensor matrix, int digits, int most) {
        List<Integer> rows = shown(matrix.rows(), MOST);
        List<Integer> columns = shown(matrix.columns(), most);
        List<StringBuilder> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(new StringBuilder("[")));
        for (int column : columns) {
            List<String> cells = rows.stream().map(row -> cell(matrix, row, column, digits)).toList();
            int width = cells.stream().mapToInt(Display::width).max().orElse(0);
            for (int k = 0; k < lines.size(); k++) {
                lines.get(k).append(' ').append(Display.right(cells.get(k), width)).append(' ');
            }
        }
        return lines.stream().map(line -> line.append(']').toString()).toList();
    }

    private static String cell(Tensor matrix, int row, int column, int digits) {
        if (row == GAP) {
            return column == GAP ? "⋱" : "⋮";
        }
        return column == GAP ? "…" : Digits.text(matrix.get(row, column), digits);
    }

    private static List<Integer> shown(int count, int most) {
        int end = most / 2;
        return IntStream.range(0, count).filter(k -> count <= most || k <= end || k >= count - end)
                .mapToObj(k -> count > most && k == end ? GAP : k).toList();
    }
}
