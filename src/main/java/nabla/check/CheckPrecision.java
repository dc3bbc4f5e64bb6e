package nabla.check;

/**
 * How closely a graph is verified.
 *
 * @param tolerance the relative width of the band in which backprop and the estimate agree
 * @param sample    how many entries of each leaf, and of all inner nodes together; 0 means all, as long as that is not too much work;
 *                  {@link #ALL} means all
 */
public record CheckPrecision(double tolerance, int sample) {

    /** All entries, however long it takes. */
    public static final int ALL = -1;
}
