package nabla.op;

import nabla.graph.ShapeMismatch;

/**
 * One subscript as written, {@code 2} or {@code from:to:step}; what is left out is null, and negative numbers count from the end.
 *
 * @param single whether it is an index, {@code from}, and not a range
 */
public record Subscript(Integer from, Integer to, Integer step, boolean single) {

    /** Everything, {@code :}. */
    public static final Subscript ALL = range(null, null, null);

    /** One row or column, from 0. */
    public static Subscript at(int index) {
        return new Subscript(index, null, null, true);
    }

    public static Subscript range(Integer from, Integer to, Integer step) {
        return new Subscript(from, to, step, false);
    }

    /**
     * What it selects of so many rows or columns. Ranges are cut off at the ends, as in NumPy; an index is not.
     *
     * @throws ShapeMismatch if that is nothing
     */
    Strip of(int length, String what) {
        return of(length, what, what + "s");
    }

    Strip of(int length, String what, String several) {
        if (single) {
            int index = from < 0 ? from + length : from;
            if (index < 0 || index >= length) {
                throw new ShapeMismatch("index " + from + " is outside: there " + (length == 1 ? "is 1 " : "are " + length + " ")
                        + (length == 1 ? what : several), "indices count from 0 to " + (length - 1) + ", or from the end: -1 is the last");
            }
            return new Strip(length, index, 1, 1);
        }
        int by = step == null ? 1 : step;
        if (by == 0) {
            throw new ShapeMismatch("a range cannot have step 0", "from:to:step, for example ::2");
        }
        int start = end(from, by > 0 ? 0 : length - 1, length, by);
        int stop = end(to, by > 0 ? length : -1, length, by);
        long count = Math.max(0, ((long) stop - start + by - Integer.signum(by)) / by);
        if (count == 0) {
            throw new ShapeMismatch("the range " + this + " of " + length + " " + several + " is empty",
                    "from:to goes from the first to before the last, counted from 0");
        }
        return new Strip(length, start, (int) count, by);
    }

    private static int end(Integer written, int absent, int length, int by) {
        if (written == null) {
            return absent;
        }
        int end = written < 0 ? written + length : written;
        return by > 0 ? Math.max(0, Math.min(end, length)) : Math.max(-1, Math.min(end, length - 1));
    }

    @Override
    public String toString() {
        return (from == null ? "" : from) + (single ? "" : ":" + (to == null ? "" : to)) + (step == null ? "" : ":" + step);
    }
}
