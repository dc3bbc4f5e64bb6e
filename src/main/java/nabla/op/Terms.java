package nabla.op;

import nabla.op.Convolution.Face;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/**
 * The terms that an entry of a convolution, or of one of its adjoints, is the sum of: pairs of an entry of the first argument and one of the
 * second, told in runs within which both are equally far apart. A convolution along one dimension is one along two whose first has size 1.
 *
 * <pre>{@code
 * terms.of(entry);
 * while (terms.next()) {
 *     for (int t = 0; t < terms.length(); t++) {
 *         … terms.first() + t * terms.firstStep() … terms.second() + t * terms.secondStep() …
 *     }
 * }
 * }</pre>
 */
final class Terms {

    private final Face face;
    private final Box x;
    private final Box w;
    private final Box y;
    private final Box made;
    private final Box one;
    private final Box other;
    private final Span down;
    private final Span across;
    /** What is summed over beside places: channels of the input, of the output, or examples. */
    private final int from;
    private final int to;
    private final int firstApart;
    private final int secondApart;
    private int firstStart;
    private int secondStart;
    private int outer;
    private int inner;
    private int first;
    private int second;

    /** All terms. */
    Terms(Face face, Grid grid) {
        this(face, grid, null, null);
    }

    /** The terms with a part of the first argument and a part of the second; null is all of it. */
    Terms(Face face, Grid grid, Region firstPart, Region secondPart) {
        this.face = face;
        this.x = new Box(grid.shape(Face.INPUT), face == Face.INPUT ? null : firstPart);
        this.w = new Box(grid.shape(Face.FILTER), face == Face.FILTER ? null : secondPart);
        this.y = new Box(grid.shape(Face.OUTPUT), face == Face.INPUT ? firstPart : face == Face.FILTER ? secondPart : null);
        this.made = face == Face.OUTPUT ? y : face == Face.INPUT ? x : w;
        this.one = face == Face.INPUT ? y : x;
        this.other = face == Face.FILTER ? y : w;
        int last = grid.spatial() - 1;
        this.down = last == 0 ? new Span(2, 1, 0) : new Span(2, grid.stride().get(0), grid.pad().get(0));
        this.across = new Span(3, grid.stride().get(last), grid.pad().get(last));
        int firstSide = face == Face.FILTER ? 0 : 1;
        int secondSide = face == Face.OUTPUT ? 1 : 0;
        this.from = Math.max(one.from[firstSide], other.from[secondSide]);
        this.to = Math.min(one.to[firstSide], other.to[secondSide]);
        this.firstApart = one.steps[firstSide];
        this.secondApart = other.steps[secondSide];
    }

    /** A part of a tensor of four dimensions. */
    private static final class Box {
        private final int[] from = new int[4];
        private final int[] to = new int[4];
        private final int[] steps = new int[4];
        private final int[] size = new int[4];

        private Box(Shape shape, Region part) {
            int step = 1;
            for (int d = 3, in = shape.dimensions() - 1; d >= 0; d--) {
                boolean there = shape.dimensions() == 4 || d != 2;
                size[d] = there ? shape.size(in) : 1;
                from[d] = there && part != null ? part.from(in) : 0;
                to[d] = there && part != null ? from[d] + part.size(in) : size[d];
                steps[d] = step;
                step *= size[d];
                in -= there ? 1 : 0;
            }
        }

        private boolean contains(int index, int dimension) {
            return index >= from[dimension] && index < to[dimension];
        }
    }

    /** The terms along one dimension at a place there, equally far apart: i = o·stride + k − pad, where one of the three is given. */
    private final class Span {
        private final int dimension;
        private final int stride;
        private final int pad;
        private final int firstStep;
        private final int secondStep;
        private int first;
        private int second;
        private int count;

        private Span(int dimension, int stride, int pad) {
            this.dimension = dimension;
            this.stride = stride;
            this.pad = pad;
            this.firstStep = (face == Face.OUTPUT ? 1 : face == Face.INPUT ? -1 : stride) * one.steps[dimension];
            this.secondStep = (face == Face.INPUT ? stride : 1) * other.steps[dimension];
        }

        private void at(int place) {
            int d = dimension;
            int low;
            int high;
            switch (face) {
                case OUTPUT -> {
                    int start = place * stride - pad;
                    low = Math.max(w.from[d], x.from[d] - start);
                    high = Math.min(w.to[d], x.to[d] - start);
                    found(start + low, low, high - low);
                }
                case FILTER -> {
                    int start = place - pad;
                    low = Math.max(y.from[d], Math.floorDiv(x.from[d] - start + stride - 1, stride));
                    high = Math.min(y.to[d], Math.floorDiv(x.to[d] - start + stride - 1, stride));
                    found(low * stride + start, low, high - low);
                }
                default -> {
                    int end = place + pad;
                    low = Math.max(y.from[d], Math.floorDiv(end - w.to[d], stride) + 1);
                    high = Math.min(y.to[d] - 1, Math.floorDiv(end - w.from[d], stride));
                    found(high, end - high * stride, high - low + 1);
                }
            }
        }

        private void found(int index, int otherIndex, int number) {
            first = index * one.steps[dimension];
            second = otherIndex * other.steps[dimension];
            count = Math.max(0, number);
        }
    }

    /** Turns to the terms of an entry. */
    void of(int entry) {
        int number = entry / made.steps[0];
        int channel = entry / made.steps[1] % made.size[1];
        down.at(entry / made.steps[2] % made.size[2]);
        across.at(entry % made.size[3]);
        int firstIndex = face == Face.FILTER ? channel : number;
        int secondIndex = face == Face.OUTPUT ? channel : face == Face.FILTER ? number : channel;
        int firstSide = face == Face.FILTER ? 1 : 0;
        int secondSide = face == Face.OUTPUT ? 0 : 1;
        boolean any = down.count > 0 && across.count > 0 && one.contains(firstIndex, firstSide) && other.contains(secondIndex, secondSide);
        firstStart = firstIndex * one.steps[firstSide] + down.first + across.first;
        secondStart = secondIndex * other.steps[secondSide] + down.second + across.second;
        outer = any ? from : to;
        inner = -1;
    }

    /** Goes on to the next run; false behind the last. */
    boolean next() {
        if (++inner == down.count) {
            inner = 0;
            outer++;
        }
        first = firstStart + outer * firstApart + inner * down.firstStep;
        second = secondStart + outer * secondApart + inner * down.secondStep;
        return outer < to;
    }

    /** How many terms a run has. */
    int length() {
        return across.count;
    }

    /** The entry of the first argument in the first term of the run. */
    int first() {
        return first;
    }

    /** The entry of the second. */
    int second() {
        return second;
    }

    /** From the entry of the first argument in a term to that in the next. */
    int firstStep() {
        return across.firstStep;
    }

    /** The same of the second. */
    int secondStep() {
        return across.secondStep;
    }
}
