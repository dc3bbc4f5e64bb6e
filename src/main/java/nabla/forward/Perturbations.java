package nabla.forward;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Consumer;
import nabla.graph.Apply;
import nabla.limit.Stop;
import nabla.tensor.LaneStore;
import nabla.tensor.Lanes;
import nabla.tensor.Region;
import nabla.tensor.Tensor;

/**
 * What changes of single entries do to all that is computed from them, many side by side. A lane is one perturbation; it carries by how much
 * each number differs from its value at the point, so that a small change is seen with its own accuracy and not behind the rounding of
 * what it is added to. What can change is planned once for many lanes.
 *
 * <p>The contract: in each lane the value plus the change is what an evaluation from scratch gives, within the rounding of that; where nothing
 * arrives the change is exactly 0. No derivative rule is looked at. For one thread.
 */
public final class Perturbations {

    private final Values base;
    private final Program program;
    private final LaneStore store;
    private final Lanes[] lanes;
    private final Deque<Lanes> idle = new ArrayDeque<>();
    /** By place, what the current plan can change; null if nothing. */
    private final Region[] regions;
    /** By place, where in the program it is read for the last time. */
    private final int[] last;
    /** Room for the arguments of an operation on so many numbers, and for their changes. */
    private final double[][] at = {{}, new double[1], new double[2]};
    private final double[][][] by = {{}, new double[1][], new double[2][]};
    private int[] order = new int[16];
    private int count;
    private Seeds seeds;

    /** Sees the changes of a node as soon as they are known, and before they are gone. */
    public interface Observer {
        void see(int place, Lanes changes);
    }

    /** Of values, at most so many lanes at once. */
    public Perturbations(Values base, int most) {
        this.base = base;
        this.program = base.program();
        this.store = new LaneStore(most);
        this.lanes = new Lanes[program.size()];
        this.regions = new Region[program.size()];
        this.last = new int[program.size()];
    }

    /**
     * Plans for the changes that some seeds make.
     *
     * @param downstream the places that may depend on a seed, in order, the seeds' own included
     */
    public void plan(Seeds planned, int[] downstream) {
        clear();
        seeds = planned;
        int next = 0;
        for (int place : downstream) {
            Region part = program.touched(place, regions);
            for (int j = 0; j < program.count(place) && part != null; j++) {
                last[program.argument(place, j)] = place;
            }
            if (next < planned.count() && planned.place(next) == place) {
                Region seed = planned.region(next++);
                part = part == null ? seed : part.union(seed);
            }
            if (part != null) {
                regions[place] = part;
                last[place] = place;
                order = count == order.length ? Arrays.copyOf(order, 2 * count + 16) : order;
                order[count++] = place;
            }
        }
    }

    /** The same as others around values of the same program. */
    void plan(Perturbations others) {
        clear();
        order = Arrays.copyOf(others.order, others.count);
        count = others.count;
        seeds = others.seeds;
        for (int k = 0; k < count; k++) {
            regions[order[k]] = others.regions[order[k]];
        }
        System.arraycopy(others.last, 0, last, 0, last.length);
    }

    private void clear() {
        for (int k = 0; k < count; k++) {
            regions[order[k]] = null;
        }
        count = 0;
    }

    /** How many lanes are planned for. */
    int lanes() {
        return seeds.lanes();
    }

    /** How many entries the plan computes, in each lane. */
    public long size() {
        long size = 0;
        for (int k = 0; k < count; k++) {
            size += regions[order[k]].area();
        }
        return size;
    }

    /** How many results the plan computes. */
    public int count() {
        return count;
    }

    /** How many entries of one result the plan computes at most. */
    public long widest() {
        long widest = 0;
        for (int k = 0; k < count; k++) {
            widest = Math.max(widest, regions[order[k]].area());
        }
        return widest;
    }

