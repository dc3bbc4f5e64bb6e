package nabla.stencil;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.forward.Perturbations;
import nabla.forward.Reach;
import nabla.forward.Rounding;
import nabla.forward.Seeds;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.limit.Cores;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/**
 * The first samples of many small nodes of a long graph: what is computed from them is the same for most, so it is walked once for many of
 * them, side by side. A lane joins the walk at its node.
 */
public final class Sweeps {

    /** A node of more entries is looked at on its own. */
    private static final int SMALL = 4;
    /** A node from which all ways to the output are shorter, too. */
    private static final int LONG = 48;
    private static final int LANES = 1024;
    /** The noise of every so many entries from which all ways are long is measured: neighbours have about the same share of it. */
    private static final int APART = 256;
    /** And that of each entry from which there is a short way as well. Nodes beyond so many entries are looked at on their own. */
    private static final int NEAR = 256;

    /** The steps at which noise is measured. */
    private static final double[] NOISY = {Probe.NOISY[0], Probe.NOISY[2]};

    private final Trials trials;
    private final Values values;
    /** By place, how many operations lie on the shortest way from there to the output, and on the longest. */
    private final int[] shortest;
    private final int[] longest;
    private final Map<Node, FirstSamples> ready = new IdentityHashMap<>();

    /** An entry of a node; it is near where it has a short way to the output. */
    private record MovedEntry(Node node, int place, int index, int entry, double scale, boolean near) { }

    public Sweeps(Trials trials) {
        this.trials = trials;
        this.values = trials.values();
        this.shortest = Reach.ways(values.program(), trials.output());
        this.longest = Reach.longestWays(values.program(), trials.output());
    }

    /** Whether a graph of so many nodes may have a long way. */
    public static boolean pays(int nodes) {
        return nodes > 2 * LONG;
    }

    /** What is known of a node's entries. */
    public FirstSamples of(Node node) {
        return ready.remove(node);
    }

    /** Takes samples at these steps of those nodes that are small and far from the output, at the entries given. */
    public void take(Map<Node, int[]> nodes, double[] steps) {
        List<MovedEntry> moved = new ArrayList<>();
        int near = 0;
        for (Map.Entry<Node, int[]> each : nodes.entrySet()) {
            Node node = each.getKey();
            int[] entries = each.getValue();
            int place = trials.place(node);
            if (place >= 0 && entries.length > 0 && node.shape().count() <= SMALL && longest[place] >= LONG) {
                boolean isNear = shortest[place] < LONG;
                near += isNear ? entries.length : 0;
                if (!isNear || near <= NEAR) {
                    add(node, entries, isNear, moved);
                    ready.put(node, new FirstSamples(Trials.EntrySamples.of(steps.length, entries.length), new double[entries.length], new double[entries.length]));
                }
            }
        }
        moved.sort(Comparator.comparingInt(MovedEntry::place));
        int together = LANES / steps.length;
        Cores.share((moved.size() + together - 1) / together, next -> {
            Trials.Worker worker = trials.worker(new Perturbations(values, LANES));
            for (int share = next.getAsInt(); share >= 0; share = next.getAsInt()) {
                List<MovedEntry> part = moved.subList(share * together, Math.min(moved.size(), (share + 1) * together));
                worker.run(seeds(part, steps), from(part));
                trials.tell(part.size() * steps.length);
                for (int k = 0; k < part.size(); k++) {
                    Trials.EntrySamples taken = ready.get(part.get(k).node).taken();
                    for (int s = 0; s < steps.length; s++) {
                        taken.see(s, part.get(k).index, worker, k * steps.length + s);
                    }
                }
            }
        });
        measure(moved);
    }

    private void add(Node node, int[] entries, boolean near, List<MovedEntry> moved) {
        int place = trials.place(node);
        Tensor at = values.at(place);
        for (int k = 0; k < entries.length; k++) {
            moved.add(new MovedEntry(node, place, k, entries[k], Probe.scale(at.at(entries[k])), near));
        }
    }

    private int[] from(List<MovedEntry> part) {
        return IntStream.range(part.get(0).place, values.program().size()).toArray();
    }

