package nabla.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Tape;
import nabla.kink.Neighbourhood;
import nabla.kink.NodeFunction;
import nabla.kink.Singularity;
import nabla.kink.Subdifferential;
import nabla.limit.Progress;
import nabla.point.Branches;
import nabla.point.FurtherEdges;
import nabla.stencil.Estimate;
import nabla.stencil.Ladder;
import nabla.stencil.Probe;
import nabla.stencil.Sides;
import nabla.stencil.Sweeps;
import nabla.stencil.Trials;
import nabla.tensor.Tensor;
import nabla.verdict.Verdict;

/** The verification of gradients at one point. The forward graph is evaluated; no derivative rule is looked at. */
final class PointCheck {

    private static final double SHARP = 1e-9;
    /** Of more entries without a gradient none is looked at. */
    private static final int HOLES = 64;
    /** So many numbers, by entry, may be worked out at kinks. */
    private static final long WORK = 50_000;

    private final Node root;
    private final Judge judge;
    private Progress progress = Progress.NONE;
    private final Map<Input, Tensor> point;
    private final Values values;
    private final Values backprop;
    private final Branches branches;
    private final long seed;
    private Trials trials;
    private Sweeps sweeps;
    private final Noise noise;
    private final EdgeConventions edges;
    private final Appeal appeal;
    private final double effect;
    private final String undefined;
    /** Whether every rule between a node and the root is right on its own; null if nobody asked. */
    private Predicate<Node> rules;
    private boolean together;
    /** Where values or gradients stop being finite, once it is known: to find it takes a walk over the graph. */
    private String origin;

    /**
     * Evaluates at a point.
     *
     * @param graph    with the root at its end
     * @param adjoints the gradients that will be verified, by node: their noise is measured
     * @param others   other gradients, and the terms that add up to them: they are evaluated
     */
    PointCheck(Tape graph, Map<Node, Node> adjoints, Collection<Node> others, Map<Apply, List<Guard>> guards, Map<Input, Tensor> point, Judge judge, Names names,
            long seed) {
        this.root = graph.node(graph.size() - 1);
        this.seed = seed;
        this.judge = judge;
        this.point = point;
        List<Node> roots = new ArrayList<>(List.of(root));
        guards.values().forEach(list -> list.forEach(guard -> roots.add(guard.distance())));
        List<Node> noisy = new ArrayList<>(roots);
        noisy.addAll(adjoints.values());
        this.backprop = Values.at(Program.around(graph, noisy, others), point);
        this.values = backprop.upTo(roots);
        this.noise = new Noise(backprop.upTo(noisy), noisy, seed);
        this.branches = new Branches(guards, List.of(root), values, noise);
        this.appeal = new Appeal(root, point, values, noise.of(root)[0], judge);
        this.effect = effect(adjoints);
        this.edges = new EdgeConventions(branches, values, point, names);
        this.undefined = values.of(root).isFinite() ? null : new Origin(names).ofValue(root, values, guards);
    }

    /** By how much the output changes, to first order, as an entry of a leaf moves by its scale: the largest such change. */
    private double effect(Map<Node, Node> adjoints) {
        double largest = 0;
        for (Map.Entry<Node, Node> each : adjoints.entrySet()) {
            Tensor at = each.getKey() instanceof Input input ? point.get(input) : null;
            for (int k = 0; at != null && k < at.count(); k++) {
                double change = Math.abs(backprop.of(each.getValue()).at(k)) * Probe.scale(at.at(k));
                largest = Double.isFinite(change) ? Math.max(largest, change) : largest;
            }
        }
        return largest;
    }

    /** Tells how far it has come. */
    PointCheck telling(Progress told) {
        progress = told;
        return this;
    }

    /**
     * At a kink that several entries touch, their gradients have to fit together: [1; 1] is none of the maximum of two equal entries, though
     * each of its entries lies between the slopes.
     */
    PointCheck together() {
        together = true;
        return this;
    }

    /** A gradient that is wrong at a kink although each rule on the way is right on its own is a matter of conventions, which do not add up. */
    PointCheck excusing(LocalRules local) {
        rules = node -> local.hold(node, root, values);
        appeal.excuse(rules, edges::conventions);
        return this;
    }

