package nabla.derive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.graph.Node;
import nabla.op.Dimensions;
import nabla.report.ShapeFit;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;
import nabla.tensor.Shape;

/** Formulas of steps: what has a name is called by it. */
record StepFormulas(Simplifier simplifier) {

    /** The formula in its shortest form; null where it would be too long. */
    Formula of(Node node) {
        return formula(node(node));
    }

    /** The node in its shortest form. */
    Node node(Node node) {
        return simplifier.derivative(node, null);
    }

    /** The formula of a node as it stands; null where it would be too long. */
    Formula formula(Node node) {
        return simplifier.sizes().in(Formulas.derivative(node, null).orElse(null));
    }

    /** {@code n×m = n×k @ k×m}, where the node is a matrix product; else null. */
    String shapes(Node node) {
        List<Shape> shapes = Dimensions.of(node);
        return shapes.isEmpty() ? null : shape(shapes.get(0)) + " = "
                + shapes.subList(1, shapes.size()).stream().map(this::shape).collect(Collectors.joining(" @ "));
    }

    /** {@code summed over n rows}, where a rule gives what is larger than the argument; else empty. */
    String summed(Shape whole, Shape own) {
        return new ShapeFit(whole, own).summed(simplifier.sizes()::name);
    }

    private String shape(Shape shape) {
        return Arrays.stream(shape.sizes()).mapToObj(simplifier.sizes()::name).collect(Collectors.joining("×"));
    }
}
