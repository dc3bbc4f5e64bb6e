package nabla.forward;

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
    /** By place, the arguments. */
    private final int[] first;
    private final int[] second;
    private final DoubleUnaryOperator[] unary;
    private final DoubleBinaryOperator[] binary;
    /** The constants, at their places. */
    private final double[] constants;

    /** Of all instructions. */
    ScalarInstructions(Tape tape) {
        int size = tape.size();
        kinds = new byte[size];
        held = new boolean[size];
        first = new int[size];
        second = new int[size];
        unary = new DoubleUnaryOperator[size];
        binary = new DoubleBinaryOperator[size];
        constants = new double[size];
        for (int i = 0; i < size; i++) {
            Node node = tape.node(i);
            held[i] = !(node instanceof Apply use) || use.isStepwise();
            if (node.shape().isScalar()) {
                kinds[i] = OTHER;
                if (node instanceof Constant constant) {
                    constants[i] = constant.value().at(0);
                    kinds[i] = CONSTANT;
                } else if (node instanceof Apply apply && areScalars(tape, i)) {
                    write(i, apply.op(), tape);
                }
            }
        }
    }

    private boolean areScalars(Tape tape, int i) {
        int count = tape.count(i);
        boolean scalars = count == 1 || count == 2;
        for (int k = 0; scalars && k < count; k++) {
            scalars = kinds[tape.argument(i, k)] != TENSOR;
        }
        return scalars;
    }

    private void write(int i, Op op, Tape tape) {
        boolean single = tape.count(i) == 1;
        unary[i] = single ? op.unary() : null;
        binary[i] = single ? null : op.binary();
        if (unary[i] != null || binary[i] != null) {
            first[i] = tape.argument(i, 0);
            second[i] = single ? 0 : tape.argument(i, 1);
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
        return constants.clone();
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
        int a = first[i];
        switch (kinds[i]) {
            case TENSOR, OTHER -> {
                return false;
            }
            case CONSTANT -> { }
            case SUM -> numbers[i] = numbers[a] + numbers[second[i]];
            case DIFFERENCE -> numbers[i] = numbers[a] - numbers[second[i]];
            case PRODUCT -> numbers[i] = numbers[a] * numbers[second[i]];
            case QUOTIENT -> numbers[i] = numbers[a] / numbers[second[i]];
            case NEGATION -> numbers[i] = -numbers[a];
            case UNARY -> numbers[i] = unary[i].applyAsDouble(numbers[a]);
            default -> numbers[i] = binary[i].applyAsDouble(numbers[a], numbers[second[i]]);
        }
        return true;
    }
}
