package nabla.kink;

import java.util.List;

/** The convex hull of some points, by its nearest point to another: away-step Frank–Wolfe (Guélat and Marcotte, 1986). */
public final class Hull {

    private static final int STEPS = 20_000;
    private static final double CLOSE = 1e-20;

    private Hull() { }

    /** The point of the hull nearest to another. */
    public static double[] nearest(List<double[]> points, double[] to) {
        int n = points.size();
        double[] weights = new double[n];
        weights[0] = 1;
        double[] at = points.get(0).clone();
        double size = 1e-300;
        for (double[] point : points) {
            size = Math.max(size, dot(point, point));
        }
        for (int step = 0; step < STEPS; step++) {
            int towards = -1;
            int away = -1;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            double here = descent(at, at, to);
            for (int i = 0; i < n; i++) {
                double slope = descent(points.get(i), at, to);
                if (slope < least) {
                    least = slope;
                    towards = i;
                }
                if (weights[i] > 0 && slope > most) {
                    most = slope;
                    away = i;
                }
            }
            if (here - least <= CLOSE * size) {
                break;
            }
            boolean forward = here - least >= most - here;
            double limit = forward ? 1 : weights[away] >= 1 ? Double.POSITIVE_INFINITY : weights[away] / (1 - weights[away]);
            move(weights, at, points.get(forward ? towards : away), forward ? towards : away, to, forward ? 1 : -1, limit);
        }
        return at;
    }

    /** (at − to)·point: half the slope of the squared distance, but for a constant. */
    private static double descent(double[] point, double[] at, double[] to) {
        double sum = 0;
        for (int k = 0; k < at.length; k++) {
            sum += (at[k] - to[k]) * point[k];
        }
        return sum;
    }

    /** As far towards a point, or away from it, as brings the distance down, and no weight below 0. */
    private static void move(double[] weights, double[] at, double[] point, int i, double[] to, int sign, double limit) {
        double slope = 0;
        double length = 0;
        for (int k = 0; k < at.length; k++) {
            double d = sign * (point[k] - at[k]);
            slope -= (at[k] - to[k]) * d;
            length += d * d;
        }
        double share = length == 0 ? 0 : Math.max(0, Math.min(limit, slope / length));
        for (int k = 0; k < at.length; k++) {
            at[k] += share * sign * (point[k] - at[k]);
        }
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= 1 - sign * share;
        }
        weights[i] += sign * share;
        if (share == limit && sign < 0) {
            weights[i] = 0;
        }
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    public static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            difference[k] = a[k] - b[k];
        }
        return difference;
    }

    static double distance(double[] a, double[] b) {
        double[] d = minus(a, b);
        return Math.sqrt(dot(d, d));
    }
}
