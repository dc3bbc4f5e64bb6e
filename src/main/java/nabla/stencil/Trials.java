package nabla.stencil;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import nabla.forward.Cohorts;
import nabla.forward.Perturbations;
import nabla.forward.Program;
import nabla.forward.Rounding;
import nabla.forward.Seeds;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.limit.Cores;
import nabla.limit.Progress;
import nabla.point.Branches;
import nabla.point.Crossing;
import nabla.point.Watch;
import nabla.tensor.Lanes;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/** Takes samples of the output, many side by side, on all cores that are idle. */
public final class Trials {

    /** How many lanes at once. */
    private static final int LANES = 256;
    /** How many numbers at once, so that they stay in the cache. */
    private static final int NUMBERS = 1 << 17;
    /** Work of fewer numbers than this is not worth another thread. */
    private static final long SMALL = 1 << 21;

    private final Program program;
    private final Values values;
    private final Node root;
    private final int output;
    private final long seed;
    /** By place of the program, the guards whose distance is computed there; null for none. */
    private final Watch[][] watches;
    private final Deque<Perturbations> idle = new ArrayDeque<>();
    private Rounding rounding;
    private Progress progress = Progress.NONE;

    public Trials(Node root, Values original, Branches branches, Map<Input, Tensor> point, long seed) {
        List<Node> roots = new ArrayList<>(List.of(root));
        branches.watches().forEach(watch -> roots.add(watch.guard().distance()));
        this.root = root;
        this.seed = seed;
        this.program = new Program(roots, original, point);
        this.values = program.values();
        this.output = values.tape().index(program.of(root));
        this.watches = new Watch[values.tape().size()][];
        for (Watch watch : branches.watches()) {
            int place = values.tape().index(program.of(watch.guard().distance()));
            Watch[] before = watches[place] == null ? new Watch[0] : watches[place];
            watches[place] = Arrays.copyOf(before, before.length + 1);
            watches[place][before.length] = watch;
        }
    }

    public void telling(Progress told) {
        progress = told;
    }

    Node root() {
        return root;
    }

    Values values() {
        return values;
    }

    /** The place of the root. */
    int output() {
        return output;
    }

    /** The place of a node, or −1. */
    int place(Node node) {
        return values.tape().index(program.of(node));
    }

    long seed() {
        return seed;
    }

    Worker worker(Perturbations own, int lanes) {
        return new Worker(own, lanes);
    }

    /** What samples say of an entry: by how much the output rises, and on which branch it is. One array a step, one place in it an entry. */
    record Taken(double[][] rise, byte[][] place) {

        private void see(Piece piece, Worker worker) {
            for (int s = 0; s < rise.length; s++) {
                for (int i = 0; i < piece.count; i++) {
                    see(s, piece.cohort[piece.first + i], worker, s * piece.count + i);
                }
            }
        }

        /** Takes the sample of an entry from a lane. */
        void see(int step, int entry, Worker worker, int lane) {
            rise[step][entry] = worker.rises[lane];
            place[step][entry] = Double.isFinite(worker.rises[lane]) ? worker.places[lane] : Crossing.OUTSIDE;
        }
    }

    /** Some entries of a cohort. */
    private record Piece(int[] cohort, int first, int count) { }

    /** Moves each of some entries of a node by each step times its scale. */
    Taken take(Node node, int[] entries, double[] scales, double[] steps) {
        int start = place(node);
        int[] downstream = downstream(start);
        Taken taken = new Taken(new double[steps.length][entries.length], new byte[steps.length][entries.length]);
        List<Piece> pieces = new ArrayList<>();
        long numbers = pieces(node, start, downstream, entries, steps.length, pieces);
        int together = Math.max(1, Math.min(64, pieces.size() / 64));
        int shares = numbers < SMALL ? 1 : (pieces.size() + together - 1) / together;
        int each = (pieces.size() + shares - 1) / shares;
        Cores.share(shares, next -> {
            Worker worker = new Worker(borrow(), LANES);
            for (int share = next.getAsInt(); share >= 0; share = next.getAsInt()) {
                for (int k = share * each; k < Math.min(pieces.size(), (share + 1) * each); k++) {
                    Piece piece = pieces.get(k);
                    worker.run(seeds(node, start, entries, scales, steps, piece), downstream);
                    taken.see(piece, worker);
                    tell(steps.length * piece.count);
                }
            }
            giveBack(worker.own);
        });
        return taken;
    }

