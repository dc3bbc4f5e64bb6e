package nabla.op;

import java.util.Arrays;
import nabla.op.Convolution.Face;
import nabla.tensor.Offsets;
import nabla.tensor.Shape;

/**
 * The terms that an entry of a convolution, or of one of its adjoints, is the sum of: pairs of an entry of the first argument and one of the
 * second. A convolution along one dimension is one along two whose first has size 1.
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
    private int[] first = new int[64];
    private int[] second = new int[64];
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
    }

    private static int[] four(Shape shape) {
        return shape.dimensions() == 4 ? shape.sizes() : new int[] {shape.size(0), shape.size(1), 1, shape.size(2)};
    }

    int[] first() {
        return first;
    }

    int[] second() {
        return second;
    }

    /** Finds the terms of an entry, and says how many there are. */
    int of(int entry) {
        count = 0;
        int[] made = face == Face.OUTPUT ? y : face == Face.INPUT ? x : w;
        int column = entry % made[3];
        int row = entry / made[3] % made[2];
        int channel = entry / made[3] / made[2] % made[1];
        int number = entry / made[3] / made[2] / made[1];
        switch (face) {
            case OUTPUT -> output(number, channel, row, column);
            case INPUT -> input(number, channel, row, column);
            default -> filter(number, channel, row, column);
        }
        return count;
    }

    private void output(int n, int f, int row, int column) {
        for (int c = 0; c < x[1]; c++) {
            for (int k = 0; k < w[2]; k++) {
                int i = row * strideDown + k - padDown;
                for (int l = 0; l < w[3] && i >= 0 && i < x[2]; l++) {
                    int j = column * strideAcross + l - padAcross;
                    if (j >= 0 && j < x[3]) {
                        add(place(x, n, c, i, j), place(w, f, c, k, l));
                    }
                }
            }
        }
    }

    private void input(int n, int c, int i, int j) {
        for (int f = 0; f < w[0]; f++) {
            for (int k = 0; k < w[2]; k++) {
                int row = step(i + padDown - k, strideDown, y[2]);
                for (int l = 0; l < w[3] && row >= 0; l++) {
                    int column = step(j + padAcross - l, strideAcross, y[3]);
                    if (column >= 0) {
                        add(place(y, n, f, row, column), place(w, f, c, k, l));
                    }
                }
            }
        }
    }

    /** Which window begins at a place; −1 for none. */
    private static int step(int place, int stride, int steps) {
        return place < 0 || place % stride != 0 || place / stride >= steps ? -1 : place / stride;
    }

    private void filter(int f, int c, int k, int l) {
        for (int n = 0; n < x[0]; n++) {
            for (int row = 0; row < y[2]; row++) {
                int i = row * strideDown + k - padDown;
                for (int column = 0; column < y[3] && i >= 0 && i < x[2]; column++) {
                    int j = column * strideAcross + l - padAcross;
                    if (j >= 0 && j < x[3]) {
                        add(place(x, n, c, i, j), place(y, n, f, row, column));
                    }
                }
            }
        }
    }

    private static int place(int[] sizes, int a, int b, int c, int d) {
        return ((a * sizes[1] + b) * sizes[2] + c) * sizes[3] + d;
    }

    private void add(int one, int other) {
        if (count == first.length) {
            first = Arrays.copyOf(first, 2 * count);
            second = Arrays.copyOf(second, 2 * count);
        }
        first[count] = one;
        second[count++] = other;
    }
}
