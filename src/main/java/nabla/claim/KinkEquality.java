package nabla.claim;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nabla.claim.Observation.Kind;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.kink.Hull;
import nabla.kink.Singularity;
import nabla.model.Claim;
import nabla.point.Branches;
import nabla.tensor.Tensor;

/**
 * An equality about several derivatives at a kink, a tie or a hole, where backprop's numbers may be none: judged by what both sides are at points
 * close by, where the functions are smooth. An equality linear in the derivatives is right where some mixture of those gradients meets it
 * (Clarke's generalized Jacobian, of which a linear map keeps the convex hull); another one where one of them does.
 */
final class KinkEquality {

    private static final int MOST_ENTRIES = 2000;
    private static final int ROUNDS = 12;
    /** What is outside of curved surroundings by less than this share may lie on their edge, between the directions that were tried. */
    private static final double CLOSE = 0.02;
    private static final String UNDECIDED = "the slopes around this kink do not decide";
    private static final double SAME = 1e-6;

    private final Claim claim;
    private final Map<Input, Tensor> point;
    private final List<Input> moved;
    private final NearbySides sides;

    private KinkEquality(Claim claim, Map<Input, Tensor> point, List<Input> moved, long seed) {
        this.claim = claim;
        this.point = point;
        this.moved = moved;
        this.sides = new NearbySides(claim, point, moved, seed);
    }

    /** What was seen by backprop, or what is seen close by where that may be something else. */
    static Observation of(Observation seen, Claim claim, Map<Input, Tensor> point, long seed) {
        List<Input> moved = inputs(claim.relation());
        int entries = moved.stream().mapToInt(input -> input.shape().count()).sum();
        Apply use = entries > MOST_ENTRIES || claim.truth().shape().count() > MOST_ENTRIES ? null : singular(claim.relation(), point, seed);
        boolean hole = entries <= MOST_ENTRIES && !seen.correct().isFinite();
        return use == null && !hole ? seen : new KinkEquality(claim, point, moved, seed).observed(seen, use, seed);
    }

    private static List<Input> inputs(Claim.Relation relation) {
        List<Node> variables = relation.derivatives().stream().map(Claim.Derivative::by).toList();
        Set<Input> inputs = new LinkedHashSet<>();
        Topology.order(variables).stream().filter(Input.class::isInstance).forEach(node -> inputs.add((Input) node));
        return List.copyOf(inputs);
    }

    /** An operation at whose kink one of the derivatives is taken; null where all of them are ordinary ones. */
    private static Apply singular(Claim.Relation relation, Map<Input, Tensor> point, long seed) {
        for (Claim.Derivative derivative : relation.derivatives()) {
            Singularity found = Singularity.of(derivative.of(), Branches.guards(List.of(derivative.of())), point, seed);
            if (found != null && !found.groups(derivative.by()).isEmpty()) {
                return found.use();
            }
        }
        return null;
    }

    private Observation observed(Observation seen, Apply use, long seed) {
        if (sides.count() == 0) {
            return seen;
        }
        double[] size = rounding(seed);
        boolean meets = false;
        boolean all = true;
        boolean same = true;
        double[] first = sides.difference(0);
        for (int i = 0; i < sides.count(); i++) {
            double[] difference = sides.difference(i);
            double[] slack = Closeness.slack(claim, sides.right(i));
            boolean zero = true;
            for (int k = 0; k < difference.length; k++) {
                size[k] = Math.max(size[k], SAME * Math.max(Math.abs(sides.left(i).at(k)), Math.abs(sides.right(i).at(k))) + slack[k]);
                zero &= Math.abs(difference[k]) <= size[k];
                same &= Math.abs(difference[k] - first[k]) <= size[k];
            }
            meets |= zero;
            all &= zero;
        }
        if (all || meets && !claim.relation().linear()) {
            return new Observation(Kind.RIGHT, point, seen.yours(), seen.correct(), null, all ? null : use);
        } else if (same) {
            String note = seen.kind() == Kind.WRONG ? null : "backprop's numbers are not the derivatives of the functions here";
            return new Observation(Kind.WRONG, point, sides.right(0), sides.left(0), note, null);
        } else if (!claim.relation().linear()) {
            return seen.open("what is not linear in derivatives has no one meaning at this kink");
        }
        return mixed(seen, use, size);
    }

    /** How far apart both sides may be by the rounding errors of the numbers in them. */
    private double[] rounding(long seed) {
        Values values = Values.at(new Program(List.of(claim.truth(), claim.answer())), point);
        Noise noise = new Noise(values, List.of(claim.truth(), claim.answer()), seed);
        double[] one = noise.of(claim.truth());
        double[] other = noise.of(claim.answer());
        double[] sum = new double[one.length];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = Double.isFinite(one[k] + other[k]) ? one[k] + other[k] : 0;
        }
        return sum;
    }

    /** Whether the equality holds for a mixture of the gradients close by, more of which are looked for as long as it does not. */
    private Observation mixed(Observation seen, Apply use, double[] size) {
        boolean more = true;
        boolean close = false;
        for (int round = 0; round < ROUNDS && more; round++) {
            double[] scale = scale();
            List<double[]> shares = IntStream.range(0, sides.count()).mapToObj(i -> quotient(sides.difference(i), scale)).toList();
            double[] nearest = Hull.nearest(shares, new double[size.length]);
            if (isZero(nearest, scale, size)) {
                return new Observation(Kind.RIGHT, point, seen.yours(), seen.correct(), null, use);
            }
            close = Arrays.stream(nearest).allMatch(share -> Math.abs(share) <= CLOSE);
            more = sides.isSearchable() && sides.search(quotient(nearest, scale));
        }
        if (!sides.isSearchable() || close && (more || sides.areCurved())) {
            return seen.open(UNDECIDED);
        } else if (moved.containsAll(claim.relation().derivatives().stream().map(Claim.Derivative::by).toList())) {
            return new Observation(Kind.WRONG, point, seen.yours(), seen.correct(), "a kink: no gradients close by make both sides equal", null);
        }
        return seen.kind() == Kind.RIGHT || seen.kind() == Kind.ROUNDED ? seen : seen.open(UNDECIDED);
    }

    private double[] scale() {
        double[] scale = new double[claim.truth().shape().count()];
        for (int i = 0; i < sides.count(); i++) {
            double[] difference = sides.difference(i);
            for (int k = 0; k < scale.length; k++) {
                scale[k] = Math.max(scale[k], Math.abs(difference[k]));
            }
        }
        return scale;
    }

    private static boolean isZero(double[] shares, double[] scale, double[] size) {
        boolean zero = true;
        for (int k = 0; k < shares.length; k++) {
            zero &= Math.abs(shares[k]) * scale[k] <= size[k];
        }
        return zero;
    }

    private static double[] quotient(double[] difference, double[] scale) {
        double[] share = new double[difference.length];
        for (int k = 0; k < share.length; k++) {
            share[k] = scale[k] == 0 ? 0 : difference[k] / scale[k];
        }
        return share;
    }
}
