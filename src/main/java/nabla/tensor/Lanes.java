package nabla.tensor;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Many changes of one tensor, side by side: a lane is one perturbation, and lane l of an entry is what that perturbation adds to the
 * entry. An entry is told by its line (of a matrix, its row) and its column. Only the entries of a region are held; outside it nothing
 * changes. The lanes of an entry are one array, whose length may exceed {@link #count}, so that kernels are loops over arrays indexed by
 * the bare loop variable, which the JIT compiler turns into vector instructions.
 *
 * <p>Changes that begin with one entry a lane are held as what they are until somebody asks for arrays.
 */
public final class Lanes {

    private static final double[][] NONE = {};

    private final LaneStore store;
    private int wide;
    private Region region;
    private double[][] changes = NONE;
    /** Which arrays belong to other lanes. */
    private boolean[] lent = {};
    private boolean borrows;
    private boolean spread;
    private int[] entries;
    private double[] amounts;

    /** With arrays from a store. */
    public Lanes(LaneStore store) {
        this.store = store;
    }

    /** Begins anew, for changes of a region of a tensor; nothing is known of them yet. */
    public void open(Shape whole, Region changed) {
        wide = whole.columns();
        region = changed;
        entries = null;
        amounts = null;
        borrows = false;
        spread = true;
        int area = changed.area();
        if (changes.length < area) {
            changes = new double[area][];
            lent = new boolean[area];
        }
    }

    /**
     * Begins anew, for one entry a lane.
     *
     * @param moved   for each lane the entry, counted line by line; all within the region
     * @param amount  for each lane what is added to it
     */
    public void open(Shape whole, Region changed, int[] moved, double[] amount) {
        open(whole, changed);
        entries = moved;
        amounts = amount;
        spread = false;
    }

    /** How many lanes. */
    public int count() {
        return store.count();
    }

    /** Outside of it nothing changes. */
    public Region region() {
        return region;
    }

    /** Where each lane changes one entry and it is known which: that entry. Null otherwise. */
    public int[] entries() {
        return spread ? null : entries;
    }

    /** What is added to those entries. */
    public double[] amounts() {
        return amounts;
    }

    /** The lanes of an entry, to be read; null where it does not change. */
    public double[] get(int line, int column) {
        int place = region.place(line);
        if (place < 0 || column < region.left() || column >= region.left() + region.columns()) {
            return null;
        }
        spread();
        return changes[place * region.columns() + column - region.left()];
    }

    /** The same of an entry that is counted line by line. */
    public double[] get(int entry) {
        return get(entry / wide, entry % wide);
    }

    /** An array for the lanes of an entry, to be written; its old content is meaningless. */
    public double[] own(int entry) {
        return own(entry / wide, entry % wide);
    }

    public double[] own(int line, int column) {
        int place = place(line, column);
        if (changes[place] == null || lent[place]) {
            changes[place] = store.take();
            lent[place] = false;
        }
        return changes[place];
    }

    /** The same, all zeros. */
    public double[] cleared(int line, int column) {
        double[] own = own(line, column);
        Arrays.fill(own, 0, count(), 0);
        return own;
    }

    /** Gives an entry the lanes of an entry of an argument as they are; null for no change. */
    public void share(int line, int column, double[] same) {
        if (same == null) {
            cleared(line, column);
            return;
        }
        int place = place(line, column);
        if (changes[place] != null && !lent[place]) {
            store.give(changes[place]);
        }
        changes[place] = same;
        lent[place] = true;
        borrows = true;
    }

    /** Where an entry gets its lanes from. */
    public interface Source {

        /** The lanes of an entry of an argument, or null for no change. */
        double[] at(int line, int column);
    }

    /** Every entry of the region changes as an entry of an argument does. */
    public void fill(Source source) {
        for (int r = 0; r < region.lines(); r++) {
            int i = region.line(r);
            for (int j = region.left(); j < region.left() + region.columns(); j++) {
                share(i, j, source.at(i, j));
            }
        }
    }

    /** Adds to one entry in each of the lanes from one to another; entries that share their arrays get their own. */
    public void add(int[] moved, double[] amount, int from, int to) {
        for (int l = from; l < to; l++) {
            int place = place(moved[l] / wide, moved[l] % wide);
            separate(place);
            changes[place][l] += amount[l];
        }
    }

    /** Changes the lanes of every entry in place, as rounding does; those of arguments stay as they are. */
    public void change(Consumer<double[]> change) {
        for (int k = 0; k < region.area(); k++) {
            separate(k);
            change.accept(changes[k]);
        }
    }

    private void separate(int place) {
        if (lent[place]) {
            double[] copy = store.take();
            System.arraycopy(changes[place], 0, copy, 0, count());
            changes[place] = copy;
            lent[place] = false;
        }
    }

    /** Whether some arrays are those of an argument, which has to stay open as long as this. */
    public boolean borrows() {
        return borrows;
    }

    /** Copies the arrays that are those of an argument. */
    public void separate() {
        for (int k = 0; k < region.area() && borrows; k++) {
            separate(k);
        }
        borrows = false;
    }

    public boolean isOpen() {
        return region != null;
    }

    /** The arrays go back to the store. */
    public void close() {
        int area = region == null ? 0 : region.area();
        for (int k = 0; k < area; k++) {
            if (changes[k] != null && !lent[k]) {
                store.give(changes[k]);
            }
            changes[k] = null;
            lent[k] = false;
        }
        region = null;
    }

    /** Scratch space for a kernel, by number. */
    public double[] scratch(int number) {
        return store.scratch(number);
    }

    private int place(int line, int column) {
        return region.place(line) * region.columns() + column - region.left();
    }

    private void spread() {
        if (!spread) {
            spread = true;
            for (int r = 0; r < region.lines(); r++) {
                for (int j = 0; j < region.columns(); j++) {
                    cleared(region.line(r), region.left() + j);
                }
            }
            add(entries, amounts, 0, count());
        }
    }
}
