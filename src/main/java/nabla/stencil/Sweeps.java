package nabla.stencil;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    /** A node with a shorter way to the output, too. */
    private static final int LONG = 48;
    private static final int LANES = 1024;
    /** The noise of every so many entries is measured. */
    private static final int APART = 256;

    private final Trials trials;
    private final Values values;
    /** By place, how many operations lie on the shortest way from there to the output. */
    private final int[] ways;
    private final Map<Node, FirstSamples> ready = new IdentityHashMap<>();

    /** An entry of a node. */
    private record MovedEntry(Node node, int place, int index, int entry, double scale) { }

    public Sweeps(Trials trials) {
        this.trials = trials;
        this.values = trials.values();
        this.ways = Reach.ways(values.program(), trials.output());
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
        nodes.forEach((node, entries) -> {
            int place = trials.place(node);
            if (place >= 0 && entries.length > 0 && node.shape().count() <= SMALL && ways[place] >= LONG && ways[place] < Integer.MAX_VALUE) {
                Tensor at = values.at(place);
                for (int k = 0; k < entries.length; k++) {
                    moved.add(new MovedEntry(node, place, k, entries[k], Probe.scale(at.at(entries[k]))));
                }
                ready.put(node, new FirstSamples(Trials.EntrySamples.of(steps.length, entries.length), new double[entries.length], new double[entries.length]));
            }
        });
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

    /** Measures the noise of some, spread evenly; in between it has the same share of the rise, as far as the larger of two neighbours has it. */
    private void measure(List<MovedEntry> moved) {
        double[] steps = {Probe.NOISY[0], Probe.NOISY[2]};
        int[] picked = IntStream.concat(IntStream.iterate(0, k -> k < moved.size(), k -> k + APART), IntStream.of(moved.size() - 1))
                .distinct().filter(k -> k >= 0).limit(LANES / steps.length).toArray();
        if (picked.length == 0) {
            return;
        }
        List<MovedEntry> some = Arrays.stream(picked).mapToObj(moved::get).toList();
        Seeds seeds = seeds(some, steps);
        Trials.Worker still = trials.worker(new Perturbations(values, LANES));
        still.run(seeds, from(some));
        double[] off = new double[some.size() * steps.length];
        new Rounding(trials.moved(), LANES, trials.seed()).run(seeds, from(some), (place, lanes) -> {
            for (int l = 0; l < off.length && place == trials.output(); l++) {
                off[l] = Math.max(off[l], Math.abs(lanes.get(0, 0)[l] - still.rise(l)));
            }
        });
        for (int p = 0; p < picked.length; p++) {
            int end = p + 1 < picked.length ? picked[p + 1] : moved.size();
            for (int k = picked[p]; k < end; k++) {
                share(moved.get(k), off, still, p, Math.min(p + 1, picked.length - 1));
            }
        }
    }

    private void share(MovedEntry each, double[] off, Trials.Worker still, int before, int after) {
        FirstSamples first = ready.get(each.node);
        double slope = Math.abs(first.taken().rise()[0][each.index] / Ladder.QUICK[0]);
        double growing = 0;
        double constant = 0;
        for (int p : new int[] {before, after}) {
            double steepness = Math.abs(still.rise(2 * p + 1) / Probe.NOISY[2]);
            boolean flat = slope == 0 && steepness == 0 && off[2 * p] == 0 && off[2 * p + 1] == 0;
            growing = Math.max(growing, flat ? 0 : off[2 * p] / Probe.NOISY[0] / steepness);
            constant = Math.max(constant, flat ? 0 : off[2 * p + 1] / steepness);
        }
        first.growing()[each.index] = Probe.FACTOR * growing * slope;
        first.constant()[each.index] = Probe.FACTOR * constant * slope;
    }
}
