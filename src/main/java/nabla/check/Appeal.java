package nabla.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.number.BigFloat;
import nabla.number.DoubleDouble;
import nabla.oracle.Oracle;
import nabla.point.FurtherEdges;
import nabla.stencil.Estimate;
import nabla.tensor.Tensor;
import nabla.verdict.Verdict;

/**
 * What differences did not settle goes to the second oracle: first with numbers of two doubles, which are quick, and may confirm a
 * gradient; what they do not confirm, with 60 digits, the worst entries of a node and no more than a few of them. One disagreement
 * that these confirm decides for the node; one that they were not asked about is none.
 */
final class Appeal {

    /** How many entries of a node at most; more where little depends on it, as long as no more numbers than this are computed. */
    private static final int ENTRIES = 20;
    private static final int NUMBERS = 50_000;
    /** How many numbers of two doubles at most are computed for a node. */
    private static final long QUICK_NUMBERS = 200_000_000;
    /** Of a node upon which no more numbers depend, so many entries are looked at with 150 digits. */
    private static final int DEEP_NUMBERS = 300;
    private static final int DEEP_ENTRIES = 8;
    /** An estimate is as good as exact if its error is this much less than the width it is compared within. */
    private static final double EXACT = 0.1;
    /** An estimate that is off by more than this share of itself, for other reasons than rounding, accuses nobody. */
    private static final double ROUGH = 1e-3;
    private static final int NEAREST = -35;
    private static final int FARTHEST = -15;

    private final Node root;
    private final Map<Input, Tensor> point;
    private final Judge judge;
    private final Values values;
    /** Whether every rule between a node and the root is right on its own; null if nobody asked. */
    private Predicate<Node> rules;
    private BiFunction<Node, Integer, String> conventions;
    /** Null until something is in doubt. */
    private List<Node> order;
    private final double evaluation;
    private Oracle<DoubleDouble> quick;
    /** How many numbers of two doubles may yet be computed for a node. */
    private long quickly;
    private Oracle<BigFloat> oracle;
    private Oracle<BigFloat> deep;
    /** How many entries of a node may yet be looked at with 150 digits. */
    private int deeply;

    /** {@code evaluation} is the noise of one evaluation of the root. */
    Appeal(Node root, Map<Input, Tensor> point, Values values, double evaluation, Judge judge) {
        this.evaluation = evaluation;
        this.root = root;
        this.values = values;
        this.point = point;
        this.judge = judge;
    }

    /** Excuses a gradient at a kink that is wrong although each rule on the way is right on its own. */
    void excuse(Predicate<Node> right, BiFunction<Node, Integer, String> conventions) {
        rules = right;
        this.conventions = conventions;
    }

    /**
     * Replaces findings of one node, by entry, where the second oracle can decide.
     *
     * @param noise of backprop
     * @param scale what a large entry of this gradient would be
     * @param edges  the entries at an edge, as far as rounding can tell, with the convention there: 60 digits may see the point on
     *               another side than doubles do
     * @param further edges that the point does not lie on
     */
    void decide(Node node, Map<Integer, Finding> findings, double[] noise, Tensor at, double scale, Map<Integer, String> edges, FurtherEdges further) {
        List<Integer> open = findings.entrySet().stream().filter(e -> isOpen(e.getValue().verdict()))
                .sorted(Comparator.comparing(e -> -badness(e.getValue()))).map(Map.Entry::getKey).toList();
        int slowly = open.size() <= ENTRIES ? open.size() : affordable(node);
        quickly = QUICK_NUMBERS;
        deeply = DEEP_ENTRIES;
        for (int entry : open) {
            Finding doubted = findings.get(entry);
            Finding decided = edges.containsKey(entry) ? null : quickly(node, entry, doubted, noise[entry], at.at(entry), scale);
            if (decided == null && slowly > 0) {
                slowly--;
                oracle = oracle != null ? oracle : Oracle.sharp(root, point, evaluation);
                decided = edges.containsKey(entry) ? edge(node, entry, doubted, noise[entry], at.at(entry), scale, edges.get(entry), further)
                        : sharply(node, entry, doubted, noise[entry], at.at(entry), scale);
            }
            findings.put(entry, decided != null ? decided : doubted.asUnresolved("scale: too many entries are in doubt"));
            if (decided != null && decided.isWrong()) {
                return;
            }
        }
        review(node, findings, noise, at, scale, edges.keySet());
    }

    /**
     * Looks again at entries that are next to nothing beside the slopes around: differences cannot tell such a one from zero, nor one
     * half of it from the whole. More digits can.
     */
    private void review(Node node, Map<Integer, Finding> findings, double[] noise, Tensor at, double scale, Set<Integer> edges) {
        int slowly = -1;
        for (Map.Entry<Integer, Finding> each : findings.entrySet()) {
            int entry = each.getKey();
            Finding found = each.getValue();
            boolean rough = found.agrees() && !found.second()
                    && found.error() > noise[entry] + judge.band(found.backprop(), found.estimate());
            if (rough && !edges.contains(entry)) {
                Finding decided = quickly(node, entry, found, noise[entry], at.at(entry), scale);
                slowly = decided != null || slowly >= 0 ? slowly : NUMBERS / ENTRIES >= size(node) ? ENTRIES : 0;
                if (decided == null && slowly > 0) {
                    slowly--;
                    oracle = oracle != null ? oracle : Oracle.sharp(root, point, evaluation);
                    decided = sharply(node, entry, found, noise[entry], at.at(entry), scale);
                }
                boolean clear = decided != null && (decided.agrees() || decided.isWrong());
                each.setValue(clear ? decided : found);
            }
        }
    }

