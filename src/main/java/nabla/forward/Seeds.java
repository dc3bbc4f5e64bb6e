package nabla.forward;

import nabla.tensor.Region;

/**
 * Where perturbations begin: nodes by their place in the program, in order; for each a stretch of lanes, and for each lane the entry that is
 * moved and by how much.
 */
public final class Seeds {

    private final int[] places;
    private final Region[] regions;
    /** The lanes of seed k are those from starts[k] to starts[k + 1]. */
    private final int[] starts;
    private final int[] entries;
    private final double[] amounts;

    /**
     * Seeds.
     *
     * @param regions for each place one around all entries that are moved
     * @param starts  for each place its first lane; then how many there are
     */
    public Seeds(int[] places, Region[] regions, int[] starts, int[] entries, double[] amounts) {
        this.places = places;
        this.regions = regions;
        this.starts = starts;
        this.entries = entries;
        this.amounts = amounts;
    }

    int count() {
        return places.length;
    }

    public int lanes() {
        return starts[places.length];
    }

    int place(int k) {
        return places[k];
    }

    Region region(int k) {
        return regions[k];
    }

    int from(int k) {
        return starts[k];
    }

    int to(int k) {
        return starts[k + 1];
    }

    int[] entries() {
        return entries;
    }

    double[] amounts() {
        return amounts;
    }
}
