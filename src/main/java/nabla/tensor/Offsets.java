package nabla.tensor;

/** Where the entries of a grid of indices lie: the sum of each index times its step, in the order in which the last index runs fastest. */
public final class Offsets {

    private Offsets() { }

    /** For every tuple of indices below {@code sizes} the sum of index times step. */
    public static int[] of(int[] sizes, int[] steps) {
        int count = 1;
        for (int size : sizes) {
            count = Math.multiplyExact(count, size);
        }
        int[] offsets = new int[count];
        int filled = 1;
        for (int d = sizes.length - 1; d >= 0; d--) {
            for (int i = 1, at = filled; i < sizes[d]; i++) {
                for (int k = 0; k < filled; k++, at++) {
                    offsets[at] = offsets[k] + i * steps[d];
                }
            }
            filled *= sizes[d];
        }
        return offsets;
    }

    /** How far apart neighbours along each dimension lie, where the last runs fastest. */
    public static int[] steps(int[] sizes) {
        int[] steps = new int[sizes.length];
        int step = 1;
        for (int d = sizes.length - 1; d >= 0; d--) {
            steps[d] = step;
            step *= sizes[d];
        }
        return steps;
    }
}
