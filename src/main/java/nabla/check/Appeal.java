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
 * them. One disagreement that it confirms decides for the node.
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

    /** Replaces findings of one node, by entry, where the second oracle can decide. {@code noise} is that of backprop, {@code scale} the size of its gradients. */
    void decide(Node node, Map<Integer, Finding> findings, double[] noise, Matrix at, double scale) {
        List<Integer> open = findings.entrySet().stream().filter(e -> isOpen(e.getValue().verdict()))
                .sorted(Comparator.comparing(e -> -badness(e.getValue()))).limit(ENTRIES).map(Map.Entry::getKey).toList();
        for (int entry : open) {
            oracle = oracle != null ? oracle : new Oracle(root, point);
            Estimate estimate = oracle.derivative(node, entry, Probe.scale(at.at(entry)));
            if (estimate.exists()) {
                Finding decided = judge.second(findings.get(entry).backprop(), noise[entry], estimate, scale);
                findings.put(entry, decided);
                if (decided.verdict() instanceof Verdict.Disagree) {
                    return;
                }
            }
        }
    }

    private static double badness(Finding finding) {
        double bars = Double.isNaN(finding.bars()) ? 0 : Math.min(finding.bars(), 1e300);
        return finding.verdict() instanceof Verdict.Disagree ? 1 + bars : bars / (1 + bars);
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict instanceof Verdict.Unresolved || verdict instanceof Verdict.Disagree;
    }
}
