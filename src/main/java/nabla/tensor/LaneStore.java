package nabla.tensor;

import java.util.Arrays;

/**
 * Arrays of one length, taken and given back: nothing is allocated once there are enough. They are as long as what they were needed for so far,
 * which for a small graph is far less than the most. For one thread.
 */
public final class LaneStore {

    private static final int SCRATCH = 4;
    /** Lengths are multiples of it. */
    private static final int STEP = 16;

    private final int most;
    private int length;
    private final double[][] scratch;
    private double[][] free = new double[64][];
    private int count;
    private int spare;

    /** For at most so many lanes. */
    public LaneStore(int most) {
        this.most = most;
        this.scratch = new double[SCRATCH][];
        this.count = most;
    }

    /** Uses only the first lanes of each array. None may be in use. */
    public void use(int lanes) {
        count = lanes;
        if (length < lanes) {
            length = Math.min(most, (lanes + STEP - 1) / STEP * STEP);
            spare = 0;
            Arrays.fill(scratch, null);
        }
    }

    int count() {
        return count;
    }

    double[] take() {
        return spare == 0 ? array() : free[--spare];
    }

    void give(double[] array) {
        free = spare == free.length ? Arrays.copyOf(free, 2 * spare) : free;
        free[spare++] = array;
    }

    private double[] array() {
        use(count);
        return new double[length];
    }

    double[] scratch(int number) {
        scratch[number] = scratch[number] != null ? scratch[number] : array();
        return scratch[number];
    }
}