    private Seeds seeds(List<MovedEntry> moved, double[] steps) {
        List<Integer> places = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Region> regions = new ArrayList<>();
        int[] entries = new int[moved.size() * steps.length];
        double[] amounts = new double[entries.length];
        for (int k = 0; k < moved.size(); k++) {
            MovedEntry each = moved.get(k);
            if (k == 0 || moved.get(k - 1).place != each.place) {
                places.add(each.place);
                starts.add(k * steps.length);
                regions.add(Region.all(each.node.shape()));
            }
            for (int s = 0; s < steps.length; s++) {
                entries[k * steps.length + s] = each.entry;
                amounts[k * steps.length + s] = steps[s] * each.scale;
            }
        }
        starts.add(entries.length);
        return new Seeds(places.stream().mapToInt(i -> i).toArray(), regions.toArray(Region[]::new), starts.stream().mapToInt(i -> i).toArray(),
                entries, amounts);
    }

    /** Measures the noise of all that are near, and of some of the others, spread evenly: in between they have the same share of the rise. */
    private void measure(List<MovedEntry> moved) {
        List<MovedEntry> near = moved.stream().filter(MovedEntry::near).toList();
        List<MovedEntry> far = moved.stream().filter(each -> !each.near).toList();
        int[] picked = IntStream.concat(IntStream.iterate(0, k -> k < far.size(), k -> k + APART), IntStream.of(far.size() - 1))
                .distinct().filter(k -> k >= 0).limit(LANES / NOISY.length - near.size()).toArray();
        List<MovedEntry> some = Stream.concat(near.stream(), Arrays.stream(picked).mapToObj(far::get))
                .sorted(Comparator.comparingInt(MovedEntry::place)).toList();
        if (some.isEmpty()) {
            return;
        }
        Map<MovedEntry, EntryNoise> noise = measured(some);
        near.forEach(each -> noise.get(each).tell(ready.get(each.node), each.index));
        for (int p = 0; p < picked.length; p++) {
            EntryNoise before = noise.get(far.get(picked[p]));
            EntryNoise after = noise.get(far.get(picked[Math.min(p + 1, picked.length - 1)]));
            for (MovedEntry each : far.subList(picked[p], p + 1 < picked.length ? picked[p + 1] : far.size())) {
                share(ready.get(each.node), each.index, before, after);
            }
        }
    }

    /**
     * The noise of an entry at two steps.
     *
     * @param large that at the larger step
     * @param small that at the smaller one
     * @param rise  of the output at the smaller one, without noise
     */
    private record EntryNoise(double large, double small, double rise) {

        private void tell(FirstSamples first, int index) {
            first.growing()[index] = Probe.FACTOR * large / NOISY[0];
            first.constant()[index] = Probe.FACTOR * small;
        }
    }

    private Map<MovedEntry, EntryNoise> measured(List<MovedEntry> some) {
        Seeds seeds = seeds(some, NOISY);
        Perturbations planned = new Perturbations(values, LANES);
        Trials.Worker still = trials.worker(planned);
        still.run(seeds, from(some));
        double[] off = new double[some.size() * NOISY.length];
        new Rounding(trials.moved(), LANES, trials.seed()).run(planned, (place, lanes) -> {
            for (int l = 0; l < off.length && place == trials.output(); l++) {
                off[l] = Math.max(off[l], Math.abs(lanes.get(0, 0)[l] - still.rise(l)));
            }
        });
        Map<MovedEntry, EntryNoise> noise = new HashMap<>();
        for (int k = 0; k < some.size(); k++) {
            noise.put(some.get(k), new EntryNoise(off[2 * k], off[2 * k + 1], still.rise(2 * k + 1)));
        }
        return noise;
    }

    /** The larger of what two neighbours have, in proportion to how steep it is there. */
    private static void share(FirstSamples first, int index, EntryNoise before, EntryNoise after) {
        double slope = Math.abs(first.taken().rise()[0][index] / Ladder.QUICK[0]);
        double growing = 0;
        double constant = 0;
        for (EntryNoise each : List.of(before, after)) {
            double steepness = Math.abs(each.rise / NOISY[1]);
            boolean flat = slope == 0 && steepness == 0 && each.large == 0 && each.small == 0;
            growing = Math.max(growing, flat ? 0 : each.large / NOISY[0] / steepness);
            constant = Math.max(constant, flat ? 0 : each.small / steepness);
        }
        first.growing()[index] = Probe.FACTOR * growing * slope;
        first.constant()[index] = Probe.FACTOR * constant * slope;
    }
}
