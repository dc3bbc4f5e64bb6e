package nabla.op;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.formula.Notation;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.op.Function.Parameter;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Tensors out of sizes, chance and labels. Their nodes are constants; a definition by one alone is an input with that value. */
public final class Leaves {

    /** Names of functions that whole networks are written with. */
    public static final String ZEROS = "zeros";
    public static final String ONES = "ones";
    public static final String NORMAL = "normal";
    public static final String UNIFORM = "uniform";

    /** One alone, as in {@code R(n)}, is a column. */
    private static final Parameter SIZES = Parameters.integers("m");

    private static final Notation BOLD_ZERO = new Notation("\\mathbf{0}", Style.SIZED, Result.MATRIX);
    private static final Notation BOLD_ONE = new Notation("\\mathbf{1}", Style.SIZED, Result.MATRIX);
    private static final Notation EYE = new Notation("I", Style.SIZED, Result.LIKE_ARGUMENTS);

    static final List<Function> FUNCTIONS = List.of(
            Parameters.function(ZEROS, a -> filled(a, ZEROS, k -> 0), SIZES),
            Parameters.function(ONES, a -> filled(a, ONES, k -> 1), SIZES),
            Parameters.function("eye", a -> new Constant(a.name(), identity(a.integer("n", 1))), Parameters.integer("n")),
            Parameters.function(NORMAL, Leaves::normal, SIZES,
                    Parameters.constant("mean", 0.0), Parameters.constant("std", 1.0)),
            Parameters.function(UNIFORM, Leaves::uniform, SIZES,
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
        return limited(what, new long[] {rows, columns});
    }

    /** The same of a tensor; one size alone is that of a column. */
    static Shape limited(String what, int... sizes) {
        return limited(what, sizes.length == 1 ? new long[] {sizes[0], 1} : Arrays.stream(sizes).asLongStream().toArray());
    }

    /** The same where they may not fit into an int. */
    static Shape limited(String what, long[] sizes) {
        String written = Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining("×"));
        if (sizes.length > Shape.MOST_DIMENSIONS) {
            throw ShapeMismatch.refused(what + " would have " + sizes.length + " dimensions", "at most " + Shape.MOST_DIMENSIONS
                    + " are worked with");
        }
        long entries = 1;
        for (long size : sizes) {
            if (size < 1) {
                throw new ShapeMismatch(what + " would be " + written, "sizes are at least 1");
            } else if (size > Apply.MOST_ENTRIES / entries) {
                throw ShapeMismatch.refused(what + " would be " + written + ", more than 50 million entries", "take smaller sizes");
            }
            entries *= size;
        }
        return Shape.of(Arrays.stream(sizes).mapToInt(size -> (int) size).toArray());
    }

    /** The sizes of a shape, as arguments of a call. */
    static List<Formula> sizes(Shape shape) {
        return Arrays.stream(shape.sizes()).mapToObj(Formula::size).toList();
    }

    /** How the identity matrix is written. */
    public static Formula eye(Formula size) {
        return Formula.call("eye", List.of(size), EYE);
    }

    /** How a tensor is written whose entries are all 0, or all 1. */
    public static Formula filled(double entry, List<Formula> sizes) {
        return Formula.call(entry == 0 ? ZEROS : ONES, sizes, entry == 0 ? BOLD_ZERO : BOLD_ONE);
    }

    private static Tensor identity(int size) {
        return Tensor.of(limited("eye", size, size), k -> k % (size + 1) == 0 ? 1 : 0);
    }

    private static Node filled(Arguments a, String what, IntToDoubleFunction entry) {
        return new Constant(a.name(), Tensor.of(shape(a, what), entry));
    }

    private static Shape shape(Arguments a, String what) {
        return limited(what, a.integers("m").stream().mapToInt(Integer::intValue).toArray());
    }

    private static Node drawn(Arguments a, String what, ToDoubleFunction<RandomGenerator> entry) {
        Shape shape = shape(a, what);
        RandomGenerator random = a.random().apply(shape.count());
        return new Constant(a.name(), Tensor.of(shape, k -> entry.applyAsDouble(random)));
    }

    private static Node normal(Arguments a) {
        double mean = scalar(a, "mean", 0);
        double deviation = scalar(a, "std", 1);
        return drawn(a, NORMAL, random -> mean + deviation * random.nextGaussian());
    }

    private static Node uniform(Arguments a) {
        double low = scalar(a, "low", 0);
        double high = scalar(a, "high", 1);
        return drawn(a, UNIFORM, random -> low + (high - low) * random.nextDouble());
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
