package nabla.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.formula.Formula;
import nabla.formula.Notation;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * {@code W[idx, :]}: along one dimension entries by their numbers, with repetition: what is put back adds up (np.add.at). Also
 * {@code pick(P, y)}, of each row the entry with its number, as a column.
 */
final class IndexedSelection extends Selection {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("pick P", call -> new Gather(picked(call.node("P").shape(), call.constants().get("y"), null)),
                    Parameters.constant("y", null))
                    .shown(new Function.Example(List.of(new Shape(3, 5)), Map.of(), Map.of("y", Tensor.of(new Shape(3, 1), k -> 4 - 2 * k)), Map.of())));

    private static final OpFacts PICK = OpFacts.of("pick");
    private static final OpFacts LOOK_UP = OpFacts.of("look-up");
    private static final Formula.Range ALL = new Formula.Range(null, null, null);

    private final int dimension;
    private final List<Integer> indices;
    private final Formula written;

    private IndexedSelection(Shape whole, Shape part, int dimension, List<Integer> indices, Formula written) {
        super(dimension < 0 ? PICK : LOOK_UP, whole, part, List.of(dimension, indices));
        this.dimension = dimension;
        this.indices = indices;
        this.written = written;
    }

    /**
     * Along a dimension.
     *
     * @param written how the numbers are written; null for a literal
     * @throws ShapeMismatch if one of them is no number of an entry
     */
    static IndexedSelection along(int dimension, Shape whole, Tensor numbers, Formula written) {
        int[] sizes = whole.sizes();
        List<Integer> indices = indices(numbers, sizes[dimension], whole.isMatrix() ? dimension == 0 ? "row" : "column" : "index");
        sizes[dimension] = indices.size();
        return new IndexedSelection(whole, Leaves.limited("the look-up", sizes), dimension, indices, written == null ? literal(indices) : written);
    }

    /** Of each row of a matrix one entry. */
    static IndexedSelection picked(Shape whole, Tensor numbers, Formula written) {
        if (!whole.isMatrix() || numbers.count() != whole.rows()) {
            throw new ShapeMismatch("pick of " + whole + " needs a number for each of " + whole.lines() + " rows, not " + numbers.shape(),
                    "pick(P, y) takes entry y[i] of row i");
        }
        List<Integer> indices = indices(numbers, whole.columns(), "column");
        return new IndexedSelection(whole, new Shape(whole.rows(), 1), -1, indices, written == null ? literal(indices) : written);
    }

    private static Formula literal(List<Integer> indices) {
        return new Formula.Blocks(List.of(indices.stream().map(Formula::number).toList()));
    }

    private static List<Integer> indices(Tensor numbers, int length, String what) {
        List<Integer> indices = new ArrayList<>();
        for (double number : numbers.data()) {
            if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw new ShapeMismatch("an index is a whole number, not " + number, "rows count from 0");
            }
            indices.add(Subscript.at((int) number).of(length, what, what.equals("index") ? "indices" : what + "s").from());
        }
        return List.copyOf(indices);
    }

    @Override
    int[] find() {
        if (dimension < 0) {
            return IntStream.range(0, indices.size()).map(i -> i * whole().columns() + indices.get(i)).toArray();
        }
        int inner = 1;
        for (int d = dimension + 1; d < whole().dimensions(); d++) {
            inner *= whole().size(d);
        }
        int block = inner;
        int own = indices.size() * inner;
        int length = whole().size(dimension) * inner;
        return IntStream.range(0, part().count()).map(k -> k / own * length + indices.get(k % own / block) * block + k % block).toArray();
    }

    @Override
    Formula taken(Formula whole) {
        if (dimension < 0) {
            return Formula.call("pick", List.of(whole, written), Notation.MATRIX);
        }
        Formula[] subscripts = new Formula[whole().dimensions()];
        Arrays.fill(subscripts, ALL);
        subscripts[dimension] = written;
        return new Formula.Index(whole, List.of(subscripts));
    }

    /** A look-up is a product with rows of a single 1, and what it sends back one with their transpose. */
    @Override
    Formula put(Formula part) {
        int length = dimension < 0 ? whole().columns() : whole().size(dimension);
        Formula ones = Formula.call("onehot", List.of(written, Formula.number(length)), Notation.MATRIX);
        if (dimension < 0) {
            return Formula.infix("*", part, ones);
        } else if (whole().isMatrix()) {
            return dimension == 0 ? Formula.infix("@", new Formula.Transpose(ones), part) : Formula.infix("@", part, ones);
        }
        StringBuilder letters = new StringBuilder();
        for (int d = 0; d < whole().dimensions(); d++) {
            letters.append((char) ('a' + d));
        }
        String result = letters.substring(0, dimension) + "z" + letters.substring(dimension + 1);
        return Formula.call("einsum", List.of(new Formula.Quotation(letters.charAt(dimension) + "z," + letters + "->" + result), ones, part), Notation.MATRIX);
    }
}
