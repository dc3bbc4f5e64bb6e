package nabla.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nabla.graph.Node;
import nabla.graph.Places;

/**
 * Which entries are verified: all, or N of each leaf and N of all inner nodes together. Of very many leaves, when not all entries are
 * asked for, some are drawn: verifying each takes a walk over what depends on it.
 */
final class EntrySelection {

    private static final int LEAVES = 1000;
    private static final int[] NONE = {};

    private final int sample;
    private final SplittableRandom random;
    private final List<Node> inner;
    /** Of the inner nodes that were drawn. */
    private final Map<Node, TreeSet<Integer>> entries = new IdentityHashMap<>();
    private final Places passed = new Places();

    /**
     * Chooses.
     *
     * @param sample how many; 0 or less for all
     * @param leaves those with a gradient
     * @param inner  the inner nodes
     */
    EntrySelection(int sample, List<? extends Node> leaves, List<? extends Node> inner, long seed) {
        this.sample = sample;
        this.random = new SplittableRandom(seed);
        long[] ends = new long[inner.size()];
        long total = 0;
        for (int i = 0; i < ends.length; i++) {
            total += inner.get(i).shape().count();
            ends[i] = total;
        }
        TreeMap<Integer, Node> chosen = new TreeMap<>();
        for (int drawn = 0; drawn < sample && total > 0; drawn++) {
            long place = random.nextLong(total);
            int i = Arrays.binarySearch(ends, place + 1);
            i = i < 0 ? -i - 1 : i;
            int entry = (int) (place - (ends[i] - inner.get(i).shape().count()));
            chosen.put(i, inner.get(i));
            entries.computeIfAbsent(inner.get(i), n -> new TreeSet<>()).add(entry);
        }
        this.inner = sample <= 0 ? List.copyOf(inner) : List.copyOf(chosen.values());
        if (sample > 0 && leaves.size() > LEAVES) {
            List<Node> shuffled = new ArrayList<>(leaves);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.subList(LEAVES, shuffled.size()).forEach(leaf -> passed.add(leaf, 0));
        }
    }

    /** How many of so many entries of a leaf. */
    int of(int count) {
        return sample <= 0 ? count : Math.min(count, sample);
    }

    /** The entries of a leaf to verify. */
    int[] ofLeaf(Node leaf) {
        if (passed.contains(leaf)) {
            return NONE;
        }
        int count = leaf.shape().count();
        if (sample <= 0 || sample >= count) {
            return IntStream.range(0, count).toArray();
        }
        List<Integer> drawn = new ArrayList<>(new TreeSet<>(random.ints(4L * sample, 0, count).boxed().limit(sample).toList()));
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The inner nodes of which entries are verified, in their order. */
    List<Node> inner() {
        return inner;
    }

    /** The entries of one of them to verify. */
    int[] ofInner(Node node) {
        return sample <= 0 ? IntStream.range(0, node.shape().count()).toArray() : entries.get(node).stream().mapToInt(Integer::intValue).toArray();
    }
}
