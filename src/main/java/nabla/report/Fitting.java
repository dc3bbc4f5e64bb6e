package nabla.report;

import nabla.tensor.Shape;

/**
 * How what a rule gives comes to the shape of the argument: broadcasting is undone by a sum over the axes along which the argument was
 * stretched, and what is smaller than the argument holds for each of its entries.
 *
 * @param whole of what the rule gives
 * @param own   of the argument
 */
record Fitting(Shape whole, Shape own) {

    private boolean sumsRows() {
        return whole.rows() > own.rows();
    }

    private boolean sumsColumns() {
        return whole.columns() > own.columns();
    }

    boolean isSum() {
        return sumsRows() || sumsColumns();
    }

    /** {@code sum(text, axis=0)}; the text itself where nothing is summed. */
    String sum(String text) {
        return !isSum() ? text : "sum(" + text + (sumsRows() && sumsColumns() ? ")" : sumsRows() ? ", axis=0)" : ", axis=1)");
    }

    /** {@code summed over 3 rows}, {@code in all 3×2 entries}; empty where the shapes are the same. */
    String words() {
        String sum = sumsRows() && sumsColumns() ? "summed over all " + whole + " entries"
                : sumsRows() ? "summed over " + whole.rows() + " rows" : sumsColumns() ? "summed over " + whole.columns() + " columns" : "";
        return sum + (sum.isEmpty() || stretch().isEmpty() ? "" : ", ") + stretch();
    }

    /** Where the result is repeated; empty where it is not. */
    String stretch() {
        boolean rows = whole.rows() < own.rows();
        boolean columns = whole.columns() < own.columns();
        return rows && columns ? "in all " + own + " entries" : rows ? "in each of " + own.rows() + " rows"
                : columns ? "in each of " + own.columns() + " columns" : "";
    }
}
