package nabla.op;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.tensor.Shape;

/**
 * Several values as one: the value of an operation with several outputs. Matrices of equal height stand side by side; anything else entry by
 * entry in a column.
 *
 * @param shapes of the values, in order; at least one
 */
record Packing(List<Shape> shapes) {

    static Packing of(List<? extends Node> values) {
        return new Packing(values.stream().map(Node::shape).toList());
    }

    private boolean isSideBySide() {
        return shapes.stream().allMatch(shape -> shape.dimensions() == 2 && shape.rows() == shapes.get(0).rows());
    }

    /** The values as one; a single one is itself. */
    Node pack(List<? extends Node> values) {
        if (values.size() == 1) {
            return values.get(0);
        } else if (isSideBySide()) {
            return Blocks.of(null, List.of(values));
        }
        List<List<Node>> columns = new ArrayList<>();
        values.forEach(value -> columns.add(List.of(Algebra.reshape(value, new Shape(value.shape().count(), 1)))));
        return Blocks.of(null, columns);
    }

    /** Value k of what was packed, as a node of its own under a name that may be null. */
    Node part(String name, Node whole, int k) {
        if (shapes.size() == 1) {
            return whole;
        }
        boolean beside = isSideBySide();
        int from = shapes.subList(0, k).stream().mapToInt(beside ? Shape::columns : Shape::count).sum();
        Subscript range = Subscript.range(from, from + (beside ? shapes.get(k).columns() : shapes.get(k).count()), null);
        if (beside) {
            return Indexing.slice(name, whole, List.of(Subscript.ALL, range));
        }
        return new Apply(name, new Reshape(shapes.get(k)), List.of(Indexing.slice(null, whole, List.of(range, Subscript.ALL))));
    }
}
