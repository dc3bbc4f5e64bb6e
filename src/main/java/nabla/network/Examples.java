package nabla.network;

import java.util.LinkedHashMap;
import java.util.Map;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * The examples of a network and what it should answer.
 *
 * @param data   by name, the input and the target
 * @param column whether one example is a column
 */
public record Examples(Map<String, Tensor> data, boolean column) {

    /** How many. */
    public int count() {
        Tensor any = data.values().iterator().next();
        return column ? any.columns() : any.rows();
    }

    /** Whether input and target have as many. */
    public boolean match() {
        return data.values().stream().allMatch(matrix -> (column ? matrix.columns() : matrix.rows()) == count());
    }

    /** Those at some places of an order, from one place to another. */
    public Map<String, Tensor> some(int[] order, int from, int to) {
        Map<String, Tensor> some = new LinkedHashMap<>();
        data.forEach((name, all) -> {
            Shape shape = column ? new Shape(all.rows(), to - from) : new Shape(to - from, all.columns());
            some.put(name, Tensor.of(shape, k -> {
                int row = k / shape.columns();
                int at = k % shape.columns();
                return column ? all.get(row, order[from + at]) : all.get(order[from + row], at);
            }));
        });
        return some;
    }
}
