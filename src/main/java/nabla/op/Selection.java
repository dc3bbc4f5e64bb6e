package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/**
 * A map of indices: which entry of a whole stands at each place of a part. Slices, permutations, look-ups and the windows of a convolution are
 * such maps; {@link Gather} takes by one, {@link Scatter} puts back by it. A value: two of the same kind, shapes and key are equal.
 */
abstract class Selection {

    private final OpFacts facts;
    private final Shape whole;
    private final Shape part;
    private final Object key;
    /** Worked out when first asked for; another thread may do it again. */
    private int[] places;
    /** Where in {@link #takers} those of an entry of the whole begin. */
    private int[] starts;
    private int[] takers;

    /** From a whole to a part; {@code key} tells selections of one kind apart. */
    Selection(OpFacts facts, Shape whole, Shape part, Object key) {
        this.facts = facts;
        this.whole = whole;
        this.part = part;
        this.key = key;
    }

    /** For each entry of the part, line by line, that of the whole, or −1 for none. */
    abstract int[] find();

    /** How taking looks on paper. */
    abstract Formula taken(Formula whole);

    /** How putting back looks on paper. */
    abstract Formula put(Formula part);

    /** The adjoint of taking. */
    Node back(Node gradient) {
        return new Apply(null, new Scatter(this), List.of(gradient));
    }

    /** What is known of taking. */
    OpFacts facts() {
        return facts;
    }

    Shape whole() {
        return whole;
    }

    Shape part() {
        return part;
    }

    int[] places() {
        if (places == null) {
            places = find();
        }
        return places;
    }

    /** Where whole rows of a matrix are taken, which ones; null for any other map. */
    int[] rows() {
        int columns = whole.columns();
        if (!whole.isMatrix() || !part.isMatrix() || part.columns() != columns) {
            return null;
        }
        int[] rows = new int[part.rows()];
        for (int k = 0; k < part.count(); k++) {
            rows[k / columns] = places()[k] / columns;
            if (places[k] < 0 || places[k] % columns != k % columns || places[k] / columns != places[k - k % columns] / columns) {
                return null;
            }
        }
        return rows;
    }

    /** What of the part is taken from a box of the whole, as a box around it; null for nothing. */
    Region taken(Region box) {
        if (box.isAll(whole)) {
            return Region.all(part);
        }
        invert();
        Bounds bounds = new Bounds(part);
        for (int r = 0; r < box.lines(); r++) {
            int start = box.line(r) * whole.columns() + box.left();
            for (int k = starts[start]; k < starts[start + box.columns()]; k++) {
                bounds.include(takers[k]);
            }
        }
        return bounds.box();
    }

    /** Where in the whole a box of the part is put, as a box around it; null for nowhere. */
    Region put(Region box) {
        if (box.isAll(part)) {
            return Region.all(whole);
        }
        Bounds bounds = new Bounds(whole);
        for (int r = 0; r < box.lines(); r++) {
            int start = box.line(r) * part.columns() + box.left();
            for (int k = start; k < start + box.columns(); k++) {
                if (places()[k] >= 0) {
                    bounds.include(places[k]);
                }
            }
        }
        return bounds.box();
    }

    /** The entries of the part that an entry of the whole is taken to. */
    int[] takers(int entry) {
        invert();
        return Arrays.copyOfRange(takers, starts[entry], starts[entry + 1]);
    }

    private void invert() {
        if (takers != null) {
            return;
        }
        int[] counts = new int[whole.count() + 1];
        for (int place : places()) {
            counts[place + 1] += place < 0 ? 0 : 1;
        }
        for (int k = 0; k < whole.count(); k++) {
            counts[k + 1] += counts[k];
        }
        int[] next = counts.clone();
        int[] found = new int[counts[whole.count()]];
        for (int k = 0; k < places.length; k++) {
            if (places[k] >= 0) {
                found[next[places[k]]++] = k;
            }
        }
        starts = counts;
        takers = found;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Selection s && s.getClass() == getClass() && s.whole.equals(whole) && s.part.equals(part) && s.key.equals(key);
    }

    @Override
    public final int hashCode() {
        return 31 * (31 * whole.hashCode() + part.hashCode()) + key.hashCode();
    }

    /** The smallest box around some entries. */
    private static final class Bounds {

        private final Shape shape;
        private final int[] least;
        private final int[] most;

        private Bounds(Shape shape) {
            this.shape = shape;
            this.least = shape.sizes();
            this.most = new int[least.length];
        }

        private void include(int entry) {
            int rest = entry;
            for (int d = least.length - 1; d >= 0; d--) {
                int size = shape.size(d);
                int index = rest % size;
                rest /= size;
                least[d] = Math.min(least[d], index);
                most[d] = Math.max(most[d], index + 1);
            }
        }

        private Region box() {
            if (most[0] == 0) {
                return null;
            }
            for (int d = 0; d < most.length; d++) {
                most[d] -= least[d];
            }
            return Region.box(shape, least, most);
        }
    }
}
