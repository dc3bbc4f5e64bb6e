package nabla.oracle;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import nabla.forward.FieldValues;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.number.BigFloat;
import nabla.number.DoubleDouble;
import nabla.number.Precision;
import nabla.number.Real;
import nabla.stencil.Estimate;
import nabla.stencil.Probe;
import nabla.tensor.Tensor;

/**
 * The second oracle: the same graph evaluated with more digits, differentiated by differences with a step so small that there is next to
 * no room for anything between the point and its samples: if the slopes of the two sides differ, the point lies on a kink, and if f
 * does not come back to f(x), on a jump. What more digits cost is time, so it is asked only where doubles cannot decide.
 *
 * @param <T> the numbers: of 60 digits with a step of s·2⁻⁹⁰, whose estimates are good to more digits than a double has; or of two
 *            doubles with a step of s·2⁻³⁰, a hundred times as fast, whose estimates bring their rounding with them
 */
public final class Oracle<T extends Real<T>> {

    private static final int EXPONENT = -90;
    private static final int QUICK_EXPONENT = -30;
    private static final int DEEP_EXPONENT = -14;
    /** How far beside a point slopes are taken: further than rounding moves it. */
    private static final int BESIDE = -34;
    /** With steps so much shorter than that. */
    private static final int STEP_BESIDE = 4;
    /** What a unit roundoff of two doubles is to one of a double: so much less noise is there. */
    private static final double LESS_NOISE = DoubleDouble.UNIT / 0x1p-53;
    private static final int MARGIN = 4;
    private static final double ENOUGH = 1e-6;

    private final Node root;
    private final FieldValues<T> values;
    private final DoubleFunction<T> number;
    private final int exponent;
    private final T center;
    /** Of one evaluation of f. */
    private final double noise;

    /**
     * What it says about one partial derivative.
     *
     * @param both  from both sides at once; does not exist outside a domain, on one side at least
     * @param jumps whether f(x) is not the limit from the left or from the right
     * @param step  the smallest step taken
     */
    public record Answer(Estimate both, Estimate left, Estimate right, boolean jumps, double step) {

        /** How far from the point the slopes beside it were looked at. */
        public double reach() {
            return 3 * step;
        }

        /** Whether the steps were small enough for what is around the point. */
        private boolean isSmooth() {
            if (jumps || !both.exists() || !left.exists() || !right.exists()) {
                return false;
            }
            double near = ENOUGH * Math.max(Math.abs(left.value()), Math.abs(right.value()));
            return Math.abs(left.value() - right.value()) <= left.error() + right.error() + near
                    && both.error() <= 2 * both.noise() + near;
        }
    }

    private Oracle(Node root, Map<Input, Tensor> point, DoubleFunction<T> number, int exponent, double unit, ToDoubleFunction<T> size, double measured) {
        this.root = root;
        this.number = number;
        this.exponent = exponent;
        Program program = new Program(List.of(root));
        this.values = new FieldValues<>(program, point, number, Values.at(program, point), Apply::isStepwise);
        this.center = values.of(root).at(0);
        double largest = 0;
        for (int i = exponent == DEEP_EXPONENT ? program.size() - 1 : 0; i < program.size(); i++) {
            for (T entry : values.at(i).entries()) {
                double found = size.applyAsDouble(entry);
                largest = Double.isFinite(found) ? Math.max(largest, found) : largest;
            }
        }
        this.noise = Math.max(unit * largest, measured);
    }

    /** With 60 digits; {@code noise} is that of one evaluation in doubles: what is multiplied up in doubles is so here. */
    public static Oracle<BigFloat> sharp(Node root, Map<Input, Tensor> point, double noise) {
        return of(root, point, noise, Precision.SHARP, EXPONENT);
    }

    /**
     * With 150 digits and steps that are not so small, for what is so small beside its neighbours that 60 do not see it. How far off it may be
     * is less sure: it may confirm, and accuses nobody.
     */
    public static Oracle<BigFloat> deep(Node root, Map<Input, Tensor> point, double noise) {
        return of(root, point, noise, Precision.SHARPEST, DEEP_EXPONENT);
    }

    /** What cancels on the way to f leaves its rounding. */
    private static Oracle<BigFloat> of(Node root, Map<Input, Tensor> point, double noise, Precision precision, int exponent) {
        return new Oracle<>(root, point, precision::number, exponent, Math.pow(10, 5 - precision.digits()),
                x -> x.isFinite() ? Math.min(Double.MAX_VALUE, Math.abs(x.getReal())) : 0,
                MARGIN * Math.pow(10, 4 - precision.digits()) / 0x1p-53 * noise);
    }

    /** With numbers of two doubles; {@code noise} is that of one evaluation in doubles. */
    public static Oracle<DoubleDouble> quick(Node root, Map<Input, Tensor> point, double noise) {
        return new Oracle<>(root, point, DoubleDouble::new, QUICK_EXPONENT, DoubleDouble.UNIT, x -> Math.abs(x.high()),
                MARGIN * LESS_NOISE * noise);
    }

