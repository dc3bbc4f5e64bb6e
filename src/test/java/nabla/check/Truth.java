package nabla.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.backward.Gradients;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.translate.Model.Leaf;
import org.apache.commons.math3.dfp.Dfp;

/**
 * Whether a wrong rule changes what backprop says at the point. Every entry of the gradient of every node is compared with what the right
 * rules say; the entry that stands out most is settled with 60 digits, by differences of the right graph, which use no rule. At a kink
 * only what lies outside of the slopes of both sides is wrong, be it that doubles see the kink and 60 digits lie beside it.
 */
enum Truth {
    /** An entry is off by more than 1e-6 of itself and ten times what rounding explains: a checker has to notice. */
    CHANGED,
    /** No entry is off by more than 1e-6 of itself, or else by more than rounding. */
    SAME,
    /** Something between: off by about as much as rounding explains, or hidden by the rounding of the right one, or without a derivative. */
    HIDDEN;

    private static final double BAND = 1e-6;
    private static final double CLEARLY = 10;
    /** The exponent of a step that leads out of what rounding can tell from a kink. */
    private static final int FAR = -20;

    /** The entry that stands out most, by how far it is off in units of all that could excuse it. */
    private record Suspect(Node node, int entry, double broken, double noise, double ratio) { }

    static Truth of(Mutant mutant) {
        List<Node> order = Topology.order(List.of(mutant.right().root()));
        Places active = Topology.dependents(order, mutant.right().leaves().stream().map(Leaf::node).toList());
        List<Node> nodes = order.stream().filter(node -> active.contains(node) && !Masks.chooses(node, mutant.right().root())).toList();
        Map<Node, Node> right = Gradients.of(mutant.right().root(), nodes);
        Map<Node, Node> broken = Gradients.of(mutant.broken().root(), nodes.stream().map(mutant.images()::get).toList());
        List<Node> roots = new ArrayList<>(right.values());
        roots.addAll(broken.values());
        Tape tape = new Tape(roots);
        Values values = Values.at(tape, mutant.right().point());
        Noise noise = new Noise(values, roots, 77);
        Suspect worst = null;
        boolean same = true;
        boolean blurred = false;
        for (Node node : nodes) {
            Node adjoint = broken.get(mutant.images().get(node));
            Matrix b = values.of(adjoint);
            Matrix r = values.of(right.get(node));
            for (int k = 0; k < b.count(); k++) {
                double band = BAND * Math.max(Math.abs(b.at(k)), Math.abs(r.at(k)));
                double rounding = noise.of(adjoint)[k];
                double off = Math.abs(b.at(k) - r.at(k));
                double blur = noise.of(right.get(node))[k];
                blurred |= blur > band && CLEARLY * rounding < blur;
                same &= off <= Math.max(band, rounding / CLEARLY);
                double ratio = off == 0 ? 0 : off / (band + CLEARLY * rounding);
                worst = worst == null || ratio > worst.ratio ? new Suspect(node, k, b.at(k), rounding, ratio) : worst;
            }
        }
        return same ? blurred ? HIDDEN : SAME : worst.ratio <= 1 ? HIDDEN : settle(mutant.right(), worst);
    }

    private static Truth settle(RandomGraph right, Suspect suspect) {
        Tape tape = new Tape(List.of(right.root()));
        double at = Values.at(tape, right.point()).of(suspect.node).at(suspect.entry);
        Oracle<Dfp> oracle = Oracle.sharp(right.root(), right.point());
        double scale = Probe.scale(at);
        Oracle.Answer answer = oracle.derivative(suspect.node, suspect.entry, scale);
        List<Estimate> slopes = new ArrayList<>(List.of(answer.left(), answer.right()));
        if (!right.hardships().isEmpty()) {
            Oracle.Answer beside = oracle.beside(suspect.node, suspect.entry, scale, FAR);
            slopes.addAll(List.of(beside.left(), beside.right()));
        }
        if (answer.jumps() || !slopes.stream().allMatch(Estimate::exists)) {
            return HIDDEN;
        }
        double low = slopes.stream().mapToDouble(Estimate::value).min().orElseThrow();
        double high = slopes.stream().mapToDouble(Estimate::value).max().orElseThrow();
        double outside = Math.max(low - suspect.broken, suspect.broken - high);
        double size = Math.max(Math.abs(suspect.broken), Math.max(Math.abs(low), Math.abs(high)));
        double errors = answer.left().error() + answer.right().error() + CLEARLY * suspect.noise;
        return outside > 1.01 * BAND * size + errors ? CHANGED : HIDDEN;
    }
}
