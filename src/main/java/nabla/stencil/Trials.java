package nabla.stencil;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import nabla.forward.Perturbations;
import nabla.forward.Rounding;
import nabla.forward.Seeds;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.limit.Cores;
import nabla.limit.Progress;
import nabla.point.Branches;
import nabla.point.Crossing;
import nabla.point.Watch;
import nabla.tensor.Lanes;
import nabla.tensor.Region;

/** Takes samples of the output, many side by side, on all cores that are idle. */
public final class Trials {

    /** How many lanes at once. */
    private static final int LANES = 256;
    /** Work of fewer numbers than this is not worth another thread. */
    private static final long SMALL = 1 << 21;

    private final Values values;
    private final Node root;
    private final int output;
    private final long seed;
    /** By place of the program, the guards whose distance is computed there; null for none. */
    private final Watch[][] watches;
    private final Deque<Worker> idle = new ArrayDeque<>();
    /** The values, moved as rounding may; null until they are asked for. */
    private List<Values> moved;
    private Progress progress = Progress.NONE;

    /** Of a root; the distances of the branches are in the program of the values too. */
    public Trials(Node root, Values values, Branches branches, long seed) {
        this.root = root;
        this.seed = seed;
        this.values = values;
        this.output = values.program().index(root);
        this.watches = new Watch[values.program().size()][];
        for (Watch watch : branches.watches()) {
            int place = values.program().index(watch.guard().distance());
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
        return values.program().index(node);
    }

    long seed() {
        return seed;
    }

    Worker worker(Perturbations own) {
        return new Worker(own);
    }

    /** What samples say of an entry: by how much the output rises, and on which branch it is, by kind and by number. One array a step, one place in it an entry. */
    record EntrySamples(double[][] rise, byte[][] place, long[][] signature) {

        static EntrySamples of(int steps, int entries) {
            return new EntrySamples(new double[steps][entries], new byte[steps][entries], new long[steps][entries]);
        }

        /** Takes the samples of some entries, whose lanes are side by side. */
        private void see(int step, int[] entries, Worker worker, int lane) {
            for (int k = 0; k < entries.length; k++) {
                see(step, entries[k], worker, lane + k);
            }
        }

        /** Takes the sample of an entry from a lane. */
        void see(int step, int entry, Worker worker, int lane) {
            rise[step][entry] = worker.rises[lane];
            place[step][entry] = Double.isFinite(worker.rises[lane]) ? worker.places[lane] : Crossing.OUTSIDE;
            signature[step][entry] = worker.signatures[lane];
        }
    }

    /** What is moved: some entries of a node, each by every step times its scale. */
    private record Moves(Node node, int start, int[] downstream, int[] entries, double[] scales, double[] steps) {

        /** For a piece: lane s·n + i is entry i of n, moved by step s. */
        private Seeds seeds(int[] piece) {
            int lanes = steps.length * piece.length;
            int[] moved = new int[lanes];
            double[] amounts = new double[lanes];
            for (int s = 0, l = 0; s < steps.length; s++) {
                for (int i = 0; i < piece.length; i++, l++) {
                    moved[l] = entries[piece[i]];
                    amounts[l] = steps[s] * scales[piece[i]];
                }
            }
            return new Seeds(new int[] {start}, new Region[] {Pieces.region(node.shape(), entries, piece)}, new int[] {0, lanes}, moved, amounts);
        }
    }

    private Moves moves(Node node, int[] entries, double[] scales, double[] steps) {
        int start = place(node);
        int[] after = values.program().downstream(start);
        int[] all = new int[after.length + 1];
        all[0] = start;
        System.arraycopy(after, 0, all, 1, after.length);
        return new Moves(node, start, all, entries, scales, steps);
    }

    /** Moves each of some entries of a node by each step times its scale. */
    EntrySamples take(Node node, int[] entries, double[] scales, double[] steps) {
        Moves moves = moves(node, entries, scales, steps);
        EntrySamples taken = EntrySamples.of(steps.length, entries.length);
        each(moves, 1, (worker, piece) -> {
            worker.run(moves.seeds(piece), moves.downstream);
            for (int s = 0; s < steps.length; s++) {
                taken.see(s, piece, worker, s * piece.length);
            }
            tell(steps.length * piece.length);
        });
        return taken;
    }

    /** Evaluates pieces, on several cores where they are many. */
    private void each(Moves moves, int times, BiConsumer<Worker, int[]> work) {
        Worker planner = borrow();
        Pieces pieces = Pieces.of(planner.own, values.program(), moves.start, moves.downstream, moves.entries, moves.steps.length, LANES);
        giveBack(planner);
        List<int[]> list = pieces.list();
        int together = Math.max(1, Math.min(64, list.size() / 64));
        int shares = times * pieces.numbers() < SMALL ? 1 : (list.size() + together - 1) / together;
        int each = (list.size() + shares - 1) / shares;
        Cores.share(shares, next -> {
            Worker worker = borrow();
            for (int share = next.getAsInt(); share >= 0; share = next.getAsInt()) {
                list.subList(share * each, Math.min(list.size(), (share + 1) * each)).forEach(piece -> work.accept(worker, piece));
            }
            giveBack(worker);
        });
    }

    synchronized void tell(int samples) {
        for (int k = 0; k < samples; k++) {
            progress.step();
        }
    }

    /** What one thread evaluates with. */
    final class Worker {
        private final Perturbations own;
        private double[] rises = {};
        private byte[] places = {};
        private long[] signatures = {};
        private Rounding rounding;

        private Worker(Perturbations own) {
            this.own = own;
        }

        /** By how much the output rose in a lane. */
        double rise(int lane) {
            return rises[lane];
        }

        private void clear(int lanes) {
            if (rises.length < lanes) {
                rises = new double[lanes];
                places = new byte[lanes];
                signatures = new long[lanes];
            }
            Arrays.fill(rises, 0, lanes, 0);
            Arrays.fill(places, 0, lanes, Crossing.SAME);
            Arrays.fill(signatures, 0, lanes, 0);
        }

        private Rounding rounding() {
            rounding = rounding != null ? rounding : new Rounding(moved, LANES, seed);
            return rounding;
        }

        void run(Seeds seeds, int[] downstream) {
            clear(seeds.lanes());
            own.plan(seeds, downstream);
            own.run(this::see, null);
        }

        private void see(int place, Lanes lanes) {
            if (place == output) {
                System.arraycopy(lanes.get(0, 0), 0, rises, 0, lanes.count());
            }
            for (int k = 0; watches[place] != null && k < watches[place].length; k++) {
                watches[place][k].place(values.at(place), lanes, places, signatures, place * watches.length + k);
            }
        }
    }

    /**
     * The noise of the rises of some entries of a node, measured: by step, then by entry; NaN where there is no value.
     */
    double[][] noise(Node node, int[] entries, double[] scales, double[] steps) {
        moved();
        Moves moves = moves(node, entries, scales, steps);
        double[][] noise = new double[steps.length][entries.length];
        each(moves, 1 + moved.size(), (worker, piece) -> {
            Seeds seeds = moves.seeds(piece);
            worker.run(seeds, moves.downstream);
            worker.rounding().run(worker.own, (place, lanes) -> {
                for (int l = 0; place == output && l < lanes.count(); l++) {
                    double[] of = noise[l / piece.length];
                    int at = piece[l % piece.length];
                    of[at] = Math.max(of[at], Math.abs(lanes.get(0, 0)[l] - worker.rises[l]));
                }
            });
        });
        return noise;
    }

    /** The values, moved as rounding may. */
    List<Values> moved() {
        moved = moved != null ? moved : Rounding.moved(values, seed);
        return moved;
    }

    private synchronized Worker borrow() {
        Worker worker = idle.poll();
        return worker != null ? worker : new Worker(new Perturbations(values, LANES));
    }

    private synchronized void giveBack(Worker worker) {
        idle.push(worker);
    }
}
