package nabla.kink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.tensor.Tensor;
import nabla.verdict.Text;

/**
 * A derivative at a point where backprop's number may be none: at kinks, ties, jumps and holes. There the function decides, row by row of the
 * derivative (one row if it is a scalar that is differentiated), entry by entry or, at a kink, for all entries together that it touches.
 */
public final class MeasuredDerivative {

    private static final int MOST_ROWS = 40;
    private static final int MOST_ENTRIES = 2000;
    private static final double NEAR = 1e-6;

    private final Singularity singularity;
    private final Neighbourhood[] rows;
    /** The sum of the rows with some weights. */
    private final Neighbourhood mixture;
    private final int columns;

    private MeasuredDerivative(Singularity singularity, Neighbourhood[] rows, Neighbourhood mixture, int columns) {
        this.singularity = singularity;
        this.rows = rows;
        this.mixture = mixture;
        this.columns = columns;
    }

    /**
     * That of one node by another at a point, whose value by backprop is known; null where that one holds: at an ordinary point.
     *
     * @param guards of what is differentiated
     */
    public static MeasuredDerivative of(Node of, Node by, Tensor backprop, Map<Apply, List<Guard>> guards, Map<Input, Tensor> point, long seed) {
        if (of.shape().count() > MOST_ROWS || backprop.count() != of.shape().count() * by.shape().count()) {
            return null;
        }
        Singularity singularity = Singularity.of(of, guards, point, seed);
        if (singularity == null && backprop.isFinite()) {
            return null;
        }
        Program program = new Program(List.of(of));
        if (program.index(by) < 0) {
            return null;
        }
        List<int[]> groups = singularity == null ? List.of() : singularity.groups(by);
        List<TreeSet<Integer>> touched = touched(groups, backprop, of.shape().count());
        int most = touched.stream().mapToInt(TreeSet::size).sum();
        if (most == 0 || most > MOST_ENTRIES) {
            return null;
        }
        boolean exact = singularity == null || singularity.isExact();
        Values values = Values.at(program, point);
        double noise = noise(of, values, seed);
        long size = program.entries();
        Neighbourhood[] rows = new Neighbourhood[of.shape().count()];
        TreeSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < rows.length; i++) {
            all.addAll(touched.get(i));
            rows[i] = touched.get(i).isEmpty() ? null
                    : new Neighbourhood(new NodeFunction(row(of, i), by, point, values.of(by)), array(touched.get(i)), groups, noise, exact, size);
        }
        Neighbourhood mixture = rows.length == 1 ? null
                : new Neighbourhood(new NodeFunction(mixture(of), by, point, values.of(by)), array(all), groups, noise, exact, size);
        return new MeasuredDerivative(singularity, rows, mixture, by.shape().count());
    }

    private static List<TreeSet<Integer>> touched(List<int[]> groups, Tensor backprop, int count) {
        int columns = backprop.count() / count;
        List<TreeSet<Integer>> touched = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TreeSet<Integer> entries = new TreeSet<>();
            groups.forEach(group -> Arrays.stream(group).forEach(entries::add));
            for (int k = 0; k < columns; k++) {
                if (!Double.isFinite(backprop.at(i * columns + k))) {
                    entries.add(k);
                }
            }
            touched.add(entries);
        }
        return touched;
    }

    private static double noise(Node of, Values values, long seed) {
        double noise = Math.ulp(values.of(of).largest());
        for (double entry : new Noise(values, List.of(of), seed).of(of)) {
            noise = Double.isFinite(entry) ? Math.max(noise, entry) : noise;
        }
        return Double.isFinite(noise) ? noise : Double.MIN_NORMAL;
    }

    private static Node row(Node of, int i) {
        return of.shape().isScalar() ? of : Algebra.sum(Algebra.mul(of, new Constant(Tensor.of(of.shape(), k -> k == i ? 1 : 0))));
    }

    /** Rows that are right each on its own may not go together: of (max(x, y), min(x, y)) only one gets the gradient of x. */
    private static Node mixture(Node of) {
        return Algebra.sum(Algebra.mul(of, new Constant(Tensor.of(of.shape(), MeasuredDerivative::weight))));
    }

    private static double weight(int row) {
        return 1 + 0.375 * row;
    }

    private static int[] array(TreeSet<Integer> entries) {
        return entries.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Why the function has no derivative here, nor slopes that would stand in for it; null if it has. */
    public String reason() {
        return Arrays.stream(rows).filter(row -> row != null && row.reason() != null).map(Neighbourhood::reason).findFirst().orElse(null);
    }

    /** The operation at whose kink the point lies; null at a hole. */
    public Apply kink() {
        boolean kink = Arrays.stream(rows).anyMatch(row -> row != null && row.subdifferential() != null);
        return kink && singularity != null ? singularity.use() : null;
    }

    /** The operation whose guard the point lies on; null at a hole. */
    public Apply singular() {
        return singularity == null ? null : singularity.use();
    }

    /** What is right at the kinks, in words. */
    public String words() {
        for (Neighbourhood row : rows) {
            if (row != null && row.subdifferential() != null) {
                Subdifferential near = row.subdifferential();
                String between = row.entries().length == 1 ? "between the slopes " + Text.brief(near.slopes(0)[0]) + " and " + Text.brief(near.slopes(0)[1])
                        : "between the gradients close by";
                return "a kink: right is what lies " + between;
            }
        }
        return null;
    }

    /** What backprop gives for it where the function has a derivative, if that is another number. */
    public String words(Tensor backprop) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; rows[i] != null && rows[i].derivative() != null && j < rows[i].entries().length; j++) {
                double given = backprop.at(i * columns + rows[i].entries()[j]);
                double right = rows[i].derivative()[j];
                if (!(Math.abs(given - right) <= NEAR * Math.max(Math.abs(given), Math.abs(right)) + rows[i].error())) {
                    return "backprop gives " + (Double.isFinite(given) ? Text.brief(given) : Double.toString(given)) + "; the function's derivative here is "
                            + Text.brief(right);
                }
            }
        }
        return null;
    }

    /** Whether an answer is right in the entries that no kink touches. */
    public boolean isRightBesides(Tensor correct, Tensor answer) {
        Tensor chosen = chosen(correct, answer);
        double largest = chosen.largest();
        for (int k = 0; k < chosen.count(); k++) {
            if (!(Math.abs(chosen.at(k) - answer.at(k)) <= NEAR * largest)) {
                return false;
            }
        }
        return true;
    }

    /** Backprop's value with the measured entries in their places, where there is a derivative. */
    public Tensor corrected(Tensor backprop) {
        Tensor corrected = backprop.copy();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != null && rows[i].derivative() != null) {
                for (int j = 0; j < rows[i].entries().length; j++) {
                    corrected.data()[i * columns + rows[i].entries()[j]] = rows[i].derivative()[j];
                }
            }
        }
        return corrected;
    }

    /** How far off the measured entries may be; 0 for the others. */
    public double[] error(int count) {
        double[] error = new double[count];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != null && rows[i].derivative() != null) {
                for (int entry : rows[i].entries()) {
                    error[i * columns + entry] = rows[i].error();
                }
            }
        }
        return error;
    }

    /** Where an answer lies at the kinks; INSIDE where there are none. */
    public Subdifferential.Place place(Tensor answer, double[] slack) {
        Subdifferential.Place worst = mixed(answer, slack);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != null && rows[i].subdifferential() != null && worst != Subdifferential.Place.OUTSIDE) {
                int start = i * columns;
                double[] given = Arrays.stream(rows[i].entries()).mapToDouble(k -> answer.at(start + k)).toArray();
                double[] allowed = Arrays.stream(rows[i].entries()).mapToDouble(k -> slack[start + k]).toArray();
                Subdifferential.Place place = rows[i].subdifferential().place(given, allowed);
                if (place == Subdifferential.Place.OUTSIDE) {
                    return place;
                }
                worst = place == Subdifferential.Place.UNKNOWN ? place : worst;
            }
        }
        return worst;
    }

    private Subdifferential.Place mixed(Tensor answer, double[] slack) {
        if (mixture == null || mixture.subdifferential() == null) {
            return Subdifferential.Place.INSIDE;
        }
        int[] entries = mixture.entries();
        double[] given = new double[entries.length];
        double[] allowed = new double[entries.length];
        for (int k = 0; k < entries.length; k++) {
            for (int i = 0; i < rows.length; i++) {
                given[k] += weight(i) * answer.at(i * columns + entries[k]);
                allowed[k] += weight(i) * slack[i * columns + entries[k]];
            }
        }
        return mixture.subdifferential().place(given, allowed);
    }

    /** An answer with the right values wherever the kinks leave no choice: what it should have been, if it lies among the gradients at the kinks. */
    public Tensor chosen(Tensor correct, Tensor answer) {
        Tensor chosen = correct.copy();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != null && rows[i].subdifferential() != null) {
                for (int entry : rows[i].entries()) {
                    chosen.data()[i * columns + entry] = answer.at(i * columns + entry);
                }
            }
        }
        return chosen;
    }
}
