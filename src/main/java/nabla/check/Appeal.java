package nabla.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.report.Verdict;

/**
 * What differences did not settle goes to the second oracle: the worst entries of a node, and no more than a few of
 * them. One disagreement that it confirms decides for the node; one that it was not asked about is none.
 */
final class Appeal {

    private static final int ENTRIES = 20;

    private final Node root;
    private final Map<Input, Matrix> point;
    private final Judge judge;
    private Oracle oracle;

    Appeal(Node root, Map<Input, Matrix> point, Judge judge) {
        this.root = root;
        this.point = point;
        this.judge = judge;
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
        for (int entry : open.subList(0, Math.min(ENTRIES, open.size()))) {
            oracle = oracle != null ? oracle : new Oracle(root, point);
            double s = Probe.scale(at.at(entry));
            Finding decided = judge(findings.get(entry), noise[entry], oracle.derivative(node, entry, s), scale, edges.get(entry));
            if (edges.containsKey(entry) && isOpen(decided.verdict()) && findings.get(entry).verdict() instanceof Verdict.Unresolved) {
                decided = beside(decided, noise[entry], oracle.beside(node, entry, s), edges.get(entry));
            }
            findings.put(entry, decided);
            if (decided.verdict() instanceof Verdict.Disagree) {
                return;
            }
        }
        for (int entry : open.subList(Math.min(ENTRIES, open.size()), open.size())) {
            findings.put(entry, findings.get(entry).asUnresolved("scale: too many entries are in doubt"));
        }
    }

    private Finding judge(Finding doubted, double noise, Oracle.Answer answer, double scale, String convention) {
        double b = doubted.backprop();
        Estimate left = answer.left();
        Estimate right = answer.right();
        if (answer.jumps()) {
            return Finding.without(new Verdict.Undefined("the value jumps here"), b);
        } else if (!left.exists() && !right.exists()) {
            return doubted.asUnresolved("domain: no value beside the point with 60 digits");
        } else if (left.exists() && right.exists() && judge.differ(left, right)) {
            return judge.sides(b, noise, left, right, convention == null ? "a kink" : convention);
        }
        return judge.second(b, noise, answer.both().exists() ? answer.both() : left.exists() ? left : right, scale);
    }

    private Finding beside(Finding decided, double noise, Oracle.Answer answer, String convention) {
        boolean both = answer.left().exists() && answer.right().exists();
        return both ? judge.sides(decided.backprop(), noise, answer.left(), answer.right(), convention) : decided;
    }

    private static double badness(Finding finding) {
        double bars = Double.isNaN(finding.bars()) ? 0 : Math.min(finding.bars(), 1e300);
        return finding.verdict() instanceof Verdict.Disagree ? 1 + bars : bars / (1 + bars);
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict instanceof Verdict.Unresolved || verdict instanceof Verdict.Disagree;
    }
}
