package nabla.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nabla.backward.Gradients;
import nabla.forward.FieldValues;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.model.Model.Leaf;
import nabla.number.BigFloat;
import nabla.number.DoubleDouble;
import nabla.oracle.Oracle;
import nabla.stencil.Estimate;
import nabla.stencil.Probe;

/**
 * Whether a wrong rule changes what backprop says at the point. Every entry of the gradient of every node is compared, in numbers of two
 * doubles, with what the right rules say; those that stand out most are settled with 60 digits, by differences of the right graph, which
 * use no rule. At a kink only what lies outside of the slopes of both sides is wrong, be it that doubles see the kink and 60 digits lie
 * beside it.
 */
enum Truth {
    /** An entry is off by more than 1e-6 of itself and ten times what rounding explains: a checker has to notice. */
    CHANGED,
    /** No entry is off by more than 1e-6 of itself, or else by more than rounding. */
    SAME,
    /** Something between: off by about as much as rounding explains, or within what is allowed at a kink, or without a derivative. */
    HIDDEN;

    private static final double BAND = 1e-6;
    private static final double CLEARLY = 10;
    /** What is left of the rounding of a double in numbers of two. */
    private static final double LESS = 1e-13;
    private static final int SUSPECTS = 3;

    /** An entry that stands out; {@code excuse} is what it may be off for other reasons. */
    private record Suspect(Node node, int entry, double broken, double noise, double off, double excuse) { }

    static Truth of(Mutant mutant) {
        List<Node> order = Topology.order(List.of(mutant.right().root()));
        Places active = Topology.dependents(order, mutant.right().leaves().stream().map(Leaf::node).toList());
        List<Node> nodes = order.stream().filter(active::contains).toList();
        Map<Node, Node> right = Gradients.of(mutant.right().root(), nodes);
        Map<Node, Node> broken = Gradients.of(mutant.broken().root(), nodes.stream().map(mutant.images()::get).toList());
        List<Node> roots = new ArrayList<>(right.values());
        roots.addAll(broken.values());
        Program program = new Program(roots);
        Values values = Values.at(program, mutant.right().point());
        FieldValues<DoubleDouble> exact = new FieldValues<>(program, mutant.right().point(), DoubleDouble::new, values, Apply::isStepwise);
        Noise noise = new Noise(values, roots, 77);
        List<Suspect> suspects = new ArrayList<>();
        boolean same = true;
        for (Node node : nodes) {
            // Of what chooses, a checker may say that it has no derivative.
            boolean chooses = Masks.chooses(node, mutant.right().root());
            Node wrong = broken.get(mutant.images().get(node));
            for (int k = 0; k < node.shape().count(); k++) {
                double b = exact(exact, values, wrong, k);
                double r = exact(exact, values, right.get(node), k);
                double band = BAND * Math.max(Math.abs(b), Math.abs(r));
                double rounding = noise.of(wrong)[k];
                double off = Math.abs(b - r);
                same &= off <= Math.max(band, Math.max(rounding / CLEARLY, LESS * noise.of(right.get(node))[k]));
                if (off > band + CLEARLY * rounding && !chooses) {
                    suspects.add(new Suspect(node, k, values.of(wrong).at(k), rounding, off, band + CLEARLY * rounding));
                }
            }
        }
        double least = LESS * suspects.stream().mapToDouble(Suspect::off).max().orElse(0);
        suspects.sort(Comparator.comparing(suspect -> -suspect.off / (suspect.excuse + least)));
        boolean changed = suspects.stream().limit(SUSPECTS).anyMatch(suspect -> isWrong(mutant.right(), suspect));
        return same ? SAME : changed && !isConvention(mutant) ? CHANGED : HIDDEN;
    }

    /** An entry in numbers of two doubles; in one where these leave their range. */
    private static double exact(FieldValues<DoubleDouble> exact, Values values, Node node, int entry) {
        double found = exact.of(node).at(entry).getReal();
        return Double.isFinite(found) ? found : values.of(node).at(entry);
    }

    private static boolean isWrong(RandomGraph right, Suspect suspect) {
        Values values = Values.at(new Program(List.of(right.root())), right.point());
        double at = values.of(suspect.node).at(suspect.entry);
        Oracle<BigFloat> oracle = Oracle.sharp(right.root(), right.point(), new Noise(values, List.of(right.root()), 78).of(right.root())[0]);
        Oracle.Answer answer = oracle.derivative(suspect.node, suspect.entry, at);
        List<Estimate> slopes = new ArrayList<>(List.of(answer.left(), answer.right()));
        if (!right.hardships().isEmpty()) {
            Oracle.Answer beside = oracle.beside(suspect.node, suspect.entry, at, beyondRounding(right, values, Probe.scale(at)));
            slopes.addAll(List.of(beside.left(), beside.right()));
        }
        if (answer.jumps() || !slopes.stream().allMatch(Estimate::exists)) {
            return false;
        }
        double low = slopes.stream().mapToDouble(Estimate::value).min().orElseThrow();
        double high = slopes.stream().mapToDouble(Estimate::value).max().orElseThrow();
        double outside = Math.max(low - suspect.broken, suspect.broken - high);
        double size = Math.max(Math.abs(suspect.broken), Math.max(Math.abs(low), Math.abs(high)));
        double errors = answer.left().error() + answer.right().error() + CLEARLY * suspect.noise;
        return outside > 1.01 * BAND * size + errors;
    }

    /** The exponent of a step that leads out of what rounding can tell from a kink: by the largest number that is rounded. */
    private static int beyondRounding(RandomGraph right, Values values, double scale) {
        double largest = 1;
        for (Node node : Topology.order(List.of(right.root()))) {
            largest = Math.max(largest, values.of(node).largest());
        }
        return Math.max(-48, Math.getExponent(largest / scale) - 47);
    }

    /** Whether the wrong rule lies between the slopes of its own operation at a kink: then it is another convention. */
    private static boolean isConvention(Mutant mutant) {
        if (mutant.right().hardships().isEmpty()) {
            return false;
        }
        Apply guilty = mutant.guilty();
        Values forward = Values.at(new Program(List.of(mutant.broken().root())), mutant.broken().point());
        LocalCheck local = new LocalCheck(mutant.broken().point(), new Judge(BAND), 0);
        return guilty.arguments().stream().allMatch(argument -> local.hold(argument, guilty, forward));
    }
}
