package nabla.op;

import java.util.Arrays;
import nabla.op.Convolution.Face;
import nabla.tensor.Shape;

/**
 * The terms that an entry of a convolution, or of one of its adjoints, is the sum of: pairs of an entry of the first argument and one of the
 * second. A convolution along one dimension is one along two whose first has size 1.
 *
 * <p>Where an entry lies along the first two dimensions only shifts all terms; so they are found once for each place along the others.
 */
final class Terms {

    private final Face face;
    private final int[] x;
    private final int[] w;
    private final int[] y;
    private final int strideDown;
    private final int strideAcross;
    private final int padDown;
    private final int padAcross;
    private final int[] made;
    /** By place along the last two dimensions: the terms there of the first entry along the others, in pairs; null until they are asked for. */
    private final int[][] found;
    private int[] pairs;
    private int firstShift;
    private int secondShift;
    private int[] next = new int[64];
    private int count;

    Terms(Face face, Grid grid) {
        this.face = face;
        this.x = four(grid.shape(Face.INPUT));
        this.w = four(grid.shape(Face.FILTER));
        this.y = four(grid.shape(Face.OUTPUT));
        int last = grid.spatial() - 1;
        this.strideDown = last == 0 ? 1 : grid.stride().get(0);
        this.strideAcross = grid.stride().get(last);
        this.padDown = last == 0 ? 0 : grid.pad().get(0);
        this.padAcross = grid.pad().get(last);
        this.made = face == Face.OUTPUT ? y : face == Face.INPUT ? x : w;
        this.found = new int[made[2] * made[3]][];
    }

    private static int[] four(Shape shape) {
        return shape.dimensions() == 4 ? shape.sizes() : new int[] {shape.size(0), shape.size(1), 1, shape.size(2)};
    }

    /** The entry of the first argument in a term. */
    int first(int term) {
        return pairs[2 * term] + firstShift;
    }

    /** The entry of the second. */
    int second(int term) {
        return pairs[2 * term + 1] + secondShift;
    }

    /** Finds the terms of an entry, and says how many there are. */
    int of(int entry) {
        int place = entry % found.length;
        int channel = entry / found.length % made[1];
        int number = entry / found.length / made[1];
        switch (face) {
            case OUTPUT -> shift(place(x, number, 0, 0, 0), place(w, channel, 0, 0, 0));
            case INPUT -> shift(place(y, number, 0, 0, 0), place(w, 0, channel, 0, 0));
            default -> shift(place(x, 0, channel, 0, 0), place(y, 0, number, 0, 0));
        }
        if (found[place] == null) {
            found[place] = at(place / made[3], place % made[3]);
        }
        pairs = found[place];
        return pairs.length / 2;
    }

    private void shift(int one, int other) {
        firstShift = one;
        secondShift = other;
    }

    private int[] at(int row, int column) {
        count = 0;
        switch (face) {
            case OUTPUT -> output(row, column);
            case INPUT -> input(row, column);
            default -> filter(row, column);
        }
        return Arrays.copyOf(next, count);
    }

    private void output(int row, int column) {
        for (int c = 0; c < x[1]; c++) {
            for (int k = 0; k < w[2]; k++) {
                int i = row * strideDown + k - padDown;
                for (int l = 0; l < w[3] && i >= 0 && i < x[2]; l++) {
                    int j = column * strideAcross + l - padAcross;
                    if (j >= 0 && j < x[3]) {
                        add(place(x, 0, c, i, j), place(w, 0, c, k, l));
                    }
                }
            }
        }
    }

    private void input(int i, int j) {
        for (int f = 0; f < w[0]; f++) {
            for (int k = 0; k < w[2]; k++) {
                int row = step(i + padDown - k, strideDown, y[2]);
                for (int l = 0; l < w[3] && row >= 0; l++) {
                    int column = step(j + padAcross - l, strideAcross, y[3]);
                    if (column >= 0) {
                        add(place(y, 0, f, row, column), place(w, f, 0, k, l));
                    }
                }
            }
        }
    }

    /** Which window begins at a place; −1 for none. */
    private static int step(int place, int stride, int steps) {
        return place < 0 || place % stride != 0 || place / stride >= steps ? -1 : place / stride;
    }

    private void filter(int k, int l) {
        for (int n = 0; n < x[0]; n++) {
            for (int row = 0; row < y[2]; row++) {
                int i = row * strideDown + k - padDown;
                for (int column = 0; column < y[3] && i >= 0 && i < x[2]; column++) {
                    int j = column * strideAcross + l - padAcross;
                    if (j >= 0 && j < x[3]) {
                        add(place(x, n, 0, i, j), place(y, n, 0, row, column));
                    }
                }
            }
        }
    }

    private static int place(int[] sizes, int a, int b, int c, int d) {
        return ((a * sizes[1] + b) * sizes[2] + c) * sizes[3] + d;
    }

    private void add(int one, int other) {
        if (count == next.length) {
            next = Arrays.copyOf(next, 2 * count);
        }
        next[count++] = one;
        next[count++] = other;
    }
}
