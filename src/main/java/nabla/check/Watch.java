package nabla.check;

import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.matrix.Matrix;

/**
 * One guard at one point: the side of each entry of its distance, and which entries sit on the edge itself.
 *
 * @param use      the operation that the guard belongs to
 * @param side     the sign of each entry; 0 also where the entry does not count
 * @param counts   whether an entry counts
 * @param singular whether the point lies on the edge with this entry: zero, or one of several winners
 */
record Watch(Apply use, Guard guard, byte[] side, boolean[] counts, boolean[] singular) {

    static Watch of(Apply use, Guard guard, Matrix distance, boolean[] live) {
        int n = distance.count();
        byte[] side = new byte[n];
        boolean[] counts = live;
        if (counts == null) {
            counts = new boolean[n];
            java.util.Arrays.fill(counts, true);
        }
        for (int k = 0; k < n; k++) {
            side[k] = (byte) (counts[k] ? Math.signum(distance.at(k)) : 0);
        }
        boolean[] singular = new boolean[n];
        for (int k = 0; k < n; k++) {
            singular[k] = counts[k] && side[k] == 0 && (guard.kind() != Guard.Kind.WINNER || tied(guard.axis(), side, distance, k));
        }
        return new Watch(use, guard, side, counts, singular);
    }

    /** Whether another entry of the same group is zero too. */
    private static boolean tied(int axis, byte[] side, Matrix distance, int k) {
        int columns = distance.columns();
        for (int j = 0; j < side.length; j++) {
            boolean together = axis < 0 || (axis == 0 ? j % columns == k % columns : j / columns == k / columns);
            if (j != k && together && side[j] == 0) {
                return true;
            }
        }
        return false;
    }

    /** How far inside the edge an entry is, as the sampler sees it: negative outside the domain, 0 on the edge. */
    double margin(Matrix distance, int k) {
        double d = distance.at(k);
        return switch (guard.kind()) {
            case DOMAIN -> d;
            case WINNER -> side[k] < 0 ? -d : singular[k] ? 0 : Double.POSITIVE_INFINITY;
            default -> Math.abs(d);
        };
    }
}
