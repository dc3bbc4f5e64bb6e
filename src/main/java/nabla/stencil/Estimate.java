package nabla.stencil;

/**
 * What finite differences say about one partial derivative.
 *
 * @param value   the estimate; NaN if no two steps could be compared
 * @param error   how far off it may be, at least
 * @param noise   the part of the error that is rounding
 * @param steepest the largest slope seen on the branch of the point
 * @param flat    whether every sample equals f(x) bit for bit
 */
public record Estimate(double value, double error, double noise, double steepest, boolean flat) {

    /** No estimate. */
    public static final Estimate NONE = new Estimate(Double.NaN, Double.POSITIVE_INFINITY, 0, 0, false);

    /** Whether it says anything: beyond the largest double neither value nor error does. */
    public boolean exists() {
        return Double.isFinite(value) && Double.isFinite(error);
    }
}