    /**
     * Evaluates what was planned.
     *
     * @param rounding changes the lanes of every result, as rounding might; null for none
     */
    public void run(Observer observer, Consumer<Lanes> rounding) {
        store.use(seeds.lanes());
        int next = 0;
        for (int k = 0; k < count; k++) {
            int place = order[k];
            Lanes own = opened(place);
            boolean moved = evaluate(place, own);
            if (moved && rounding != null) {
                rounding.accept(own);
            }
            if (next < seeds.count() && seeds.place(next) == place) {
                seed(next++, place, own, moved);
            }
            observer.see(place, own);
            release(place, place);
        }
        for (int k = 0; k < count; k++) {
            if (lanes[order[k]] != null) {
                close(order[k]);
            }
        }
    }

    /** The lanes of a place. Those of numbers are shared: a long chain has few of them alive at a time. */
    private Lanes opened(int place) {
        if (lanes[place] == null) {
            lanes[place] = isNumber(place) && !idle.isEmpty() ? idle.pop() : new Lanes(store);
        }
        return lanes[place];
    }

    private void close(int place) {
        lanes[place].close();
        if (isNumber(place)) {
            idle.push(lanes[place]);
            lanes[place] = null;
        }
    }

    private boolean isNumber(int place) {
        return base.isNumber(place);
    }

    private boolean evaluate(int place, Lanes own) {
        int arguments = program.count(place);
        if (program.scalars().runs(place)) {
            return evaluate(place, own, at[arguments], by[arguments]);
        }
        Lanes[] changes = new Lanes[arguments];
        Tensor[] values = new Tensor[arguments];
        boolean moved = false;
        for (int j = 0; j < arguments; j++) {
            int argument = program.argument(place, j);
            values[j] = base.at(argument);
            changes[j] = regions[argument] == null ? null : lanes[argument];
            moved |= changes[j] != null;
        }
        if (moved) {
            Stop.ifAsked();
            Apply use = (Apply) program.node(place);
            own.open(use.shape(), regions[place]);
            use.op().lanes(use, values, changes, base.at(place), own);
            keep(place);
        }
        return moved;
    }

    /** A number made of numbers: nothing is allocated for it. */
    private boolean evaluate(int place, Lanes own, double[] values, double[][] changes) {
        boolean moved = false;
        for (int j = 0; j < values.length; j++) {
            int argument = program.argument(place, j);
            values[j] = base.number(argument);
            changes[j] = regions[argument] == null ? null : lanes[argument].get(0, 0);
            moved |= changes[j] != null;
        }
        if (moved) {
            Stop.ifAsked();
            own.open(program.node(place).shape(), regions[place]);
            double[] room = own.own(0, 0);
            double[] found = ((Apply) program.node(place)).op().change(values, changes, base.number(place), room, own.count());
            if (found != room) {
                own.share(0, 0, found);
            }
            keep(place);
        }
        return moved;
    }

    private void seed(int seed, int place, Lanes own, boolean moved) {
        if (!moved && seeds.count() == 1) {
            own.open(base.at(place).shape(), regions[place], seeds.entries(), seeds.amounts());
            return;
        }
        if (!moved) {
            own.open(base.at(place).shape(), regions[place]);
            own.fill((i, j) -> null);
        }
        own.add(seeds.entries(), seeds.amounts(), seeds.from(seed), seeds.to(seed));
    }

    /** What borrows from its arguments keeps them; they must not borrow themselves. */
    private void keep(int place) {
        Lanes own = lanes[place];
        for (int j = 0; j < program.count(place) && own.borrows(); j++) {
            int argument = program.argument(place, j);
            if (regions[argument] != null && lanes[argument].borrows()) {
                own.separate();
            }
        }
        for (int j = 0; j < program.count(place) && own.borrows(); j++) {
            int argument = program.argument(place, j);
            last[argument] = Math.max(last[argument], last[place]);
        }
    }

    /** What is not read any more is let go; what that had borrowed from, too. */
    private void release(int place, int now) {
        for (int j = 0; j < program.count(place); j++) {
            int argument = program.argument(place, j);
            if (regions[argument] != null && last[argument] == now && lanes[argument] != null && lanes[argument].isOpen()) {
                boolean borrowed = lanes[argument].borrows();
                close(argument);
                if (borrowed) {
                    release(argument, now);
                }
            }
        }
    }
}