    /** How many numbers one evaluation takes. */
    public long cost(Node node, int entry) {
        return values.reach(node, entry, root);
    }

    /**
     * The partial derivative of the root by one entry of a node, whose value is {@code at}. The step is as for 1 if the value is smaller;
     * where the edge of a domain or a pole lies within such a step of a very small one, the step is made small beside the value.
     */
    public Answer derivative(Node node, int entry, double at) {
        Answer usual = answer(h -> rise(node, entry, h), Probe.scale(at));
        if (usual.isSmooth() || at == 0 || Math.abs(at) >= 1) {
            return usual;
        }
        Answer fine = answer(h -> rise(node, entry, h), Math.scalb(1.0, Math.getExponent(at)));
        return fine.isSmooth() ? fine : usual;
    }

    /** The slopes along a direction in the entries of a node, whose largest entry is about {@code scale}. */
    public Answer along(Node node, double[] direction, double scale) {
        return answer(h -> values.after(node, direction, h, root).at(0).subtract(center), scale);
    }

    /** The slope along a direction at a point beside the point, off the kinks that the point lies on: by differences there. */
    public double slopeBeside(Node node, double[] offset, double[] direction, double scale) {
        T distance = number.apply(Math.scalb(scale, BESIDE));
        T h = number.apply(Math.scalb(scale, exponent + BESIDE + STEP_BESIDE));
        T up = values.after(node, offset, distance, direction, h, root).at(0);
        T down = values.after(node, offset, distance, direction, h.negate(), root).at(0);
        return up.subtract(down).divide(h.multiply(2)).getReal();
    }

    private Answer answer(UnaryOperator<T> rise, double scale) {
        T h = number.apply(scale).multiply(number.apply(Math.scalb(1.0, exponent)));
        List<T> right = List.of(rise.apply(h), rise.apply(h.multiply(2)));
        List<T> left = List.of(rise.apply(h.negate()), rise.apply(h.multiply(-2)));
        T across = right.get(0).subtract(left.get(0));
        T three = across.divide(h.multiply(2));
        T five = across.multiply(8).subtract(right.get(1).subtract(left.get(1))).divide(h.multiply(12));
        double rounding = rounding(Math.scalb(scale, exponent));
        return new Answer(estimate(five, three, rounding), side(left, h.negate(), rounding), side(right, h, rounding),
                jumps(right, h, rounding) || jumps(left, h, rounding), Math.scalb(scale, exponent));
    }

    /**
     * The slopes of the two sides outside of what rounding can tell from the point: where doubles lie on a kink, 60 digits may lie
     * beside it. From f at h, 2h and 3h with h = s·2ʳ.
     */
    public Answer beside(Node node, int entry, double at, int r) {
        double scale = Probe.scale(at);
        T h = number.apply(Math.scalb(scale, r));
        double rounding = rounding(Math.scalb(scale, r));
        return new Answer(Estimate.NONE, beside(node, entry, h.negate(), rounding), beside(node, entry, h, rounding), false, Math.scalb(scale, r));
    }

    private Estimate beside(Node node, int entry, T h, double rounding) {
        T one = rise(node, entry, h);
        T two = rise(node, entry, h.multiply(2));
        T near = two.subtract(one).divide(h);
        T far = rise(node, entry, h.multiply(3)).subtract(two).divide(h);
        return estimate(near.subtract(far.subtract(near).multiply(3).divide(2)), near, rounding);
    }

    /** Of a slope over a step. */
    private double rounding(double step) {
        return noise / step;
    }

    /** f(x + h) − f(x). */
    private T rise(Node node, int entry, T h) {
        return values.after(node, entry, h, root).at(0).subtract(center);
    }

    private Estimate side(List<T> rise, T h, double rounding) {
        T two = rise.get(0).divide(h);
        T three = rise.get(0).multiply(4).subtract(rise.get(1)).divide(h.multiply(2));
        return estimate(three, two, 4 * rounding);
    }

    /** A slope goes on as it began; behind a jump it is another. */
    private boolean jumps(List<T> rise, T h, double rounding) {
        T rest = rise.get(1).subtract(rise.get(0));
        double begin = rise.get(0).divide(h).abs().getReal();
        return rest.abs().multiply(16).subtract(rise.get(0).abs()).getReal() < 0 && begin > 16 * rounding;
    }

    private Estimate estimate(T good, T rough, double rounding) {
        double value = good.getReal();
        return Double.isNaN(value) ? new Estimate(value, Double.POSITIVE_INFINITY, 0, 0, false)
                : new Estimate(value, good.subtract(rough).abs().getReal() + rounding + Math.ulp(value), rounding, Math.abs(value), good.equals(good.number(0)));
    }
}
