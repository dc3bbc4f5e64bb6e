package nabla.check;

/** The two sides of a point, looked at apart: one-sided slopes and jumps. */
final class Sides {

    private static final double COARSE = 0x1p-21;
    private static final double FINE = 0x1p-35;

    private final Probe probe;
    private Ladder left;
    private Ladder right;

    Sides(Probe probe) {
        this.probe = probe;
    }

    Estimate left(int k, double noise) {
        left = left != null ? left : Ladder.full(probe, Ladder.Side.LEFT);
        return left.pick(k, noise);
    }

    Estimate right(int k, double noise) {
        right = right != null ? right : Ladder.full(probe, Ladder.Side.RIGHT);
        return right.pick(k, noise);
    }

    /** Whether f does not come back to f(x) as the step falls by 2¹⁴: a jump, on one side at least. */
    boolean jumps(int k, double noise) {
        return jump(k, noise, -1) || jump(k, noise, 1);
    }

    private boolean jump(int k, double noise, int sign) {
        double coarse = Math.abs(probe.samples(sign * COARSE).value()[k] - probe.center());
        double fine = Math.abs(probe.samples(sign * FINE).value()[k] - probe.center());
        return fine > 100 * noise && fine > coarse / 16;
    }
}