    private int[] downstream(int start) {
        int[] after = values.tape().downstream(start);
        int[] all = new int[after.length + 1];
        all[0] = start;
        System.arraycopy(after, 0, all, 1, after.length);
        return all;
    }

    /** Cuts cohorts to pieces that are evaluated at once; returns how many numbers are computed for all of them. */
    private long pieces(Node node, int start, int[] downstream, int[] entries, int steps, List<Piece> pieces) {
        Perturbations plan = borrow();
        long numbers = 0;
        List<int[]> cohorts = Cohorts.of(values.tape(), start, entries);
        long size = 0;
        for (int[] cohort : cohorts) {
            if (size == 0 || cohort.length > 1) {
                Region first = Region.entry(node.shape(), entries[cohort[0]]);
                plan.plan(new Seeds(new int[] {start}, new Region[] {first}, new int[] {0, 1}, null, null), downstream);
                size = plan.size();
            }
            numbers += size * steps * cohort.length;
            long most = Math.max(1, Math.min(LANES / steps, NUMBERS / Math.max(1, size * steps)));
            for (int from = 0; from < cohort.length; from += (int) most) {
                pieces.add(new Piece(cohort, from, (int) Math.min(most, cohort.length - from)));
            }
        }
        giveBack(plan);
        return numbers;
    }

    synchronized void tell(int samples) {
        for (int k = 0; k < samples; k++) {
            progress.step();
        }
    }

    /** What one thread evaluates with. */
    final class Worker {
        private final Perturbations own;
        private final double[] rises;
        private final byte[] places;

        private Worker(Perturbations own, int lanes) {
            this.own = own;
            this.rises = new double[lanes];
            this.places = new byte[lanes];
        }

        /** By how much the output rose in a lane. */
        double rise(int lane) {
            return rises[lane];
        }

        void run(Seeds seeds, int[] downstream) {
            Arrays.fill(rises, 0);
            Arrays.fill(places, Crossing.SAME);
            own.plan(seeds, downstream);
            own.run(this::see, null);
        }

        private void see(int place, Lanes lanes) {
            if (place == output) {
                System.arraycopy(lanes.get(0, 0), 0, rises, 0, lanes.count());
            }
            for (int k = 0; watches[place] != null && k < watches[place].length; k++) {
                watches[place][k].place(values.of(values.tape().node(place)), lanes, places);
            }
        }
    }

    private Seeds seeds(Node node, int start, int[] entries, double[] scales, double[] steps, Piece piece) {
        int lanes = steps.length * piece.count;
        int[] moved = new int[lanes];
        double[] amounts = new double[lanes];
        Region region = null;
        for (int i = 0; i < piece.count; i++) {
            int at = piece.cohort[piece.first + i];
            Region entry = Region.entry(node.shape(), entries[at]);
            region = region == null ? entry : region.union(entry);
            for (int s = 0; s < steps.length; s++) {
                moved[s * piece.count + i] = entries[at];
                amounts[s * piece.count + i] = steps[s] * scales[at];
            }
        }
        return new Seeds(new int[] {start}, new Region[] {region}, new int[] {0, lanes}, moved, amounts);
    }

    /**
     * The noise of the rises of some entries of a node, measured: by step, then by entry; NaN where there is no value.
     *
     * @param picked which of the entries
     */
    double[][] noise(Node node, int[] entries, double[] scales, int[] picked, double[] steps) {
        rounding = rounding != null ? rounding : new Rounding(values, LANES, seed);
        int start = place(node);
        int[] downstream = downstream(start);
        double[][] noise = new double[steps.length][picked.length];
        Worker worker = new Worker(borrow(), LANES);
        for (int p = 0; p < picked.length; p++) {
            int at = p;
            Seeds seeds = seeds(node, start, entries, scales, steps, new Piece(picked, p, 1));
            worker.run(seeds, downstream);
            rounding.run(seeds, downstream, (place, lanes) -> {
                for (int s = 0; s < steps.length && place == output; s++) {
                    noise[s][at] = Math.max(noise[s][at], Math.abs(lanes.get(0, 0)[s] - worker.rises[s]));
                }
            });
        }
        giveBack(worker.own);
        return noise;
    }

    private synchronized Perturbations borrow() {
        Perturbations own = idle.poll();
        return own != null ? own : new Perturbations(values, LANES);
    }

    private synchronized void giveBack(Perturbations own) {
        idle.push(own);
    }
}