    /** What numbers of two doubles confirm, or null. */
    private Finding quickly(Node node, int entry, Finding doubted, double noise, double at, double scale) {
        if (quickly <= 0) {
            return null;
        }
        quick = quick != null ? quick : Oracle.quick(root, point, evaluation);
        quickly -= quick.cost(node, entry);
        return confirmed(doubted, noise, quick.derivative(node, entry, at), scale);
    }

    /** What 60 digits say. A gradient so steep that one step would lead far away from f(x) cannot be accused by it: f may bend in between. */
    private Finding sharply(Node node, int entry, Finding doubted, double noise, double at, double scale) {
        Oracle.Answer answer = oracle.derivative(node, entry, at);
        Finding decided = judge(doubted, noise, answer, scale, "a kink");
        boolean blurred = answer.both().exists() && answer.both().error() > judge.band(doubted.backprop(), answer.both().value());
        if (decided.verdict().isDoubt() && blurred && deeply > 0 && size(node) <= DEEP_NUMBERS) {
            deeply--;
            deep = deep != null ? deep : Oracle.deep(root, point, evaluation);
            Finding found = judge(doubted, noise, deep.derivative(node, entry, at), scale, "a kink");
            return found.agrees() ? found : decided;
        }
        boolean far = Math.abs(doubted.backprop()) * answer.step() > Math.max(1, Math.abs(values.of(root).at(0)));
        return far && decided.isWrong() ? decided.asUnresolved("scale: the smallest step is too large here") : decided;
    }

    /** How many entries may be looked at with 60 digits: more where little has to be evaluated for each. */
    private int affordable(Node node) {
        return (int) Math.max(ENTRIES, NUMBERS / Math.max(1, size(node)));
    }

    /** How many numbers depend on a node. */
    private long size(Node node) {
        order = order != null ? order : Topology.order(List.of(root));
        Places dependents = Topology.dependents(order, List.of(node));
        return order.stream().filter(n -> n != node && dependents.contains(n)).mapToLong(n -> n.shape().count()).sum();
    }

    /**
     * An agreement, where two doubles a number are enough for it: where the function is smooth, and the estimate as good as exact beside the
     * band or the rounding of backprop. Null otherwise: nothing is accused on their word, nor excused at a kink.
     */
    private Finding confirmed(Finding doubted, double noise, Oracle.Answer answer, double scale) {
        Estimate both = answer.both();
        boolean smooth = !answer.jumps() && both.exists() && answer.left().exists() && answer.right().exists()
                && !judge.differ(answer.left(), answer.right());
        double b = doubted.backprop();
        if (!smooth || both.error() > EXACT * Math.max(judge.band(b, both.value()), noise)) {
            return null;
        }
        Finding found = judge.second(b, noise, both, scale);
        return found.agrees() ? found.byDifferences() : null;
    }

    private Finding judge(Finding doubted, double noise, Oracle.Answer answer, double scale, String convention) {
        double b = doubted.backprop();
        Estimate left = answer.left();
        Estimate right = answer.right();
        if (answer.jumps()) {
            return Finding.without(new Verdict.Undefined("the value jumps here"), b);
        } else if (!left.exists() && !right.exists()) {
            return Finding.without(new Verdict.Unresolved("domain: there is no value beside the point"), b);
        } else if (left.exists() && right.exists() && judge.differ(left, right)) {
            return judge.sides(b, noise, left, right, convention);
        }
        Estimate estimate = answer.both().exists() ? answer.both() : left.exists() ? left : right;
        boolean settled = estimate.error() <= 2 * estimate.noise() + ROUGH * Math.abs(estimate.value());
        return settled ? judge.second(b, noise, estimate, scale) : doubted.asUnresolved("scale: an edge or a pole is nearer than the steps");
    }

    /** At an edge 60 digits may see the point on another side than doubles do; and rules that are right may not add up. */
    private Finding edge(Node node, int entry, Finding doubted, double noise, double at, double scale, String convention, FurtherEdges further) {
        Oracle.Answer answer = oracle.derivative(node, entry, at);
        Finding decided = judge(doubted, noise, answer, scale, convention);
        boolean known = false;
        for (int r = NEAREST; r <= FARTHEST && !known && isOpen(decided.verdict()); r += 10) {
            Oracle.Answer beside = oracle.beside(node, entry, at, r);
            if (further.arePassed(entry, beside.reach())) {
                break;
            }
            if (beside.left().exists() && beside.right().exists() && judge.differ(beside.left(), beside.right())) {
                decided = judge.sides(doubted.backprop(), noise, beside.left(), beside.right(), convention);
                known = !decided.verdict().isDoubt();
            }
        }
        return decided.isWrong() && rules != null && rules.test(node)
                ? decided.asKink(answer.left().value(), answer.right().value(), conventions.apply(node, entry)) : decided;
    }

    /** In steps of a percent: which of two that are as bad as each other comes first must not depend on rounding. */
    private static double badness(Finding finding) {
        double bars = Double.isNaN(finding.bars()) ? 0 : Math.exp(Math.rint(100 * Math.log(Math.min(finding.bars(), 1e300))) / 100);
        return finding.isWrong() ? 1 + bars : bars / (1 + bars);
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict.isDoubt() || verdict.isWrong();
    }
}
