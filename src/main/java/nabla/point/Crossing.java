package nabla.point;

/** Where a sample lies, seen from the point: the larger the number, the less it says about the derivative there. */
public final class Crossing {

    /** On the branch of the point. */
    public static final byte SAME = 0;
    /** Off an edge that the point itself lies on. */
    public static final byte LEAVES = 1;
    /** Beyond an edge that the point does not lie on. */
    static final byte CROSSES = 2;
    /** Outside the domain, or without a finite value. */
    public static final byte OUTSIDE = 3;

    private Crossing() { }
}
