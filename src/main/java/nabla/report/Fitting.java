package nabla.report;

import java.util.function.IntFunction;
import nabla.report.Report.Contribution;
import nabla.tensor.Shape;

/**
 * How what a rule gives comes to the shape of the argument: broadcasting is undone by a sum over the axes along which the argument was
 * stretched, and what is smaller than the argument holds for each of its entries.
 *
 * @param whole of what the rule gives
 * @param own   of the argument
 */
public record Fitting(Shape whole, Shape own) {

    /** That of a contribution. */
    public static Fitting of(Contribution term) {
        return new Fitting(term.whole(), term.term().shape());
    }

    private boolean sumsRows() {
        return whole.rows() > own.rows();
    }

    private boolean sumsColumns() {
        return whole.columns() > own.columns();
    }

    public boolean isSum() {
        return sumsRows() || sumsColumns();
    }

    /** {@code sum(text, axis=0)}; the text itself where nothing is summed. */
    public String sum(String text) {
        return !isSum() ? text : "sum(" + text + (sumsRows() && sumsColumns() ? ")" : sumsRows() ? ", axis=0)" : ", axis=1)");
    }

    /** {@code summed over 3 rows}, {@code in all 3×2 entries}; empty where the shapes are the same. */
    public String words() {
        String sum = summed(Integer::toString);
        return sum + (sum.isEmpty() || stretch().isEmpty() ? "" : ", ") + stretch();
    }

    /** {@code summed over n rows}, with what sizes are called; empty where nothing is summed. */
    public String summed(IntFunction<String> sizes) {
        String rows = sizes.apply(whole.rows());
        String columns = sizes.apply(whole.columns());
        return sumsRows() && sumsColumns() ? "summed over all " + rows + "×" + columns + " entries"
                : sumsRows() ? "summed over " + rows + " rows" : sumsColumns() ? "summed over " + columns + " columns" : "";
    }

    /** Where the result is repeated; empty where it is not. */
    public String stretch() {
        boolean rows = whole.rows() < own.rows();
        boolean columns = whole.columns() < own.columns();
        return rows && columns ? "in all " + own + " entries" : rows ? "in each of " + own.rows() + " rows"
                : columns ? "in each of " + own.columns() + " columns" : "";
    }
}
