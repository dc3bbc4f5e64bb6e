package nabla.point;

import java.util.Arrays;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.tensor.Lanes;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/**
 * One guard at one point: the side of each entry of its distance, and which entries sit on the edge itself.
 *
 * @param use      the operation that the guard belongs to
 * @param side     the sign of each entry; 0 also where the entry does not count
 * @param counts   whether an entry counts
 * @param singular whether the point lies on the edge with this entry, as far as rounding can tell: zero, or one of several winners
 * @param noise    of each entry of the distance; null if it is exact
 */
public record Watch(Apply use, Guard guard, byte[] side, boolean[] counts, boolean[] singular, double[] noise) {

    /** {@code noise} is that of the distance, or null if it is exact; {@code live} says which entries count, null if all do. */
    public static Watch of(Apply use, Guard guard, Tensor distance, boolean[] live, double[] noise) {
        int n = distance.count();
        byte[] side = new byte[n];
        boolean[] counts = live;
        if (counts == null) {
            counts = new boolean[n];
            Arrays.fill(counts, true);
        }
        for (int k = 0; k < n; k++) {
            side[k] = (byte) (counts[k] ? Math.signum(distance.at(k)) : 0);
        }
        boolean[] zero = new boolean[n];
        for (int k = 0; k < n; k++) {
            zero[k] = counts[k] && Math.abs(distance.at(k)) <= (noise == null ? 0 : noise[k]);
        }
        boolean[] singular = guard.kind() == Guard.Kind.WINNER ? tied(guard.axes().groups(distance.shape()), zero) : zero;
        return new Watch(use, guard, side, counts, singular, noise);
    }

    /** Which entries are zero together with another one of their group. */
    private static boolean[] tied(int[] groups, boolean[] zero) {
        int[] zeros = new int[zero.length];
        for (int k = 0; k < zero.length; k++) {
            zeros[groups[k]] += zero[k] ? 1 : 0;
        }
        boolean[] tied = new boolean[zero.length];
        for (int k = 0; k < zero.length; k++) {
            tied[k] = zero[k] && zeros[groups[k]] > 1;
        }
        return tied;
    }

    /** Whether the point lies on the edge with some entry. */
    public boolean isSingular() {
        for (boolean each : singular) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a kink and all entries that count lie on the same side of it. */
    boolean isOnOneSide() {
        int least = 1;
        int most = -1;
        for (int k = 0; k < side.length; k++) {
            least = counts[k] ? Math.min(least, side[k]) : least;
            most = counts[k] ? Math.max(most, side[k]) : most;
        }
        return guard.kind() == Guard.Kind.KINK && least == most && least != 0;
    }

    /** Where a sample lies whose distance has moved to a value in one entry. */
    public byte place(int k, double distance) {
        if (!counts[k] || Math.signum(distance) == side[k]) {
            return Crossing.SAME;
        }
        boolean outside = guard.kind() == Guard.Kind.DOMAIN && !(distance > 0);
        return outside ? Crossing.OUTSIDE : singular[k] ? Crossing.LEAVES : Crossing.CROSSES;
    }

    /**
     * Where samples lie whose distance has changed: the largest that holds for any entry, in each lane. A distance that is zero stays zero
     * where it changes by no more than its rounding.
     *
     * @param signatures by lane: what is added to is the same for samples on the same side of every entry, and different otherwise, but for
     *                   chance
     * @param salt       another one for each watch
     */
    public void place(Tensor still, Lanes changes, byte[] places, long[] signatures, int salt) {
        Region part = changes.region();
        for (int r = 0; r < part.lines(); r++) {
            int i = part.line(r);
            for (int j = part.left(); j < part.left() + part.columns(); j++) {
                int k = i * still.columns() + j;
                if (counts[k]) {
                    place(k, still.at(k), changes.get(i, j), places, signatures, (long) salt << Integer.SIZE | k, changes.count());
                }
            }
        }
    }

    private void place(int k, double still, double[] change, byte[] places, long[] signatures, long salt, int lanes) {
        double same = side[k];
        double near = side[k] == 0 && noise != null ? noise[k] : 0;
        for (int l = 0; l < lanes; l++) {
            double distance = still + change[l];
            if (!(distance * same > 0) && Math.signum(distance) != same && !(Math.abs(change[l]) <= near)) {
                places[l] = (byte) Math.max(places[l], place(k, distance));
                signatures[l] += mixed(salt) * ((long) Math.signum(distance) - side[k]);
            }
        }
    }

    /** The mixing function of SplitMix64. */
    private static long mixed(long salt) {
        long z = (salt + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** How far inside the edge an entry is, as the sampler sees it: negative outside the domain, 0 on the edge. */
    public double margin(Tensor distance, int k) {
        double d = distance.at(k);
        return switch (guard.kind()) {
            case DOMAIN -> d;
            case WINNER -> side[k] < 0 ? -d : singular[k] ? 0 : Double.POSITIVE_INFINITY;
            default -> Math.abs(d);
        };
    }
}
