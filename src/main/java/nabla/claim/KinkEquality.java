package nabla.claim;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
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
import nabla.oracle.Wide;
import nabla.point.Branches;
import nabla.stencil.Probe;
import nabla.tensor.Tensor;

/**
 * An equality about several derivatives at a kink, a tie or a hole, where backprop's numbers may be none: judged by what both sides are at points
 * close by, where the functions are smooth. An equality linear in the derivatives is right where some mixture of those gradients meets it
 * (Clarke's generalized Jacobian, of which a linear map keeps the convex hull); another one where one of them does.
 */
final class KinkEquality {

    private static final int MOST_ENTRIES = 2000;
    private static final int CORNERS = 6;
    private static final int RANDOM = 64;
    private static final double NEAR = 0x1p-30;
    /** How far the other inputs are moved where one is: off their own kinks. */
    private static final double BESIDE = 0.01;
    private static final double SAME = 1e-6;

    private final Claim claim;
    private final Map<Input, Tensor> point;
    private final List<Input> moved;
    private final List<Tensor> left = new ArrayList<>();
    private final List<Tensor> right = new ArrayList<>();

    private KinkEquality(Claim claim, Map<Input, Tensor> point, List<Input> moved) {
        this.claim = claim;
        this.point = point;
        this.moved = moved;
    }

    /** What was seen by backprop, or what is seen close by where that may be something else. */
    static Observation of(Observation seen, Claim claim, Map<Input, Tensor> point, long seed) {
        List<Input> moved = inputs(claim.relation());
        int entries = moved.stream().mapToInt(input -> input.shape().count()).sum();
        Apply use = entries > MOST_ENTRIES || claim.truth().shape().count() > MOST_ENTRIES ? null : singular(claim.relation(), point, seed);
        boolean hole = entries <= MOST_ENTRIES && !seen.correct().isFinite();
        return use == null && !hole ? seen : new KinkEquality(claim, point, moved).observed(seen, use, seed);
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
        look(seed);
        if (left.isEmpty()) {
            return seen;
        }
        double[] size = rounding(seed);
        boolean meets = false;
        boolean all = true;
        boolean same = true;
        List<double[]> differences = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            double[] difference = Hull.minus(left.get(i).data(), right.get(i).data());
            double[] slack = Closeness.slack(claim, right.get(i));
            differences.add(difference);
            boolean zero = true;
            for (int k = 0; k < difference.length; k++) {
                size[k] = Math.max(size[k], SAME * Math.max(Math.abs(left.get(i).at(k)), Math.abs(right.get(i).at(k))) + slack[k]);
                zero &= Math.abs(difference[k]) <= size[k];
                same &= Math.abs(difference[k] - differences.get(0)[k]) <= size[k];
            }
            meets |= zero;
            all &= zero;
        }
        if (all || meets && !claim.relation().linear()) {
            return new Observation(Kind.RIGHT, point, seen.yours(), seen.correct(), null, all ? null : use);
        } else if (same) {
            String note = seen.kind() == Kind.WRONG ? null : "backprop's numbers are not the derivatives of the functions here";
            return new Observation(Kind.WRONG, point, right.get(0), left.get(0), note, null);
        } else if (!claim.relation().linear()) {
            return seen.open("what is not linear in derivatives has no one meaning at this kink");
        }
        return mixed(seen, use, differences, size);
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

    /** Whether the equality holds for a mixture of the gradients close by. */
    private Observation mixed(Observation seen, Apply use, List<double[]> differences, double[] size) {
        double[] scale = new double[size.length];
        for (double[] difference : differences) {
            for (int k = 0; k < scale.length; k++) {
                scale[k] = Math.max(scale[k], Math.abs(difference[k]));
            }
        }
        List<double[]> shares = differences.stream().map(difference -> quotient(difference, scale)).toList();
        double[] nearest = Hull.nearest(shares, new double[size.length]);
        boolean zero = true;
        for (int k = 0; k < nearest.length; k++) {
            zero &= Math.abs(nearest[k]) * scale[k] <= size[k];
        }
        if (zero) {
            return new Observation(Kind.RIGHT, point, seen.yours(), seen.correct(), null, use);
        } else if (moved.containsAll(claim.relation().derivatives().stream().map(Claim.Derivative::by).toList())) {
            return new Observation(Kind.WRONG, point, seen.yours(), seen.correct(), "a kink: no gradients close by make both sides equal", null);
        }
        return seen.kind() == Kind.RIGHT || seen.kind() == Kind.ROUNDED ? seen : seen.open("the slopes around this kink do not decide");
    }

    private static double[] quotient(double[] difference, double[] scale) {
        double[] share = new double[difference.length];
        for (int k = 0; k < share.length; k++) {
            share[k] = scale[k] == 0 ? 0 : difference[k] / scale[k];
        }
        return share;
    }

    /** Both sides close by: to the side of every input almost alone, to every corner of a few, and anywhere. */
    private void look(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = moved.stream().mapToInt(input -> input.shape().count()).sum();
        for (int k = 0; k < Math.min(n, RANDOM); k++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] direction = random.doubles(n, -BESIDE, BESIDE).toArray();
                direction[k] = sign;
                add(direction);
            }
        }
        for (int corner = 0; n <= CORNERS && corner < 1 << n; corner++) {
            double[] direction = new double[n];
            for (int k = 0; k < n; k++) {
                direction[k] = ((corner >> k & 1) == 0 ? -1 : 1) * random.nextDouble(0.5, 1.5);
            }
            add(direction);
        }
        for (int i = 0; i < RANDOM; i++) {
            add(random.doubles(n, -1, 1).toArray());
        }
    }

    private void add(double[] direction) {
        Map<Input, Tensor> near = moved(direction, NEAR);
        Map<Input, Tensor> nearer = moved(direction, NEAR / 2);
        Tensor one = limit(claim.truth(), near, nearer);
        Tensor other = one == null ? null : limit(claim.answer(), near, nearer);
        if (other != null) {
            left.add(one);
            right.add(other);
        }
    }

    private Map<Input, Tensor> moved(double[] direction, double step) {
        Map<Input, Tensor> near = new IdentityHashMap<>(point);
        int from = 0;
        for (Input input : moved) {
            Tensor value = point.get(input);
            int start = from;
            near.put(input, Tensor.of(value.shape(), k -> value.at(k) + step * Probe.scale(value.at(k)) * direction[start + k]));
            from += value.count();
        }
        return near;
    }

    /** What a side comes to as the point is approached; null where it has no value on the way. */
    private static Tensor limit(Node side, Map<Input, Tensor> near, Map<Input, Tensor> nearer) {
        Tensor far = Wide.exact(side, near);
        Tensor close = far == null ? null : Wide.exact(side, nearer);
        return close == null ? null : Tensor.of(close.shape(), k -> {
            double limit = 2 * close.at(k) - far.at(k);
            return Math.abs(limit) <= SAME * Math.abs(far.at(k) - close.at(k)) ? 0 : limit;
        });
    }
}
