package nabla.tensor;

import java.util.Arrays;

/** Arrays of one length, taken and given back: nothing is allocated once there are enough. For one thread. */
public final class LaneStore {

    private static final int SCRATCH = 4;

    private final int capacity;
    private final double[][] scratch;
    private double[][] free = new double[64][];
    private int count;
    private int spare;

    /** For at most so many lanes. */
    public LaneStore(int capacity) {
        this.capacity = capacity;
        this.count = capacity;
        this.scratch = new double[SCRATCH][capacity];
    }

    /** Uses only the first lanes of each array. */
    public void use(int lanes) {
        count = lanes;
    }

    int count() {
        return count;
    }

    double[] take() {
        return spare == 0 ? new double[capacity] : free[--spare];
    }

    void give(double[] array) {
        free = spare == free.length ? Arrays.copyOf(free, 2 * spare) : free;
        free[spare++] = array;
    }

    double[] scratch(int number) {
        return scratch[number];
    }
}
