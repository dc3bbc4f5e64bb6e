package nabla.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.tensor.Shape;

/**
 * How what a rule gives comes to the shape of the argument: broadcasting is undone by a sum over the axes along which the argument was
 * stretched, and what is smaller than the argument holds for each of its entries.
 *
 * @param whole of what the rule gives
 * @param own   of the argument
 */
record Fitting(Shape whole, Shape own) {

    /** The dimensions of {@code whole} that are summed over; those that the argument does not have are. */
    private List<Integer> summed() {
        List<Integer> summed = new ArrayList<>();
        int extra = whole.dimensions() - own.dimensions();
        for (int d = 0; d < whole.dimensions(); d++) {
            if (whole.size(d) > (d < extra ? 1 : own.size(d - extra))) {
                summed.add(d);
            }
        }
        return summed;
    }

    /** The dimensions of the argument along which it is repeated. */
    private List<Integer> stretched() {
        List<Integer> stretched = new ArrayList<>();
        int extra = own.dimensions() - whole.dimensions();
        for (int d = 0; d < own.dimensions(); d++) {
            if (own.size(d) > (d < extra ? 1 : whole.size(d - extra))) {
                stretched.add(d);
            }
        }
        return stretched;
    }

    boolean isSum() {
        return !summed().isEmpty();
    }

    /** {@code sum(text, axis=0)}; the text itself where nothing is summed. */
    String sum(String text) {
        List<Integer> summed = summed();
        if (summed.isEmpty()) {
            return text;
        }
        boolean all = whole.isMatrix() ? summed.size() == 2 : own.isScalar();
        String axes = summed.size() == 1 ? summed.get(0).toString()
                : summed.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        return "sum(" + text + (all ? ")" : ", axis=" + axes + ")");
    }

    /** {@code summed over 3 rows}, {@code in all 3×2 entries}; empty where the shapes are the same. */
    String words() {
        List<Integer> summed = summed();
        String sum = summed.isEmpty() ? "" : (whole.isMatrix() ? summed.size() == 2 : own.count() == 1) ? "summed over all " + whole + " entries"
                : "summed over " + counted(whole, summed);
        return sum + (sum.isEmpty() || stretch().isEmpty() ? "" : ", ") + stretch();
    }

    /** Where the result is repeated; empty where it is not. */
    String stretch() {
        List<Integer> stretched = stretched();
        return stretched.isEmpty() ? "" : (own.isMatrix() ? stretched.size() == 2 : whole.count() == 1) ? "in all " + own + " entries"
                : "in each of " + counted(own, stretched);
    }

    /** {@code 3 rows}; of a tensor {@code 8 of axis 0 and 5 of axis 3}. */
    private static String counted(Shape shape, List<Integer> dimensions) {
        if (shape.isMatrix()) {
            return shape.size(dimensions.get(0)) + (dimensions.get(0) == 0 ? " rows" : " columns");
        }
        return dimensions.stream().map(d -> shape.size(d) + " of axis " + d).collect(Collectors.joining(" and "));
    }
}
