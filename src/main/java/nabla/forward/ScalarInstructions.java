package nabla.forward;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Tape;
import nabla.limit.Stop;

/**
 * The instructions of a program that work on single numbers, which long graphs are made of: the numbers of all of them are one array, and a
 * stretch of such instructions is one loop in which nothing is allocated.
 */
final class ScalarInstructions {

    /** Not a number. */
    private static final byte TENSOR = 0;
    /** One that is found otherwise: an input, or worked out from tensors. */
    private static final byte OTHER = 1;
    private static final byte CONSTANT = 2;
    private static final byte UNARY = 3;
    private static final byte BINARY = 4;
    private static final byte SUM = 5;
    private static final byte DIFFERENCE = 6;
    private static final byte PRODUCT = 7;
    private static final byte QUOTIENT = 8;
    private static final byte NEGATION = 9;

    /** So many instructions are run before one looks whether it is still wanted. */
    private static final int STRETCH = 64;

    private final byte[] kinds;
    private final boolean[] held;
    private final Tape tape;
    private final DoubleUnaryOperator[] unary;
    private final DoubleBinaryOperator[] binary;
    /** The places of the constants, and what they are. */
    private final int[] constants;
    private final double[] values;

    /** Of all instructions. */
    ScalarInstructions(Tape tape) {
        int size = tape.size();
        this.tape = tape;
        kinds = new byte[size];
        held = new boolean[size];
        unary = new DoubleUnaryOperator[size];
        binary = new DoubleBinaryOperator[size];
        int[] places = new int[16];
        int count = 0;
        for (int i = 0; i < size; i++) {
            Node node = tape.node(i);
            held[i] = !(node instanceof Apply use) || use.isStepwise();
            if (node.shape().isScalar()) {
                kinds[i] = OTHER;
                if (node instanceof Constant) {
                    places = count == places.length ? Arrays.copyOf(places, 2 * count) : places;
                    places[count++] = i;
                    kinds[i] = CONSTANT;
                } else if (node instanceof Apply apply && areScalars(i)) {
                    write(i, apply.op());
                }
            }
        }
        constants = Arrays.copyOf(places, count);
        values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = ((Constant) tape.node(places[k])).value().at(0);
        }
    }

    private boolean areScalars(int i) {
        int count = tape.count(i);
        boolean scalars = count == 1 || count == 2;
        for (int k = 0; scalars && k < count; k++) {
            scalars = kinds[tape.argument(i, k)] != TENSOR;
        }
        return scalars;
    }

    private void write(int i, Op op) {
        boolean single = tape.count(i) == 1;
        unary[i] = single ? op.unary() : null;
        binary[i] = single ? null : op.binary();
        if (unary[i] != null || binary[i] != null) {
            kinds[i] = kind(op.meaning(), single);
        }
    }

    private static byte kind(Meaning meaning, boolean single) {
        return switch (meaning) {
            case NEGATION -> NEGATION;
            case SUM -> SUM;
            case DIFFERENCE -> DIFFERENCE;
            case PRODUCT -> PRODUCT;
            case QUOTIENT -> QUOTIENT;
            default -> single ? UNARY : BINARY;
        };
    }

    /** Room for the numbers, with the constants in it. */
    double[] numbers() {
        double[] numbers = new double[kinds.length];
        for (int k = 0; k < constants.length; k++) {
            numbers[constants[k]] = values[k];
        }
        return numbers;
    }

    /** Whether the instruction at a place is one of these; a constant is not. */
    boolean runs(int i) {
        return kinds[i] > CONSTANT;
    }

    /** Whether the value at a place stays whatever happens: of leaves, and of what moves in steps, as comparisons do. */
    boolean holds(int i) {
        return held[i];
    }

    /** Runs from one place on; gives the first place with another kind of instruction, or the last. */
    int run(double[] numbers, int from, int to) {
        int i = from;
        boolean scalar = true;
        while (i < to && scalar) {
            int begin = i;
            int end = Math.min(to, i + STRETCH);
            while (i < end && scalar) {
                scalar = step(numbers, i);
                i += scalar ? 1 : 0;
            }
            Stop.ifAsked(i - begin);
        }
        return i;
    }

    /** Runs the one instruction at a place, of this kind. */
    void run(double[] numbers, int i) {
        step(numbers, i);
    }

    /** Runs one instruction; false if it is of another kind. */
    private boolean step(double[] numbers, int i) {
        switch (kinds[i]) {
            case TENSOR, OTHER -> {
                return false;
            }
            case CONSTANT -> { }
            case SUM -> numbers[i] = first(numbers, i) + second(numbers, i);
            case DIFFERENCE -> numbers[i] = first(numbers, i) - second(numbers, i);
            case PRODUCT -> numbers[i] = first(numbers, i) * second(numbers, i);
            case QUOTIENT -> numbers[i] = first(numbers, i) / second(numbers, i);
            case NEGATION -> numbers[i] = -first(numbers, i);
            case UNARY -> numbers[i] = unary[i].applyAsDouble(first(numbers, i));
            default -> numbers[i] = binary[i].applyAsDouble(first(numbers, i), second(numbers, i));
        }
        return true;
    }

    private double first(double[] numbers, int i) {
        return numbers[tape.argument(i, 0)];
    }

    private double second(double[] numbers, int i) {
        return numbers[tape.argument(i, 1)];
    }
}
