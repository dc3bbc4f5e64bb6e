package nabla.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import nabla.report.NodeReport.Contribution;
import nabla.tensor.Shape;

/**
 * How what a rule gives comes to the shape of the argument: broadcasting is undone by a sum over the axes along which the argument was
 * stretched, and what is smaller than the argument holds for each of its entries.
 *
 * @param whole of what the rule gives
 * @param own   of the argument
 */
public record ShapeFit(Shape whole, Shape own) {

    /** That of a contribution. */
    public static ShapeFit of(Contribution term) {
        return new ShapeFit(term.whole(), term.term().shape());
    }

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

    /** {@code sum(text, axis=0)}; the text itself where nothing is summed. */
    public String sum(String text) {
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
    public String words() {
        String sum = summed(Integer::toString);
        return sum + (sum.isEmpty() || stretch().isEmpty() ? "" : ", ") + stretch();
    }

    /** {@code summed over n rows}, with what sizes are called; empty where nothing is summed. */
    public String summed(IntFunction<String> sizes) {
        List<Integer> summed = summed();
        boolean all = whole.isMatrix() ? summed.size() == 2 : own.count() == 1;
        String entries = Arrays.stream(whole.sizes()).mapToObj(sizes).collect(Collectors.joining("×"));
        return summed.isEmpty() ? "" : all ? "summed over all " + entries + " entries" : "summed over " + counted(whole, summed, sizes);
    }

    /** Where the result is repeated; empty where it is not. */
    public String stretch() {
        List<Integer> stretched = stretched();
        return stretched.isEmpty() ? "" : (own.isMatrix() ? stretched.size() == 2 : whole.count() == 1) ? "in all " + own + " entries"
                : "in each of " + counted(own, stretched, Integer::toString);
    }

    /** {@code 3 rows}; of a tensor {@code 8 of axis 0 and 5 of axis 3}. */
    private static String counted(Shape shape, List<Integer> dimensions, IntFunction<String> sizes) {
        if (shape.isMatrix()) {
            return sizes.apply(shape.size(dimensions.get(0))) + (dimensions.get(0) == 0 ? " rows" : " columns");
        }
        return dimensions.stream().map(d -> sizes.apply(shape.size(d)) + " of axis " + d).collect(Collectors.joining(" and "));
    }
}
