package nabla.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.report.Verdict;

/** The verification of gradients at one point. The forward graph is evaluated; no derivative rule is looked at. */
final class PointCheck {

    private static final double SHARP = 1e-9;

    private final Node root;
    private final Judge judge;
    private final Values values;
    private final Values backprop;
    private final Branches branches;
    private final Noise noise;
    private final Edges edges;
    private final Appeal appeal;
    private final String undefined;
    /** Where values or gradients stop being finite, once it is known: to find it takes a walk over the graph. */
    private String origin;

    /**
     * Evaluates at a point.
     *
     * @param adjoints the gradients that will be verified: their noise is measured
     * @param others   other gradients, and the terms that add up to them: they are evaluated
     */
    PointCheck(Node root, Collection<Node> adjoints, Collection<Node> others, Map<Apply, List<Guard>> guards, Map<Input, Matrix> point, Judge judge, Names names,
            long seed) {
        this.root = root;
        this.judge = judge;
        List<Node> roots = new ArrayList<>(List.of(root));
        guards.values().forEach(list -> list.forEach(guard -> roots.add(guard.distance())));
        List<Node> all = new ArrayList<>(roots);
        all.addAll(adjoints);
        all.addAll(others);
        this.backprop = Values.at(new Tape(all), point);
        this.values = backprop.upTo(roots);
        this.branches = new Branches(guards, List.of(root), values);
        roots.addAll(adjoints);
        List<Node> noisy = new ArrayList<>(adjoints);
        noisy.add(root);
        this.noise = new Noise(backprop.upTo(roots), noisy, seed);
        this.appeal = new Appeal(root, point, judge);
        this.edges = new Edges(branches, values, point, names);
        this.undefined = values.of(root).isFinite() ? null : new Origin(names).ofValue(root, values);
    }

    Values backprop() {
        return backprop;
    }

    /** Verifies entries of the gradient of one node. {@code why} explains a gradient that is not finite. */
    NodeFinding check(Node node, Node adjoint, int[] entries, Supplier<String> why) {
        Matrix gradient = backprop.of(adjoint);
        NodeFinding finding = new NodeFinding(gradient);
        if (values.tape().index(node) < 0) {
            Arrays.stream(entries).forEach(k -> finding.add(k, new Finding(new Verdict.Agree(false), 0, 0, 0, 0, false)));
            return finding;
        }
        int[] finite = Arrays.stream(entries).filter(k -> undefined == null && Double.isFinite(gradient.at(k))).toArray();
        if (finite.length < entries.length) {
            origin = origin != null ? origin : undefined != null ? undefined : why.get();
            Arrays.stream(entries).filter(k -> undefined != null || !Double.isFinite(gradient.at(k))).forEach(k -> finding.add(k,
                    Finding.without(new Verdict.Undefined(origin), gradient.at(k))));
        }
        int[] open = brief(node, adjoint, finite, finding);
        if (open.length > 0) {
            full(node, adjoint, open, finding);
        }
        return finding;
    }

    /** The first four rungs; returns the entries they do not settle. */
    private int[] brief(Node node, Node adjoint, int[] entries, NodeFinding finding) {
        if (entries.length == 0) {
            return entries;
        }
        Probe probe = new Probe(root, node, entries, values, branches);
        Ladder ladder = Ladder.brief(probe);
        List<Integer> open = new ArrayList<>();
        for (int k = 0; k < entries.length; k++) {
            Estimate estimate = ladder.pick(k, noise.of(root)[0]);
            Finding found = judge.smooth(finding.gradient().at(entries[k]), noise.of(adjoint)[entries[k]], estimate);
            boolean settled = found.verdict() instanceof Verdict.Agree && estimate.error() <= SHARP * Math.abs(estimate.value());
            if (settled) {
                finding.add(entries[k], found);
            } else {
                open.add(entries[k]);
            }
        }
        return open.stream().mapToInt(Integer::intValue).toArray();
    }

    private void full(Node node, Node adjoint, int[] entries, NodeFinding finding) {
        Probe probe = new Probe(root, node, entries, values, branches);
        Ladder ladder = Ladder.full(probe, Ladder.Side.BOTH);
        Sides sides = new Sides(probe);
        Map<Integer, Finding> findings = new TreeMap<>();
        for (int k = 0; k < entries.length; k++) {
            double b = finding.gradient().at(entries[k]);
            double rounding = noise.of(adjoint)[entries[k]];
            double one = noise.of(root)[0];
            if (probe.atEdge(k)) {
                finding.add(entries[k], edge(node, entries[k], b, rounding, sides, k));
                continue;
            }
            Finding found = judge.smooth(b, rounding, ladder.pick(k, one));
            if (!(found.verdict() instanceof Verdict.Agree) && sides.kinked(k, one)) {
                finding.add(entries[k], judge.sides(b, rounding, sides.left(k, one), sides.right(k, one), "a kink"));
            } else {
                findings.put(entries[k], found);
            }
        }
        appeal.decide(node, findings, noise.of(adjoint), values.of(node), finding.gradient().largest());
        findings.forEach(finding::add);
    }

    /** An entry at whose value some guard is exactly zero. */
    private Finding edge(Node node, int entry, double b, double rounding, Sides sides, int k) {
        double one = noise.of(root)[0];
        if (sides.jumps(k, one)) {
            return Finding.without(new Verdict.Undefined(edges.jump(node, entry)), b);
        }
        Estimate left = sides.left(k, one);
        Estimate right = sides.right(k, one);
        if (left.exists() && right.exists()) {
            return judge.sides(b, rounding, left, right, edges.convention(node, entry));
        } else if (left.exists() || right.exists()) {
            return judge.smooth(b, rounding, left.exists() ? left : right);
        }
        return Finding.without(new Verdict.Unresolved("domain: " + edges.jump(node, entry)), b);
    }
}
