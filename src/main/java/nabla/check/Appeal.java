package nabla.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.report.Verdict;

/**
 * What differences did not settle goes to the second oracle: the worst entries of a node, and no more than a few of
 * them. One disagreement that it confirms decides for the node; one that it was not asked about is none.
 */
final class Appeal {

    /** How many entries of a node at most; more where little depends on it, as long as no more numbers than this are computed. */
    private static final int ENTRIES = 20;
    private static final int NUMBERS = 50_000;
    private static final int NEAREST = -35;
    private static final int FARTHEST = -15;

    private final Node root;
    private final Map<Input, Matrix> point;
    private final Judge judge;
    private final Values values;
    private LocalCheck rules;
    private final List<Node> order;
    private Oracle oracle;

    Appeal(Node root, Map<Input, Matrix> point, Values values, Judge judge) {
        this.root = root;
        this.values = values;
        this.order = Topology.order(List.of(root));
        this.point = point;
        this.judge = judge;
    }

    /** Excuses a gradient at a kink that is wrong although each rule on the way is right on its own. */
    void excuse(LocalCheck local) {
        rules = local;
    }

    /**
     * Replaces findings of one node, by entry, where the second oracle can decide.
     *
     * @param noise of backprop
     * @param scale what a large entry of this gradient would be
     * @param edges the entries at an edge, as far as rounding can tell, with the convention there: 60 digits may see the point on
     *              another side than doubles do
     */
    void decide(Node node, Map<Integer, Finding> findings, double[] noise, Matrix at, double scale, Map<Integer, String> edges) {
        List<Integer> open = findings.entrySet().stream().filter(e -> isOpen(e.getValue().verdict()))
                .sorted(Comparator.comparing(e -> -badness(e.getValue()))).map(Map.Entry::getKey).toList();
        int entries = open.size() <= ENTRIES ? open.size() : Math.min(open.size(), affordable(node));
        for (int entry : open.subList(0, entries)) {
            oracle = oracle != null ? oracle : new Oracle(root, point);
            double s = Probe.scale(at.at(entry));
            Finding decided = edges.containsKey(entry) ? edge(node, entry, findings.get(entry), noise[entry], s, scale, edges.get(entry))
                    : judge(findings.get(entry), noise[entry], oracle.derivative(node, entry, s), scale, "a kink");
            findings.put(entry, decided);
            if (decided.verdict() instanceof Verdict.Disagree) {
                return;
            }
        }
        for (int entry : open.subList(entries, open.size())) {
            findings.put(entry, findings.get(entry).asUnresolved("scale: too many entries are in doubt"));
        }
    }

    /** How many entries may be looked at: more where little has to be evaluated for each. */
    private int affordable(Node node) {
        Places dependents = Topology.dependents(order, List.of(node));
        long size = order.stream().filter(n -> n != node && dependents.contains(n)).mapToLong(n -> n.shape().count()).sum();
        return (int) Math.max(ENTRIES, NUMBERS / Math.max(1, size));
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
        return judge.second(b, noise, answer.both().exists() ? answer.both() : left.exists() ? left : right, scale);
    }

    /** At an edge 60 digits may see the point on another side than doubles do; and rules that are right may not add up. */
    private Finding edge(Node node, int entry, Finding doubted, double noise, double s, double scale, String convention) {
        Oracle.Answer answer = oracle.derivative(node, entry, s);
        Finding decided = judge(doubted, noise, answer, scale, convention);
        boolean known = false;
        for (int r = NEAREST; r <= FARTHEST && !known && isOpen(decided.verdict()); r += 10) {
            Oracle.Answer beside = oracle.beside(node, entry, s, r);
            if (beside.left().exists() && beside.right().exists() && judge.differ(beside.left(), beside.right())) {
                decided = judge.sides(doubted.backprop(), noise, beside.left(), beside.right(), convention);
                known = !(decided.verdict() instanceof Verdict.Unresolved);
            }
        }
        return decided.verdict() instanceof Verdict.Disagree && rules != null && rules.hold(node, root, values)
                ? decided.asKink(answer.left().value(), answer.right().value(), "the conventions do not add up") : decided;
    }

    private static double badness(Finding finding) {
        double bars = Double.isNaN(finding.bars()) ? 0 : Math.min(finding.bars(), 1e300);
        return finding.verdict() instanceof Verdict.Disagree ? 1 + bars : bars / (1 + bars);
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict instanceof Verdict.Unresolved || verdict instanceof Verdict.Disagree;
    }
}
