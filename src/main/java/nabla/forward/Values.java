package nabla.forward;

import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;

/** The value of every node of a tape at one point. */
public final class Values {

    private final Tape tape;
    private final Matrix[] values;

    private Values(Tape tape) {
        this.tape = tape;
        this.values = new Matrix[tape.size()];
    }

    /**
     * The forward pass.
     *
     * @param point the value of every input
     */
    public static Values at(Tape tape, Map<Input, Matrix> point) {
        return at(tape, point, (node, result) -> result);
    }

    /** The forward pass in which the result of every operation is changed before it is used: rounding made visible. */
    public static Values at(Tape tape, Map<Input, Matrix> point, Change change) {
        Values all = new Values(tape);
        for (int i = 0; i < tape.size(); i++) {
            all.values[i] = all.compute(i, point, change);
        }
        return all;
    }

    private Matrix compute(int i, Map<Input, Matrix> point, Change change) {
        Node node = tape.node(i);
        if (node instanceof Apply apply) {
            Matrix result = Matrix.zeros(node.shape());
            apply.op().value(arguments(i, values), result);
            return change.apply(apply, result);
        } else if (node instanceof Constant constant) {
            return constant.value();
        }
        Matrix value = point.get((Input) node);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + node);
        }
        return value;
    }

    private Matrix[] arguments(int i, Matrix[] from) {
        int[] places = tape.arguments(i);
        Matrix[] arguments = new Matrix[places.length];
        for (int k = 0; k < places.length; k++) {
            arguments[k] = from[places[k]];
        }
        return arguments;
    }

    /** What becomes of a result before it is used. */
    public interface Change {
        Matrix apply(Apply node, Matrix result);
    }

    /** The value of a node of the tape. */
    public Matrix of(Node node) {
        return values[tape.index(node)];
    }

    Matrix at(int place) {
        return values[place];
    }

    public Tape tape() {
        return tape;
    }
}
