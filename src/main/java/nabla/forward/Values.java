package nabla.forward;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.matrix.Matrix;

/** The value of every node of a tape at one point. */
public final class Values {

    private final Tape tape;
    private final Matrix[] values;

    private Values(Tape tape, Matrix[] values) {
        this.tape = tape;
        this.values = values;
    }

    /**
     * The forward pass.
     *
     * @param point the value of every input
     */
    public static Values at(Tape tape, Map<Input, Matrix> point) {
        Values all = new Values(tape, new Matrix[tape.size()]);
        for (int i = 0; i < tape.size(); i++) {
            all.values[i] = all.compute(i, point);
        }
        return all;
    }

    private Matrix compute(int i, Map<Input, Matrix> point) {
        Stop.ifAsked();
        Node node = tape.node(i);
        if (node instanceof Apply apply) {
            Matrix result = Matrix.zeros(node.shape());
            apply.op().value(arguments(i), result);
            return result;
        } else if (node instanceof Constant constant) {
            return constant.value();
        }
        Matrix value = point.get((Input) node);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + node);
        }
        return value;
    }

    private Matrix[] arguments(int i) {
        Matrix[] arguments = new Matrix[tape.count(i)];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = values[tape.argument(i, k)];
        }
        return arguments;
    }

    /** The same values, seen along a beginning of the tape. */
    public Values upTo(Collection<? extends Node> nodes) {
        return new Values(tape.upTo(nodes), values);
    }

    /** The same values with a matrix of its own for every operation, to be computed again by {@link #change}. */
    public Values copy() {
        Matrix[] copies = new Matrix[tape.size()];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = tape.node(i) instanceof Apply ? values[i].copy() : values[i];
        }
        return new Values(tape, copies);
    }

    /**
     * Computes the operations anew, in place, and changes each result before it is used: rounding made visible.
     *
     * @param held   by place of the tape, the nodes that keep their value
     * @param change changes the entries of a result
     */
    public void change(boolean[] held, Consumer<double[]> change) {
        for (int i = 0; i < tape.size(); i++) {
            Stop.ifAsked();
            if (!held[i] && tape.node(i) instanceof Apply apply) {
                apply.op().value(arguments(i), values[i]);
                change.accept(values[i].data());
            }
        }
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
