package nabla.forward;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.limit.Stop;
import nabla.tensor.Tensor;

/**
 * A run of a program over doubles: the value at every place, at one point. Single numbers are kept side by side, and become tensors when one
 * is asked for.
 */
public final class Values {

    private final Program program;
    /** By place; meaningless for others than scalars. */
    private final double[] numbers;
    /** By place; null for scalars. */
    private final Tensor[] tensors;

    private Values(Program program, double[] numbers, Tensor[] tensors) {
        this.program = program;
        this.numbers = numbers;
        this.tensors = tensors;
    }

    /**
     * The forward pass.
     *
     * @param point the value of every input
     */
    public static Values at(Program program, Map<? extends Node, Tensor> point) {
        ScalarInstructions scalars = program.scalars();
        Values all = new Values(program, scalars.numbers(), new Tensor[program.size()]);
        for (int i = scalars.run(all.numbers, 0, program.size()); i < program.size(); i = scalars.run(all.numbers, i + 1, program.size())) {
            Stop.ifAsked();
            all.put(i, all.compute(i, point));
        }
        return all;
    }

    /** The value of one node at a point. */
    public static Tensor of(Node node, Map<? extends Node, Tensor> point) {
        return at(new Program(List.of(node)), point).of(node);
    }

    /**
     * The values at another point: what depends on no input that has another value there is the same.
     *
     * @param moved those inputs
     * @param other the value of every input
     */
    public Values moved(Collection<? extends Node> moved, Map<? extends Node, Tensor> other) {
        boolean[] reached = program.reached(moved);
        ScalarInstructions scalars = program.scalars();
        Values all = new Values(program, numbers.clone(), tensors.clone());
        for (int i = 0; i < program.size(); i++) {
            if (reached[i] && scalars.runs(i)) {
                scalars.run(all.numbers, i, i + 1);
            } else if (reached[i]) {
                Stop.ifAsked();
                all.put(i, all.compute(i, other));
            }
        }
        return all;
    }

    private Tensor compute(int i, Map<? extends Node, Tensor> point) {
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
            arguments[k] = at(program.argument(i, k));
        }
        return arguments;
    }

    private void put(int i, Tensor value) {
        if (value.shape().isScalar()) {
            numbers[i] = value.at(0);
        } else {
            tensors[i] = value;
        }
    }

    /** The same values, seen along a beginning of the program. */
    public Values upTo(Collection<? extends Node> nodes) {
        return new Values(program.upTo(nodes), numbers, tensors);
    }

    /** The same values with a tensor of its own for every operation, to be computed again by {@link #change}. */
    public Values copy() {
        Tensor[] copies = new Tensor[program.size()];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = tensors[i] != null && program.node(i) instanceof Apply ? tensors[i].copy() : tensors[i];
        }
        return new Values(program, Arrays.copyOf(numbers, copies.length), copies);
    }

    /**
     * Computes the operations anew, in place, and changes each result before it is used: rounding made visible. What an operation rounds
     * on the way to its result (the terms of a sum, the pivots of an elimination) is, by backward error analysis, a change of its
     * arguments: so leaves are changed too where they enter an operation on whole matrices.
     *
     * Leaves, and what moves in steps, keep their value.
     *
     * @param change changes the entries of a result
     */
    public void change(Consumer<double[]> change) {
        ScalarInstructions scalars = program.scalars();
        Tensor[] leaves = new Tensor[program.size()];
        double[] single = new double[1];
        for (int i = 0; i < program.size(); i++) {
            Stop.ifAsked();
            if (scalars.holds(i)) {
                continue;
            }
            if (scalars.runs(i)) {
                scalars.run(numbers, i);
            } else {
                compute(i, (Apply) program.node(i), leaves, change);
            }
            if (tensors[i] != null) {
                change.accept(tensors[i].data());
            } else {
                single[0] = numbers[i];
                change.accept(single);
                numbers[i] = single[0];
            }
        }
    }

    /** Computes an operation again, with leaves changed where it works on whole matrices. */
    private void compute(int i, Apply apply, Tensor[] leaves, Consumer<double[]> change) {
        Tensor[] arguments = arguments(i);
        for (int k = 0; k < arguments.length && !apply.op().elementwise(); k++) {
            int place = program.argument(i, k);
            if (!(program.node(place) instanceof Apply)) {
                leaves[place] = leaves[place] != null ? leaves[place] : changed(at(place), change);
                arguments[k] = leaves[place];
            }
        }
        Tensor result = at(i);
        apply.op().value(arguments, result);
        put(i, result);
    }

    private static Tensor changed(Tensor leaf, Consumer<double[]> change) {
        Tensor copy = leaf.copy();
        change.accept(copy.data());
        return copy;
    }

    /** The value of a node of the graph. */
    public Tensor of(Node node) {
        return at(program.index(node));
    }

    /** Whether the value at a place is a single number. */
    boolean isNumber(int place) {
        return tensors[place] == null;
    }

    /** The single number at a place. */
    double number(int place) {
        return numbers[place];
    }

    /** The value at a place. */
    public Tensor at(int place) {
        return tensors[place] != null ? tensors[place] : Tensor.scalar(numbers[place]);
    }

    public Program program() {
        return program;
    }
}