    Values backprop() {
        return backprop;
    }

    Map<Input, Tensor> point() {
        return point;
    }

    private Trials trials() {
        trials = trials != null ? trials : new Trials(root, values, branches, seed);
        return trials;
    }

    /** An entry of a leaf because of which the slope along a random direction of all of them is not what backprop says; null if there is none. */
    Directions.Suspect suspect(Map<Node, Node> adjoints, long number) {
        Map<Input, Tensor> gradients = new LinkedHashMap<>();
        adjoints.forEach((node, adjoint) -> {
            if (node instanceof Input leaf) {
                gradients.put(leaf, backprop.of(adjoint));
            }
        });
        return undefined != null ? null : new Directions(root, point, gradients, noise.of(root)[0], judge).find(number);
    }

    /** Takes the first samples of many nodes at once, at these entries, where that is quicker. */
    PointCheck preparing(Map<Node, int[]> nodes) {
        if (undefined == null && Sweeps.pays(values.program().size())) {
            trials().telling(progress);
            sweeps = new Sweeps(trials);
            sweeps.take(nodes, Ladder.QUICK);
            trials.telling(Progress.NONE);
        }
        return this;
    }

    /** Verifies entries of the gradient of one node. {@code why} explains a gradient that is not finite. */
    NodeFinding check(Node node, Node adjoint, int[] entries, Supplier<String> why) {
        Tensor gradient = backprop.of(adjoint);
        NodeFinding finding = new NodeFinding(gradient);
        if (values.program().index(node) < 0) {
            Arrays.stream(entries).forEach(k -> finding.add(k, new Finding(new Verdict.Agreement(false), 0, 0, 0, 0, false)));
            return finding;
        }
        int[] finite = Arrays.stream(entries).filter(k -> undefined == null && Double.isFinite(gradient.at(k))).toArray();
        if (finite.length < entries.length) {
            origin = undefined != null ? undefined : origin == null ? why.get() : origin;
            int[] infinite = Arrays.stream(entries).filter(k -> undefined != null || !Double.isFinite(gradient.at(k))).toArray();
            Neighbourhood hole = undefined == null && infinite.length <= HOLES ? neighbourhood(node, infinite) : null;
            for (int k = 0; k < infinite.length; k++) {
                finding.add(infinite[k], HoleFinding.of(hole, k, gradient.at(infinite[k]), origin));
            }
        }
        if (finite.length > 0) {
            trials().telling(progress);
            Probe probe = new Probe(trials, node, finite, values, branches).knowing(Ladder.QUICK, sweeps == null ? null : sweeps.of(node));
            int[] open = settle(Ladder.quick(probe), adjoint, finite, finding);
            trials.telling(Progress.NONE);
            if (open.length > 0) {
                Probe part = probe.of(open);
                int[] still = settle(Ladder.brief(part).all(), adjoint, pick(finite, open), finding);
                if (still.length > 0) {
                    full(node, adjoint, pick(pick(finite, open), still), part.of(still), finding);
                }
            }
        }
        return finding;
    }

    /** What the function does in the neighbourhood of the point, where some entries of a node meet kinks or holes; null if that is too much work. */
    private Neighbourhood neighbourhood(Node node, int[] entries) {
        Singularity singularity = Singularity.of(point, values, branches);
        long size = values.program().entries();
        return size * entries.length > WORK ? null : new Neighbourhood(new NodeFunction(root, node, point, values.of(node)), entries,
                singularity.groups(node), noise.of(root)[0], singularity.isExact(), size);
    }

    private static int[] pick(int[] from, int[] places) {
        return Arrays.stream(places).map(k -> from[k]).toArray();
    }

