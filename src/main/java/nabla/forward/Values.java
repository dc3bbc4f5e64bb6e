package nabla.forward;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.tensor.Tensor;

/** A run of a program over doubles: the value at every place, at one point. */
public final class Values {

    private final Program program;
    private final Tensor[] values;

    private Values(Program program, Tensor[] values) {
        this.program = program;
        this.values = values;
    }

    /**
     * The forward pass.
     *
     * @param point the value of every input
     */
    public static Values at(Program program, Map<? extends Node, Tensor> point) {
        Values all = new Values(program, new Tensor[program.size()]);
        for (int i = 0; i < program.size(); i++) {
            all.values[i] = all.compute(i, point);
        }
        return all;
    }

    private Tensor compute(int i, Map<? extends Node, Tensor> point) {
        Stop.ifAsked();
        Node node = program.node(i);
        if (node instanceof Apply apply) {
            Tensor result = Tensor.zeros(node.shape());
            apply.op().value(arguments(i), result);
            return result;
        } else if (node instanceof Constant constant) {
            return constant.value();
        }
        Tensor value = point.get((Input) node);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + node);
        }
        return value;
    }

    private Tensor[] arguments(int i) {
        Tensor[] arguments = new Tensor[program.count(i)];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = values[program.argument(i, k)];
        }
        return arguments;
    }

    /** The same values, seen along a beginning of the program. */
    public Values upTo(Collection<? extends Node> nodes) {
        return new Values(program.upTo(nodes), values);
    }

    /** The same values with a matrix of its own for every operation, to be computed again by {@link #change}. */
    public Values copy() {
        Tensor[] copies = new Tensor[program.size()];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = program.node(i) instanceof Apply ? values[i].copy() : values[i];
        }
        return new Values(program, copies);
    }

    /**
     * Computes the operations anew, in place, and changes each result before it is used: rounding made visible. What an operation rounds
     * on the way to its result (the terms of a sum, the pivots of an elimination) is, by backward error analysis, a change of its
     * arguments: so leaves are changed too where they enter an operation on whole matrices.
     *
     * @param held   by place, what keeps its value
     * @param change changes the entries of a result
     */
    public void change(boolean[] held, Consumer<double[]> change) {
        Tensor[] leaves = new Tensor[program.size()];
        for (int i = 0; i < program.size(); i++) {
            Stop.ifAsked();
            if (!held[i] && program.node(i) instanceof Apply apply) {
                Tensor[] arguments = arguments(i);
                for (int k = 0; k < arguments.length && !apply.op().elementwise(); k++) {
                    int place = program.argument(i, k);
                    if (!(program.node(place) instanceof Apply)) {
                        leaves[place] = leaves[place] != null ? leaves[place] : changed(values[place], change);
                        arguments[k] = leaves[place];
                    }
                }
                apply.op().value(arguments, values[i]);
                change.accept(values[i].data());
            }
        }
    }

    private static Tensor changed(Tensor leaf, Consumer<double[]> change) {
        Tensor copy = leaf.copy();
        change.accept(copy.data());
        return copy;
    }

    /** The value of a node of the graph. */
    public Tensor of(Node node) {
        return values[program.index(node)];
    }

    /** The value at a place. */
    public Tensor at(int place) {
        return values[place];
    }

    public Program program() {
        return program;
    }
}
