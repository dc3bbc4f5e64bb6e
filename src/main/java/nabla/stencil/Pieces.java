package nabla.stencil;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.forward.Cohorts;
import nabla.forward.Perturbations;
import nabla.forward.Program;
import nabla.forward.Seeds;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/**
 * The entries of a node in pieces, each evaluated at once, every entry by several steps. A piece is a part of a cohort; or several cohorts where
 * it is quicker to call each kernel once for all of them, though it then works on entries that some of the lanes leave as they are.
 *
 * @param list    for each piece the positions of its entries
 * @param numbers about how many numbers are computed for all of them
 */
record Pieces(List<int[]> list, long numbers) {

    /** How many numbers at once, so that they stay in the cache. */
    private static final int NUMBERS = 1 << 17;
    /** Fewer lanes than this are not worth the calls; unless there were very many numbers. */
    private static final int LEAST = 48;
    private static final int MOST_NUMBERS = 1 << 22;
    /** So many results are alive at the same time, as a rule. */
    private static final int ALIVE = 4;
    /** What it takes to begin with an entry of a result, and with a result, beside one number. */
    private static final int ENTRY = 64;
    private static final int RESULT = 256;

    /**
     * Cuts.
     *
     * @param plan  finds out what is touched
     * @param start the place of the node in the program
     * @param lanes how many there may be at once
     */
    static Pieces of(Perturbations plan, Program program, int start, int[] downstream, int[] entries, int steps, int lanes) {
        List<int[]> cohorts = Cohorts.of(program, start, entries);
        Cut cut = new Cut(plan, start, downstream, program.node(start).shape(), entries, steps, Math.max(1, lanes / steps));
        int together = cut.together(cohorts);
        List<int[]> pieces = new ArrayList<>();
        long numbers = 0;
        for (int from = 0; from < cohorts.size(); from += together) {
            int[] group = joined(cohorts.subList(from, Math.min(cohorts.size(), from + together)));
            if (from == 0 || group.length > 1) {
                cut.plan(group);
            }
            numbers += plan.size() * steps * group.length;
            int most = cut.most();
            for (int k = 0; k < group.length; k += most) {
                pieces.add(Arrays.copyOfRange(group, k, Math.min(group.length, k + most)));
            }
        }
        return new Pieces(pieces, numbers);
    }

    private static int[] joined(List<int[]> cohorts) {
        return cohorts.size() == 1 ? cohorts.get(0) : cohorts.stream().flatMapToInt(Arrays::stream).toArray();
    }

    /** A region around some of the entries, given by their positions. */
    static Region region(Shape shape, int[] entries, int[] piece) {
        Region region = Region.entry(shape, entries[piece[0]]);
        for (int k = 1; k < piece.length; k++) {
            region = region.union(Region.entry(shape, entries[piece[k]]));
        }
        return region;
    }

    private record Cut(Perturbations plan, int start, int[] downstream, Shape shape, int[] entries, int steps, int limit) {

        private void plan(int[] group) {
            plan.plan(new Seeds(new int[] {start}, new Region[] {region(shape, entries, group)}, new int[] {0, 1}, null, null), downstream);
        }

        /** How many of the entries planned for may be evaluated at once. */
        private int most() {
            long each = Math.max(1, Math.min(plan.size(), ALIVE * plan.widest())) * steps;
            return (int) Math.max(1, Math.min(limit, Math.max(NUMBERS / each, Math.min(LEAST / steps, MOST_NUMBERS / each))));
        }

        /** How many cohorts at once are quickest, as far as the first of them show. */
        private int together(List<int[]> cohorts) {
            int together = 1;
            double least = Double.POSITIVE_INFINITY;
            for (int k = 1; k <= cohorts.size(); k *= 2) {
                int[] group = joined(cohorts.subList(0, k));
                plan(group);
                double each = ((double) plan.size() * (ENTRY + steps * group.length) + RESULT * plan.count()) / group.length;
                if (group.length > most() || each >= least) {
                    break;
                }
                least = each;
                together = k;
            }
            return together;
        }
    }
}
