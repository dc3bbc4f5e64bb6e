package nabla.kink;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nabla.oracle.Oracle;
import nabla.stencil.Estimate;

/**
 * Clarke's subdifferential of a function at a kink: the convex hull of the gradients close by. What lies in it may be called the gradient
 * there. It is known by samples; before a vector is refused, more are taken where they would stand in for it: those with the largest slope
 * along the direction that separates it from the others.
 */
public final class Subdifferential {

    /** Of more entries the hull has too many corners; it is then measured along directions only. */
    private static final int MOST = 12;
    private static final int ROUNDS = 40;
    private static final double SAME = 1e-7;
    /** What is further outside than this many times what may be allowed is outside. */
    private static final double CLEAR = 4;
    private static final double SPREAD = 0.2;
    /** So many samples, times the square of the entries, are taken before a vector is refused: a piece in many dimensions may be thin. */
    private static final int LONG = 100;

    /** Whether a vector lies in it. */
    public enum Place { INSIDE, OUTSIDE, UNKNOWN }

    private final Slopes near;
    private final Oracle.Answer[] units;
    private final List<int[]> groups;
    private final List<double[]> offsets = new ArrayList<>();
    private final List<double[]> gradients = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private double largest;

    Subdifferential(Slopes near, Oracle.Answer[] units, List<int[]> groups) {
        this.near = near;
        this.units = units;
        this.groups = groups;
        for (Oracle.Answer unit : units) {
            largest = Math.max(largest, Math.max(size(unit.left()), size(unit.right())));
        }
    }

    private static double size(Estimate estimate) {
        return estimate.exists() ? Math.abs(estimate.value()) : 0;
    }

    /** The slopes to the left and to the right by an entry. */
    public double[] slopes(int k) {
        return new double[] {units[k].left().value(), units[k].right().value()};
    }

