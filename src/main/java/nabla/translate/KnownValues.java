package nabla.translate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.source.Span;
import nabla.tensor.Tensor;

/** Values that are known when the graph is built: nothing given from outside goes into them. */
final class KnownValues {

    private KnownValues() { }

    /**
     * The value of a node.
     *
     * @param span where it was written
     * @throws Fault if it depends on an input
     */
    static Tensor value(Node node, Span span) {
        if (node instanceof Constant constant) {
            return constant.value();
        }
        Program program = new Program(List.of(node));
        for (int i = 0; i < program.size(); i++) {
            if (program.node(i) instanceof Input input) {
                throw Fault.at(span, "this has to be a number known in advance, and " + input.name() + " is an input",
                        "write the number, or a size");
            }
        }
        return Values.at(program, Map.of()).of(node);
    }

    /**
     * A whole number.
     *
     * @throws Fault if the value is none
     */
    static int wholeNumber(Tensor value, Span span) {
        double number = value.at(0);
        if (!value.shape().isScalar()) {
            throw Fault.at(span, "this has to be a whole number, and is " + value.shape(), "give one number");
        } else if (number != Math.rint(number) || Double.isInfinite(number)) {
            throw Fault.at(span, "this has to be a whole number, and is " + (Double.isNaN(number) ? "none at all" : String.valueOf(number)),
                    "give a whole number");
        } else if (Math.abs(number) > Integer.MAX_VALUE) {
            throw Fault.at(span, "this is " + new BigDecimal(number).toPlainString() + ", further from 0 than " + Integer.MAX_VALUE, "write a smaller number");
        }
        return (int) number;
    }
}
