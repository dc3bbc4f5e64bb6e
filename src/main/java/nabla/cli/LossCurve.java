package nabla.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A loss over the steps, drawn with characters; on a logarithmic scale where all losses are positive. */
record LossCurve(List<Double> losses) {

    private static final int ROWS = 8;
    private static final int COLUMNS = 60;

    /** The lines of the drawing, from the largest loss down. */
    List<String> lines() {
        double[] columns = columns();
        double top = Arrays.stream(columns).filter(Double::isFinite).max().orElse(0);
        double bottom = Arrays.stream(columns).filter(Double::isFinite).min().orElse(0);
        char[][] canvas = new char[ROWS][columns.length];
        for (char[] row : canvas) {
            Arrays.fill(row, ' ');
        }
        for (int c = 0; c < columns.length; c++) {
            if (Double.isFinite(columns[c])) {
                double height = top == bottom ? 0 : (top - columns[c]) / (top - bottom);
                canvas[(int) Math.round(height * (ROWS - 1))][c] = '*';
            }
        }
        List<String> lines = new ArrayList<>();
        for (int r = 0; r < ROWS; r++) {
            String label = r == 0 ? number(top) : r == ROWS - 1 ? number(bottom) : "";
            lines.add(String.format(Locale.ROOT, "  %10s |%s", label, new String(canvas[r]).stripTrailing()));
        }
        String last = String.valueOf(losses.size() - 1);
        lines.add("             +" + "-".repeat(COLUMNS));
        lines.add("              0" + " ".repeat(Math.max(1, COLUMNS - 1 - last.length())) + last + " steps");
        return lines;
    }

    private boolean isLogarithmic() {
        return losses.stream().filter(Double::isFinite).allMatch(loss -> loss > 0);
    }

    private String number(double height) {
        return String.format(Locale.ROOT, "%.3g", isLogarithmic() ? Math.exp(height) : height);
    }

    /** Heights, one a column. */
    private double[] columns() {
        boolean logarithmic = isLogarithmic();
        double[] columns = new double[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            double loss = losses.get((int) ((long) c * (losses.size() - 1) / (COLUMNS - 1)));
            columns[c] = logarithmic ? Math.log(loss) : loss;
        }
        return columns;
    }
}