    /**
     * Where a vector lies.
     *
     * @param slack how far off each entry may be, apart from the errors of measurement
     */
    public Place place(double[] g, double[] slack) {
        if (g.length == 1) {
            return between(g[0], units[0], slack[0]);
        } else if (g.length > MOST) {
            return alongDirections(g, slack);
        }
        begin();
        if (gradients.isEmpty()) {
            return Place.UNKNOWN;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] nearest = Hull.nearest(gradients, g);
            double[] d = Hull.minus(g, nearest);
            if (isWithin(d, slack)) {
                return Place.INSIDE;
            }
            double norm = Math.sqrt(Hull.dot(d, d));
            for (int k = 0; k < d.length; k++) {
                d[k] /= norm;
            }
            double known = Hull.dot(nearest, d);
            boolean extended = extend(d, known + SAME * largest, Math.scalb(SPREAD, -2 * round));
            if (!extended || round == ROUNDS - 1) {
                double support = Math.max(Hull.dot(gradients.get(strongest(d)), d), oneSided(d));
                double outside = Hull.dot(g, d) - support - allowed(d, slack);
                return outside > CLEAR * SAME * largest ? extended ? Place.UNKNOWN : Place.OUTSIDE : outside <= SAME * largest ? Place.INSIDE : Place.UNKNOWN;
            }
        }
        return Place.UNKNOWN;
    }

    private static double allowed(double[] d, double[] slack) {
        double allowed = 0;
        for (int k = 0; k < d.length; k++) {
            allowed += Math.abs(d[k]) * slack[k];
        }
        return allowed;
    }

    private boolean isWithin(double[] d, double[] slack) {
        for (int k = 0; k < d.length; k++) {
            if (!(Math.abs(d[k]) <= slack[k] + SAME * largest)) {
                return false;
            }
        }
        return true;
    }

    /** The larger of the slope along a direction and the negative one of that against it. */
    private double oneSided(double[] d) {
        Oracle.Answer answer = near.along(d);
        double right = answer.right().exists() ? answer.right().value() + answer.right().error() : Double.NEGATIVE_INFINITY;
        double left = answer.left().exists() ? answer.left().value() + answer.left().error() : Double.NEGATIVE_INFINITY;
        return Math.max(left, right);
    }

    private static Place between(double g, Oracle.Answer unit, double slack) {
        double least = Math.min(value(unit.left(), Double.POSITIVE_INFINITY), value(unit.right(), Double.POSITIVE_INFINITY));
        double most = Math.max(value(unit.left(), Double.NEGATIVE_INFINITY), value(unit.right(), Double.NEGATIVE_INFINITY));
        double allowed = slack + SAME * Math.max(Math.abs(least), Math.abs(most)) + error(unit.left()) + error(unit.right());
        return g >= least - allowed && g <= most + allowed ? Place.INSIDE : Place.OUTSIDE;
    }

    private static double error(Estimate estimate) {
        return estimate.exists() ? estimate.error() : 0;
    }

    private static double value(Estimate estimate, double otherwise) {
        return estimate.exists() ? estimate.value() : otherwise;
    }

    /** Of many entries: whether the vector is within the slopes along the units, along all that is tied, and along some others. */
    private Place alongDirections(double[] g, double[] slack) {
        double total = 0;
        for (int k = 0; k < g.length; k++) {
            if (between(g[k], units[k], slack[k]) == Place.OUTSIDE && !reaches(g[k], near.unitDirection(k), slack[k])) {
                return Place.OUTSIDE;
            }
            total += slack[k];
        }
        for (double[] d : near.directions(groups)) {
            if (!reaches(Hull.dot(g, d), d, total)) {
                return Place.OUTSIDE;
            }
        }
        return Place.INSIDE;
    }

    /** Whether a slope along a direction is among those here and close by. */
    private boolean reaches(double slope, double[] d, double slack) {
        Oracle.Answer answer = near.along(d);
        double least = Math.min(value(answer.left(), Double.POSITIVE_INFINITY), value(answer.right(), Double.POSITIVE_INFINITY));
        double most = Math.max(value(answer.left(), Double.NEGATIVE_INFINITY), value(answer.right(), Double.NEGATIVE_INFINITY));
        if (!(least <= most)) {
            return true;
        }
        double allowed = slack + SAME * d.length * Math.max(largest, Math.max(Math.abs(least), Math.abs(most)));
        if (slope >= least - allowed && slope <= most + allowed) {
            return true;
        }
        double sign = slope > most ? 1 : -1;
        return !(sign * slope > climb(d, sign, sign * slope - allowed) + allowed);
    }

    /**
     * The largest slope along a direction that is found close by, times the sign; NaN where that would be too much work. Of random samples in many
     * dimensions hardly one has every entry on its steep side: from the best of them each entry in turn goes to its other side, as long as that helps.
     */
    private double climb(double[] d, double sign, double enough) {
        double[] best = null;
        double steepest = Double.NEGATIVE_INFINITY;
        int still = 0;
        for (int i = 0; steepest < enough && (i < ROUNDS || still < d.length); i++) {
            double[] offset = i < ROUNDS ? near.random(random) : best.clone();
            if (i >= ROUNDS) {
                offset[i % d.length] *= -1;
            }
            double slope = sign * near.slopeBeside(offset, d);
            if (Double.isNaN(slope)) {
                return Double.NaN;
            }
            still = slope > steepest || i < ROUNDS ? 0 : still + 1;
            best = slope > steepest ? offset : best;
            steepest = Math.max(steepest, slope);
        }
        return steepest;
    }

    /** Samples near the axes, near what is tied, and anywhere. */
    private void begin() {
        if (!offsets.isEmpty()) {
            return;
        }
        for (int k = 0; k < units.length; k++) {
            take(spread(near.unitDirection(k), 1, SPREAD));
            take(spread(near.unitDirection(k), -1, SPREAD));
        }
        for (double[] direction : near.directions(groups)) {
            take(spread(direction, 1, SPREAD));
            take(spread(direction, -1, SPREAD));
        }
    }

    private double[] spread(double[] direction, double sign, double width) {
        double[] offset = new double[direction.length];
        for (int k = 0; k < offset.length; k++) {
            offset[k] = sign * direction[k] + width * (2 * random.nextDouble() - 1);
        }
        return offset;
    }

    /** Takes the gradient beside the point at an offset; one that is known already adds nothing. */
    private void take(double[] offset) {
        double[] gradient = near.gradientBeside(offset);
        if (gradient != null) {
            for (double entry : gradient) {
                largest = Math.max(largest, Math.abs(entry));
            }
            if (gradients.stream().noneMatch(other -> Hull.distance(other, gradient) <= SAME * largest)) {
                offsets.add(offset);
                gradients.add(gradient);
            }
        }
    }

    /**
     * Looks for a gradient with a larger slope along a direction than is known: on both its sides, beside the best known sample, and then for
     * longer between the best and others and of very different sizes, since the piece it belongs to may be thin.
     */
    private boolean extend(double[] d, double known, double width) {
        int before = gradients.size();
        take(spread(d, 1, width));
        take(spread(d, -1, width));
        boolean found = best(d, before) > known;
        for (int k = 0; k < 2 * d.length && !found; k++) {
            double[] offset = offsets.get(strongest(d)).clone();
            offset[k % d.length] *= k < d.length ? -1 : -random.nextDouble();
            found = steeper(offset, d, known);
        }
        for (int k = 0; k < LONG * d.length * d.length && !found; k++) {
            found = steeper(k % 2 == 0 ? between(offsets.get(strongest(d)), offsets.get(random.nextInt(offsets.size()))) : uneven(), d, known);
        }
        return found;
    }

    /** Takes the gradient at an offset if the slope along a direction is larger there than is known. */
    private boolean steeper(double[] offset, double[] d, double known) {
        boolean steeper = near.slopeBeside(offset, d) > known;
        if (steeper) {
            take(offset);
        }
        return steeper;
    }

    private double[] between(double[] a, double[] b) {
        double share = random.nextDouble();
        double wide = SPREAD * random.nextDouble();
        double[] between = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            between[k] = a[k] + share * (b[k] - a[k]) + wide * (2 * random.nextDouble() - 1);
        }
        return between;
    }

    private double[] uneven() {
        double[] uneven = near.random(random);
        for (int k = 0; k < uneven.length; k++) {
            uneven[k] = Math.scalb(uneven[k], -random.nextInt(4));
        }
        return uneven;
    }

    private double best(double[] d, int from) {
        return gradients.subList(from, gradients.size()).stream().mapToDouble(gradient -> Hull.dot(gradient, d)).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private int strongest(double[] d) {
        int best = 0;
        for (int i = 1; i < gradients.size(); i++) {
            best = Hull.dot(gradients.get(i), d) > Hull.dot(gradients.get(best), d) ? i : best;
        }
        return best;
    }
}
