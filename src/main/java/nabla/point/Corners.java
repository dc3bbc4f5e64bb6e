package nabla.point;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Domain;
import nabla.model.Model.Leaf;
import nabla.tensor.Tensor;

/**
 * Points that usual draws miss: far out, next to zero, on both sides of the numbers that formulas mention, near the ends of ranges and,
 * where kinks may be met, with equal entries. Two formulas that are the same around 1 may not be so there. Nothing is verified at these
 * points; they are cheap, and where two formulas differ at one, that point is worth a closer look.
 */
public final class Corners {

    /** How many points are drawn. */
    public static final int COUNT = 48;

    private static final int KINDS = 8;
    private static final int MOST_NUMBERS = 16;
    /** A number next to nothing is no edge, but keeps a quotient from 0/0. */
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e6;

    private final List<Leaf> leaves;
    private final List<Map<Input, Tensor>> usual;
    private final Predicate<Leaf> free;
    private final boolean ties;
    private final double[] numbers;

    /**
     * For leaves.
     *
     * @param usual    points inside every domain; there may be none
     * @param free     the leaves that get new values; the others keep theirs
     * @param ties     whether entries may be equal, and lie on kinks
     * @param formulas where the numbers are looked for
     */
    public Corners(List<Leaf> leaves, List<Map<Input, Tensor>> usual, Predicate<Leaf> free, boolean ties, List<Node> formulas) {
        this.leaves = leaves;
        this.usual = usual;
        this.free = free;
        this.ties = ties;
        this.numbers = numbers(formulas);
    }

    private static double[] numbers(List<Node> formulas) {
        TreeSet<Double> numbers = new TreeSet<>();
        for (Node node : Topology.order(formulas)) {
            if (node instanceof Constant constant && constant.value().count() > 0) {
                double size = Math.abs(constant.value().at(0));
                if (size > LEAST && size < MOST && numbers.size() < MOST_NUMBERS) {
                    numbers.add(size);
                }
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * One of the points. Every second one begins with a usual point and keeps its signs, so that domains are met. In the first ones all
     * leaves are moved in the same way, later each in its own.
     */
    public Map<Input, Tensor> point(int number, SplittableRandom random) {
        Map<Input, Tensor> begin = number % 2 == 0 || usual.isEmpty() ? null : usual.get(number / 2 % usual.size());
        Map<Input, Tensor> point = new IdentityHashMap<>(leaves.size());
        for (Leaf leaf : leaves) {
            int kind = number < 2 * KINDS ? number / 2 : random.nextInt(KINDS);
            point.put(leaf.node(), !free.test(leaf) ? leaf.value()
                    : moved(leaf, begin == null ? Sampling.draw(leaf, 0, random) : begin.get(leaf.node()), kind, random));
        }
        return point;
    }

    private Tensor moved(Leaf leaf, Tensor usual, int kind, SplittableRandom random) {
        if (!(leaf.domain() instanceof Domain.Interval range)) {
            return usual;
        } else if (Double.isInfinite(range.from()) && Double.isInfinite(range.to())) {
            return moved(usual, kind, random);
        }
        double end = kind % 2 == 0 && Double.isFinite(range.from()) || Double.isInfinite(range.to()) ? range.from() : range.to();
        // Half of them: nearer to one end than usual draws are.
        double nearer = kind < KINDS / 2 ? 1 : Math.scalb(1.0, KINDS - 2 - 2 * kind);
        return Tensor.of(usual.shape(), k -> end + (usual.at(k) - end) * nearer);
    }

    private Tensor moved(Tensor usual, int kind, SplittableRandom random) {
        return switch (kind) {
            case 0 -> Tensor.of(usual.shape(), k -> 4 * usual.at(k));
            case 1 -> Tensor.of(usual.shape(), k -> usual.at(k) * (3 + 17 * random.nextDouble()));
            case 2 -> Tensor.of(usual.shape(), k -> Math.scalb(usual.at(k), -7));
            case 3 -> Tensor.of(usual.shape(), k -> Math.scalb(usual.at(k), -10));
            case 4, 5 -> numbers.length == 0 ? usual : Tensor.of(usual.shape(), k -> beside(numbers[random.nextInt(numbers.length)], usual.at(k)));
            case 6 -> Tensor.of(usual.shape(), k -> ties ? (double) Math.round(usual.at(k)) : Math.abs(usual.at(k)));
            default -> usual;
        };
    }

    /** A number a little larger or smaller, of both signs. */
    private static double beside(double number, double by) {
        double moved = number * (1 + 0.1 * Math.max(-9, Math.min(9, Math.abs(by) - 1)));
        return by < 0 ? -moved : moved;
    }
}
