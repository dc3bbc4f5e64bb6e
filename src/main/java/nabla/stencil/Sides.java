package nabla.stencil;

/** The two sides of a point, looked at apart: one-sided slopes and jumps. */
public final class Sides {

    private static final double COARSE = 0x1p-21;
    private static final double FINE = 0x1p-35;

    private final Probe probe;
    private Ladder left;
    private Ladder right;

    public Sides(Probe probe) {
        this.probe = probe;
    }

    public Estimate left(int k) {
        left = left != null ? left : Ladder.full(probe, Ladder.Side.LEFT);
        return left.pick(k);
    }

    public Estimate right(int k) {
        right = right != null ? right : Ladder.full(probe, Ladder.Side.RIGHT);
        return right.pick(k);
    }

    /** Whether f does not come back to f(x) as the step falls by 2¹⁴: a jump, on one side at least. */
    public boolean jumps(int k) {
        return jump(k, -1) || jump(k, 1);
    }

    private boolean jump(int k, int sign) {
        double coarse = Math.abs(probe.samples(sign * COARSE).rise()[k]);
        double fine = Math.abs(probe.samples(sign * FINE).rise()[k]);
        return fine > 100 * probe.noise(k, FINE) && fine > coarse / 16;
    }
}
