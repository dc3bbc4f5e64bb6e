package nabla.op;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import nabla.formula.Formula;
import nabla.formula.Notation;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Function.Parameter;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Matrices out of sizes, chance and labels. Their nodes are constants; a definition by one alone is an input with that value. */
public final class Leaves {

    /** Names of functions that whole networks are written with. */
    public static final String ZEROS = "zeros";
    public static final String ONES = "ones";
    public static final String NORMAL = "normal";
    public static final String UNIFORM = "uniform";

    private static final Parameter ROWS = Parameters.integer("m");
    /** Left out, as in {@code R(n)}, it is a column. */
    private static final Parameter COLUMNS = Parameters.integer("n", 1);

    private static final Notation BOLD_ZERO = new Notation("\\mathbf{0}", Style.SIZED, Result.MATRIX);
    private static final Notation BOLD_ONE = new Notation("\\mathbf{1}", Style.SIZED, Result.MATRIX);
    private static final Notation EYE = new Notation("I", Style.SIZED, Result.LIKE_ARGUMENTS);

    private static final Map<String, Notation> NOTATIONS = Map.of(ZEROS, BOLD_ZERO, ONES, BOLD_ONE, "eye", EYE);

    static final List<Function> FUNCTIONS = List.of(
            Parameters.function(ZEROS, a -> filled(a, ZEROS, k -> 0), ROWS, COLUMNS),
            Parameters.function(ONES, a -> filled(a, ONES, k -> 1), ROWS, COLUMNS),
            Parameters.function("eye", a -> new Constant(a.name(), identity(a.integer("n", 1))), Parameters.integer("n")),
            Parameters.function(NORMAL, Leaves::normal, ROWS, COLUMNS,
                    Parameters.constant("mean", 0.0), Parameters.constant("std", 1.0)),
            Parameters.function(UNIFORM, Leaves::uniform, ROWS, COLUMNS,
                    Parameters.constant("low", 0.0), Parameters.constant("high", 1.0)),
            Parameters.function("onehot", Leaves::onehot, Parameters.constant("labels", null), Parameters.integer("k")));

    private Leaves() { }

    /** The identity matrix. */
    public static Node eye(int size) {
        return new Constant(identity(size));
    }

    /**
     * The shape of so many rows and columns.
     *
     * @throws ShapeMismatch if one of them is not positive, or that is too large to be meant
     */
    static Shape limited(String what, long rows, long columns) {
        if (rows < 1 || columns < 1) {
            throw new ShapeMismatch("refused: " + what + " would be " + rows + "×" + columns, "sizes are at least 1");
        }
        if (rows > Apply.MOST_ENTRIES / columns) {
            throw new ShapeMismatch("refused: " + what + " would be " + rows + "×" + columns
                    + ", more than 50 million entries", "take smaller sizes");
        }
        return new Shape((int) rows, (int) columns);
    }

    /** How the identity matrix is written. */
    public static Formula eye(Formula size) {
        return Formula.call("eye", List.of(size), EYE);
    }

    /** How a matrix is written whose entries are all 0, or all 1. */
    public static Formula filled(double entry, Formula rows, Formula columns) {
        return Formula.call(entry == 0 ? ZEROS : ONES, List.of(rows, columns), entry == 0 ? BOLD_ZERO : BOLD_ONE);
    }

    /** How a call of one of these functions is set. */
    static Notation notation(String function) {
        return NOTATIONS.getOrDefault(function, Notation.MATRIX);
    }

    private static Tensor identity(int size) {
        return Tensor.of(limited("eye", size, size), k -> k % (size + 1) == 0 ? 1 : 0);
    }

    private static Node filled(Arguments a, String what, IntToDoubleFunction entry) {
        return new Constant(a.name(), Tensor.of(limited(what, a.integer("m", 1), a.integer("n", 1)), entry));
    }

    private static Node normal(Arguments a) {
        double mean = scalar(a, "mean", 0);
        double deviation = scalar(a, "std", 1);
        return filled(a, NORMAL, k -> mean + deviation * a.random().nextGaussian());
    }

    private static Node uniform(Arguments a) {
        double low = scalar(a, "low", 0);
        double high = scalar(a, "high", 1);
        return filled(a, UNIFORM, k -> low + (high - low) * a.random().nextDouble());
    }

    static double scalar(Arguments a, String parameter, double absent) {
        if (!a.has(parameter)) {
            return absent;
        }
        Tensor value = a.constants().get(parameter);
        if (!value.shape().isScalar()) {
            throw new ShapeMismatch(parameter + " needs a number, not a " + value.shape() + " matrix", null);
        }
        return value.at(0);
    }

    private static Node onehot(Arguments a) {
        Tensor labels = a.constants().get("labels");
        int classes = a.integer("k", 1);
        if (!labels.shape().isVector()) {
            throw new ShapeMismatch("onehot needs a row or a column of labels, not " + labels.shape(), "one label an example");
        }
        Tensor rows = Tensor.zeros(limited("onehot", labels.count(), classes));
        for (int i = 0; i < labels.count(); i++) {
            double label = labels.at(i);
            if (label != Math.rint(label) || label < 0 || label >= classes) {
                String written = Math.abs(label) < 1e9 && label == Math.rint(label) ? String.valueOf((int) label) : String.valueOf(label);
                throw new ShapeMismatch("onehot: labels[" + i + "] is " + written + ", no whole number from 0 to " + (classes - 1),
                        advice(labels, classes));
            }
            rows.data()[i * classes + (int) label] = 1;
        }
        return new Constant(a.name(), rows);
    }

    private static String advice(Tensor labels, int classes) {
        boolean whole = Arrays.stream(labels.data()).allMatch(label -> label == Math.rint(label) && label >= 0 && label <= Integer.MAX_VALUE);
        if (!whole) {
            return "a label is the number of a class: 0, 1, 2, …";
        }
        int largest = (int) labels.largest();
        boolean fromOne = Arrays.stream(labels.data()).allMatch(label -> label >= 1) && largest == classes;
        return fromOne ? "classes count from 0: write onehot(labels - 1, " + classes + ")" : "classes count from 0: k has to be at least " + (largest + 1L);
    }
}
