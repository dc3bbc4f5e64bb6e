package nabla.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nabla.graph.Node;

/** Which entries are verified: all, or N of each leaf and N of all inner nodes together. */
final class Selection {

    private static final int[] NONE = {};

    private final int sample;
    private final SplittableRandom random;
    private final Map<Node, TreeSet<Integer>> inner = new IdentityHashMap<>();

    /**
     * Chooses.
     *
     * @param sample how many; 0 for all
     * @param inner  the inner nodes
     */
    Selection(int sample, List<? extends Node> inner, long seed) {
        this.sample = sample;
        this.random = new SplittableRandom(seed);
        long[] ends = new long[inner.size()];
        long total = 0;
        for (int i = 0; i < ends.length; i++) {
            total += inner.get(i).shape().count();
            ends[i] = total;
        }
        for (int drawn = 0; drawn < sample && total > 0; drawn++) {
            long place = random.nextLong(total);
            int i = Arrays.binarySearch(ends, place + 1);
            i = i < 0 ? -i - 1 : i;
            int entry = (int) (place - (ends[i] - inner.get(i).shape().count()));
            this.inner.computeIfAbsent(inner.get(i), n -> new TreeSet<>()).add(entry);
        }
    }

    /** The entries of a leaf to verify. */
    int[] ofLeaf(Node leaf) {
        int count = leaf.shape().count();
        if (sample == 0 || sample >= count) {
            return IntStream.range(0, count).toArray();
        }
        List<Integer> drawn = new ArrayList<>(new TreeSet<>(random.ints(4L * sample, 0, count).boxed().limit(sample).toList()));
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The entries of an inner node to verify. */
    int[] ofInner(Node node) {
        if (sample == 0) {
            return IntStream.range(0, node.shape().count()).toArray();
        }
        TreeSet<Integer> entries = inner.get(node);
        return entries == null ? NONE : entries.stream().mapToInt(Integer::intValue).toArray();
    }
}
