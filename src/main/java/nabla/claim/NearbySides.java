package nabla.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.kink.Hull;
import nabla.limit.Stop;
import nabla.model.Claim;
import nabla.oracle.WideRange;
import nabla.stencil.Probe;
import nabla.tensor.Tensor;

/** What the two sides of an equality come to as a point is approached along many directions, in 60 digits. */
final class NearbySides {

    private static final int CORNERS = 6;
    private static final int RANDOM = 64;
    private static final double NEAR = 0x1p-30;
    /** How far the other inputs are moved where one is: off their own kinks. */
    private static final double BESIDE = 0.01;
    private static final double VANISHING = 1e-6;
    /** Along directions of more entries than these no better ones are searched for. */
    private static final int SEARCHED = 200;
    /** What another direction has to be better by, as a share. */
    private static final double BETTER = 1e-6;

    private final Claim claim;
    private final Map<Input, Tensor> point;
    private final List<Input> moved;
    private final int entries;
    private final List<double[]> directions = new ArrayList<>();
    private final List<Tensor> left = new ArrayList<>();
    private final List<Tensor> right = new ArrayList<>();

    /** To the side of every entry of some inputs almost alone, to every corner of a few, and anywhere. */
    NearbySides(Claim claim, Map<Input, Tensor> point, List<Input> moved, long seed) {
        this.claim = claim;
        this.point = point;
        this.moved = moved;
        this.entries = moved.stream().mapToInt(input -> input.shape().count()).sum();
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < Math.min(entries, RANDOM); k++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] direction = random.doubles(entries, -BESIDE, BESIDE).toArray();
                direction[k] = sign;
                add(direction);
            }
        }
        for (int corner = 0; entries <= CORNERS && corner < 1 << entries; corner++) {
            double[] direction = new double[entries];
            for (int k = 0; k < entries; k++) {
                direction[k] = ((corner >> k & 1) == 0 ? -1 : 1) * random.nextDouble(0.5, 1.5);
            }
            add(direction);
        }
        for (int i = 0; i < RANDOM; i++) {
            add(random.doubles(entries, -1, 1).toArray());
        }
    }

    int count() {
        return left.size();
    }

    Tensor left(int i) {
        return left.get(i);
    }

    Tensor right(int i) {
        return right.get(i);
    }

    /** By how much the left side is more than the right one. */
    double[] difference(int i) {
        return Hull.minus(left.get(i).data(), right.get(i).data());
    }

    /** Whether most directions come to differences of their own, as at the tip of a cone: then those between them were not met. */
    boolean areCurved() {
        Set<List<Long>> distinct = new HashSet<>();
        for (int i = 0; i < count(); i++) {
            distinct.add(Arrays.stream(difference(i)).mapToObj(entry -> Math.round(entry / VANISHING)).toList());
        }
        return distinct.size() > count() / 2;
    }

    /** Whether directions are few enough to be searched. */
    boolean isSearchable() {
        return entries <= SEARCHED;
    }

    /**
     * Looks for directions along which a weighted sum of the differences is less than along all so far: those of a corner of many entries are not
     * met by chance. Entry by entry of the best one is turned round, or moved further than the others.
     *
     * @return whether there is one
     */
    boolean search(double[] weights) {
        int best = 0;
        for (int i = 1; i < count(); i++) {
            best = Hull.dot(weights, difference(i)) < Hull.dot(weights, difference(best)) ? i : best;
        }
        double least = Hull.dot(weights, difference(best));
        double[] direction = directions.get(best);
        boolean found = false;
        for (int k = 0; k < entries; k++) {
            for (double factor : new double[] {-1, 3, -3}) {
                Stop.ifAsked();
                double[] other = direction.clone();
                other[k] *= factor;
                double sum = add(other) ? Hull.dot(weights, difference(count() - 1)) : Double.NaN;
                if (sum < least - BETTER * Math.abs(least)) {
                    least = sum;
                    direction = other;
                    found = true;
                } else if (!Double.isNaN(sum)) {
                    removeLast();
                }
            }
        }
        return found;
    }

    private void removeLast() {
        int last = count() - 1;
        directions.remove(last);
        left.remove(last);
        right.remove(last);
    }

    /** Whether both sides have a value on the way. */
    private boolean add(double[] direction) {
        Map<Input, Tensor> near = moved(direction, NEAR);
        Map<Input, Tensor> nearer = moved(direction, NEAR / 2);
        Tensor one = limit(claim.truth(), near, nearer);
        Tensor other = one == null ? null : limit(claim.answer(), near, nearer);
        if (other == null) {
            return false;
        }
        directions.add(direction);
        left.add(one);
        right.add(other);
        return true;
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
        Tensor far = WideRange.exact(side, near);
        Tensor close = far == null ? null : WideRange.exact(side, nearer);
        return close == null ? null : Tensor.of(close.shape(), k -> {
            double limit = 2 * close.at(k) - far.at(k);
            return Math.abs(limit) <= VANISHING * Math.abs(far.at(k) - close.at(k)) ? 0 : limit;
        });
    }
}
