package nabla.point;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Model.Leaf;
import nabla.tensor.Tensor;

/**
 * Points for free inputs: both signs, inside the declared range and inside every domain downstream, away from kinks and ties. A random
 * search: leaves are redrawn, one at a time, and a draw is kept when the guards like the point better.
 */
public final class PointSampler {

    private static final int TRIES = 400;
    /** So many more with all leaves at once, of one sign, as long as a domain is not met: log(p/q) wants the same of both. */
    private static final int TOGETHER = 20;
    private static final int ONE_SIGN = 2;
    private static final int ONE_SIGNED = 4;
    /** So many more, far out. */
    private static final int FAR = 100;
    /** Once every domain is met, no more numbers than these are worked out to get away from edges: among very many some are always near. */
    private static final long NUMBERS = 1 << 23;
    /** Of so many entries some lie on either side of a kink. */
    private static final int MANY = 64;

    private final List<Leaf> leaves;
    /** Null as long as the program is. */
    private Map<Apply, List<Guard>> guards;
    private final List<? extends Node> roots;
    /** Null until a draw has to be looked at. */
    private Program program;

    /**
     * A point.
     *
     * @param unmet the operation whose domain could not be met; null if all were
     */
    public record Draw(Map<Input, Tensor> point, Apply unmet) { }

    /**
     * How much the guards like a point: entries outside the domain, rectifiers and the like of which many entries all lie on one side, entries
     * too near to an edge, and the first operation outside. (Far from every edge is where a bias has put out a whole layer: there is nothing to
     * be seen there.)
     */
    private record Score(int outside, int onOneSide, int near, Apply unmet) {

        boolean betterThan(Score other) {
            return outside < other.outside || outside == other.outside && (onOneSide < other.onOneSide || onOneSide == other.onOneSide && near < other.near);
        }

        boolean isPerfect() {
            return outside == 0 && near == 0;
        }
    }

    /** For points at which the roots and everything below them are well defined. */
    public PointSampler(List<Leaf> leaves, List<? extends Node> roots) {
        this.leaves = leaves;
        this.roots = roots;
    }

    /** The point of the text: values as given, the others drawn. */
    public Draw first(long seed) {
        return search(seed, leaf -> leaf.value() == null);
    }

    /** Another point: every input gets a new value, constants keep theirs. */
    public Draw another(long seed) {
        return search(seed, leaf -> leaf.value() == null || !Sampling.fixed(leaf));
    }

    /** Whether the point of the text is the very first one drawn: nothing in it, given or drawn, is outside a domain or near an edge. */
    public boolean isPlain(long seed) {
        return score(Values.at(program(), start(leaf -> leaf.value() == null, new SplittableRandom(seed)))).isPerfect();
    }

    private Map<Input, Tensor> start(Predicate<Leaf> free, SplittableRandom random) {
        Map<Input, Tensor> point = new IdentityHashMap<>(leaves.size());
        leaves.forEach(leaf -> point.put(leaf.node(), free.test(leaf) ? Sampling.draw(leaf, 0, random) : leaf.value()));
        return point;
    }

    private Draw search(long seed, Predicate<Leaf> free) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Input, Tensor> point = start(free, random);
        List<Leaf> drawn = leaves.stream().filter(free).toList();
        if (drawn.isEmpty()) {
            return new Draw(point, null);
        }
        Values values = Values.at(program(), point);
        Score score = score(values);
        for (int tries = 0; tries < TRIES + TOGETHER + FAR && !score.isPerfect(); tries++) {
            if (score.outside == 0 && (tries >= TRIES || tries * program.entries() > NUMBERS)) {
                break;
            }
            boolean together = tries >= TRIES && tries < TRIES + TOGETHER;
            List<Leaf> moved = together ? drawn : List.of(drawn.get(random.nextInt(drawn.size())));
            int style = together ? ONE_SIGN + tries % ONE_SIGNED : tries < TRIES ? 1 + random.nextInt(Sampling.STYLES - 1) : Sampling.FAR;
            Map<Input, Tensor> old = new IdentityHashMap<>(point);
            moved.forEach(leaf -> point.put(leaf.node(), Sampling.draw(leaf, style, random)));
            Values then = values.moved(moved.stream().map(Leaf::node).toList(), point);
            Score now = score(then);
            if (score.betterThan(now)) {
                point.putAll(old);
            } else {
                score = now;
                values = then;
            }
        }
        return new Draw(point, score.outside > 0 ? score.unmet : null);
    }

    /** Written when it is first asked for, with the guards. */
    private Program program() {
        if (program == null) {
            guards = Branches.guards(roots);
            List<Node> watched = new ArrayList<>(roots);
            guards.values().forEach(list -> list.forEach(guard -> watched.add(guard.distance())));
            program = new Program(watched);
        }
        return program;
    }

    private Score score(Values values) {
        int outside = (int) roots.stream().filter(root -> !values.of(root).isFinite()).count();
        int near = 0;
        int onOneSide = 0;
        Apply unmet = null;
        for (Watch watch : new Branches(guards, roots, values, null).watches()) {
            Tensor distance = values.of(watch.guard().distance());
            onOneSide += distance.count() >= MANY && watch.isOnOneSide() ? 1 : 0;
            for (int k = 0; k < distance.count(); k++) {
                double margin = watch.counts()[k] ? watch.margin(distance, k) : Double.POSITIVE_INFINITY;
                boolean out = !(margin > 0) && watch.guard().kind() == Guard.Kind.DOMAIN;
                unmet = out && unmet == null ? watch.use() : unmet;
                outside += out ? 1 : 0;
                near += !(margin > Sampling.MARGIN) ? 1 : 0;
            }
        }
        return new Score(outside, onOneSide, near, unmet);
    }
}
