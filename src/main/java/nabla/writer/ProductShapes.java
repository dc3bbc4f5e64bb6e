package nabla.writer;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.tensor.Shape;

/** The shapes in a matrix product, by which one sees why its factors stand where they stand: {@code 4×2 = 4×3 @ 3×2}. */
public record ProductShapes(Map<String, Shape> named) {

    /** Knows the shapes of a report's nodes by their names. */
    public static ProductShapes of(Report report) {
        return new ProductShapes(report.nodes().stream().collect(Collectors.toMap(NodeReport::name, NodeReport::shape, (a, b) -> a)));
    }

    /** Those of a node that is computed as a product of named matrices; empty for every other. */
    public String of(NodeReport node) {
        if (node.expression() instanceof Formula.Infix infix && infix.operator().equals("@")) {
            Shape left = shape(infix.left());
            Shape right = shape(infix.right());
            return left == null || right == null ? "" : text(List.of(node.shape(), left, right));
        }
        return "";
    }

    private Shape shape(Formula formula) {
        if (formula instanceof Formula.Transpose transposed) {
            Shape shape = shape(transposed.operand());
            return shape == null ? null : shape.transposed();
        }
        return formula instanceof Formula.Name name ? named.get(name.name()) : null;
    }

    /** The shape of a product, then those of its factors; empty for none. */
    public static String text(List<Shape> shapes) {
        return shapes.isEmpty() ? "" : shapes.get(0) + " = " + shapes.subList(1, shapes.size()).stream().map(Shape::toString).collect(Collectors.joining(" @ "));
    }
}
