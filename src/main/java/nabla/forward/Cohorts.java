package nabla.forward;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/** Entries of a node whose changes touch the same parts of all that is computed from it, as the entries of a column do of the right factor of a product. */
public final class Cohorts {

    private Cohorts() { }

    /**
     * The cohorts, in the order of their first entries.
     *
     * @param start the place of the node in the program
     * @return for each the positions of its entries in {@code entries}
     */
    public static List<int[]> of(Program program, int start, int[] entries) {
        List<int[]> uses = program.uses(start);
        Shape shape = program.node(start).shape();
        if (entries.length == 1 || uses.stream().anyMatch(use -> isScattered(program, use, shape))) {
            List<int[]> single = new ArrayList<>();
            for (int k = 0; k < entries.length; k++) {
                single.add(new int[] {k});
            }
            return single;
        }
        Map<List<Region>, List<Integer>> cohorts = new LinkedHashMap<>();
        for (int k = 0; k < entries.length; k++) {
            Region entry = Region.entry(shape, entries[k]);
            List<Region> touched = new ArrayList<>(uses.size());
            for (int[] use : uses) {
                Apply apply = (Apply) program.node(use[0]);
                touched.add(apply.op().touched(use[1], entry, apply));
            }
            cohorts.computeIfAbsent(touched, t -> new ArrayList<>()).add(k);
        }
        return cohorts.values().stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    /** Whether every entry touches another one. */
    private static boolean isScattered(Program program, int[] use, Shape shape) {
        return ((Apply) program.node(use[0])).op().elementwise() && program.node(use[0]).shape().equals(shape);
    }
}
