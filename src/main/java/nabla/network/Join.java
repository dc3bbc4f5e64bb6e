package nabla.network;

import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Statement;
import nabla.tensor.Shape;

/**
 * Where a layer meets the one before it: the shapes that its weights and bias need.
 *
 * @param layer   as written
 * @param input   what enters it: an expression
 * @param weights the name of the weights
 * @param bias    the name of the bias
 * @param column  whether one example is a column
 */
public record Join(Statement.Layer layer, Expression input, String weights, String bias, boolean column) {

    /** The shape of the weights, for what enters. */
    public Shape weightsFor(Shape entering) {
        return column ? new Shape(layer.units(), entering.rows()) : new Shape(entering.columns(), layer.units());
    }

    /** The shape of the bias; a scalar fits too. */
    public Shape biasShape() {
        return column ? new Shape(layer.units(), 1) : new Shape(1, layer.units());
    }

    /** Where the weights stand, or the layer if they are drawn. */
    public Span weightsSpan() {
        return layer.weights() == null ? layer.span() : layer.weights().span();
    }

    /** Where the bias stands, or the layer if there is none. */
    public Span biasSpan() {
        return layer.bias() == null ? layer.span() : layer.bias().span();
    }
}