    /** Judges by the first rungs; returns the places of the entries they do not settle. A zero without rounding that every sample bears out is settled, whatever others' noise. */
    private int[] settle(Estimate[] estimates, Node adjoint, int[] entries, NodeFinding finding) {
        List<Integer> open = new ArrayList<>();
        for (int k = 0; k < entries.length; k++) {
            Estimate estimate = estimates[k];
            double rounding = noise.of(adjoint)[entries[k]];
            Finding found = judge.smooth(finding.gradient().at(entries[k]), rounding, estimate);
            boolean settled = found.agrees() && (found.error() + rounding == 0 || estimate.error() <= SHARP * Math.abs(estimate.value()));
            if (settled) {
                finding.add(entries[k], found);
            } else {
                open.add(k);
            }
        }
        return open.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All rungs, then the second oracle. */
    private void full(Node node, Node adjoint, int[] entries, Probe probe, NodeFinding finding) {
        Ladder ladder = Ladder.full(probe, Ladder.Side.BOTH);
        Sides sides = new Sides(probe);
        Map<Integer, Finding> findings = new TreeMap<>();
        Map<Integer, String> conventions = new HashMap<>();
        for (int k = 0; k < entries.length; k++) {
            double b = finding.gradient().at(entries[k]);
            double rounding = noise.of(adjoint)[entries[k]];
            Finding found = judge.smooth(b, rounding, ladder.pick(k));
            if (probe.atEdge(k)) {
                found = edge(node, entries[k], b, rounding, sides, k);
                conventions.put(entries[k], edges.convention(node, entries[k]));
            } else if (probe.touchesEdge()) {
                conventions.put(entries[k], "a kink");
            }
            findings.put(entries[k], found);
        }
        double natural = Math.max(effect, Math.abs(probe.center())) / Probe.scale(values.of(node).largest());
        double scale = Math.max(finding.gradient().largest(), natural);
        appeal.decide(node, findings, noise.of(adjoint), values.of(node), scale, conventions, new FurtherEdges(node, values, branches));
        if (together) {
            together(node, finding.gradient(), findings, noise.of(adjoint));
        }
        boolean doubtful = findings.values().stream().anyMatch(found -> !found.agrees());
        if (doubtful && Masks.chooses(node, root)) {
            findings.replaceAll((entry, found) -> found.agrees() ? found
                    : Finding.without(new Verdict.Unchecked("a condition moves in steps"), found.backprop()));
        }
        findings.forEach(finding::add);
    }

    /** Whether the entries at kinks fit together. The first of them speaks for those that do not. */
    private void together(Node node, Tensor gradient, Map<Integer, Finding> findings, double[] rounding) {
        int[] kinks = findings.entrySet().stream().filter(each -> each.getValue().verdict().asKink().isPresent()).mapToInt(Map.Entry::getKey).toArray();
        Neighbourhood near = kinks.length < 2 ? null : neighbourhood(node, kinks);
        if (near == null || near.subdifferential() == null) {
            return;
        }
        double[] slack = Arrays.stream(kinks).mapToDouble(k -> rounding[k] + judge.band(gradient.at(k), gradient.at(k))).toArray();
        if (near.subdifferential().place(Arrays.stream(kinks).mapToDouble(gradient::at).toArray(), slack) == Subdifferential.Place.OUTSIDE) {
            Finding found = findings.get(kinks[0]);
            Verdict.Kink kink = found.verdict().asKink().orElseThrow();
            findings.put(kinks[0], rules != null && rules.test(node) ? found.asKink(kink.left(), kink.right(), edges.conventions(node, kinks[0]))
                    : found.asWrong("each entry between the slopes, but together none of the gradients close by"));
        }
    }

    /** An entry at whose value some guard is zero, as far as rounding can tell. */
    private Finding edge(Node node, int entry, double b, double rounding, Sides sides, int k) {
        if (sides.jumps(k) && edges.mayJump(node, entry)) {
            return Finding.without(new Verdict.Undefined(edges.jump(node, entry)), b);
        }
        Estimate left = sides.left(k);
        Estimate right = sides.right(k);
        if (left.exists() && right.exists()) {
            return judge.sides(b, rounding, left, right, edges.convention(node, entry));
        } else if (left.exists() || right.exists()) {
            return judge.smooth(b, rounding, left.exists() ? left : right);
        }
        return Finding.without(new Verdict.Unresolved("domain: " + edges.jump(node, entry)), b);
    }
}
