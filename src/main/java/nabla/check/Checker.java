package nabla.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.backward.ReversePass;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Tape;
import nabla.limit.Progress;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.op.Algebra;
import nabla.point.Branches;
import nabla.point.PointSampler;
import nabla.point.Points;
import nabla.stencil.Ladder;
import nabla.tensor.Tensor;

/** Verifies every gradient of a model: each leaf and each inner node, at the point of the text or at several sampled ones. */
public final class Checker {

    private final Model model;
    private final CheckPrecision precision;
    private final Progress progress;
    private Budget budget = Budget.STANDARD;
    private final boolean whole;
    private final Tape tape;
    private final Names names;
    private final List<Node> inner;
    private final ReversePass pass;
    private final Adjoints adjoints;
    private final Map<Apply, List<Guard>> guards;

    /** Differentiates; nothing is evaluated yet. */
    public Checker(Model model, CheckPrecision precision) {
        this(model, precision, Progress.NONE);
    }

    /** The same, telling how far it has come. */
    public Checker(Model model, CheckPrecision precision, Progress progress) {
        this(model, precision, progress, true);
    }

    /** Within another budget. */
    Checker within(Budget other) {
        budget = other;
        return this;
    }

    /** The gradients of the leaves alone, at kinks entry by entry. */
    public static Checker ofLeaves(Model model, CheckPrecision precision) {
        return new Checker(model, precision, Progress.NONE, false);
    }

    private Checker(Model model, CheckPrecision precision, Progress progress, boolean withInner) {
        this.progress = progress;
        this.whole = withInner;
        this.model = model;
        this.precision = precision;
        this.tape = Tape.of(List.of(model.root()));
        this.names = new Names(tape.nodes());
        List<Node> variables = leaves();
        boolean[] dependents = tape.reached(variables);
        this.inner = withInner ? inner(dependents, smooth()) : List.of();
        List<Node> targets = new ArrayList<>(variables);
        targets.addAll(inner);
        this.pass = ReversePass.ofNumbers(tape, Algebra.ones(model.root().shape()), dependents);
        this.adjoints = new Adjoints(tape, pass, targets);
        this.guards = Branches.guards(tape);
    }

    /** The leaves with a gradient. */
    private List<Node> leaves() {
        return model.leaves().stream().filter(leaf -> !leaf.constant()).map(leaf -> (Node) leaf.node()).toList();
    }

    /** The nodes with a gradient that are no leaves; of each place it is given whether it depends on a leaf, and whether it is smooth. */
    private List<Node> inner(boolean[] dependent, boolean[] smooth) {
        List<Node> found = new ArrayList<>();
        for (int i = 0; i < tape.size(); i++) {
            Node node = tape.node(i);
            if (dependent[i] && smooth[i] && node instanceof Apply && isWritten(node)) {
                found.add(node);
            }
        }
        return found;
    }

    /** By place, whether a node is used as more than what decides, as the condition of a {@code where} does: by that there is no derivative. */
    private boolean[] smooth() {
        boolean[] smooth = new boolean[tape.size()];
        smooth[tape.size() - 1] = true;
        for (int i = 0; i < tape.size(); i++) {
            for (int k = 0; k < tape.count(i); k++) {
                smooth[tape.argument(i, k)] |= !((Apply) tape.node(i)).op().decides(k);
            }
        }
        return smooth;
    }

    /** Whether a node is part of the text: ⟨dC, C⟩ of an output that is not a scalar is not. */
    private boolean isWritten(Node node) {
        return model.upstream() == null || node == model.output() || !node.arguments().contains(model.upstream())
                && node != model.root();
    }

    /** Evaluates and verifies. */
    public VerifiedGraph run() {
        List<PointSampler.Draw> draws = Points.draws(model);
        List<Map<Input, Tensor>> points = draws.stream().map(PointSampler.Draw::point).toList();
        Values first = null;
        Map<Node, NodeResult> results = new IdentityHashMap<>();
        Map<Node, Blame.Fault> faults = new IdentityHashMap<>();
        int count = points.size();
        EntrySelection all = new EntrySelection(precision.sample(), leaves(), inner, model.seed());
        boolean cut = precision.sample() == 0 && !budget.allows(model.root(), chosen(all), count);
        EntrySelection selection = cut ? new EntrySelection(Budget.SAMPLE, leaves(), inner, model.seed()) : all;
        String share = null;
        progress.begin((long) Ladder.QUICK.length * count * verified(selection).keySet().stream().mapToLong(node -> entries(selection, node)).sum());
        try {
            for (int i = 0; i < count; i++) {
                Judge judge = new Judge(precision.tolerance());
                LocalCheck local = new LocalCheck(points.get(i), judge, model.seed());
                PointCheck check = new PointCheck(tape, verified(selection), adjoints.all(i == 0), guards, points.get(i), judge, names,
                        model.seed() * 31 + i).telling(progress).excusing(local);
                if (whole) {
                    check.together();
                }
                first = first == null ? check.backprop() : first;
                Directions.Suspect suspect = cut && i == 0 ? check.suspect(verified(selection), model.seed()) : null;
                share = cut && i == 0 ? share(suspect) : share;
                verify(check, with(suspect, chosen(selection)), results, i);
                blame(check, local, results, i, faults);
            }
        } finally {
            // Also where it is stopped: a bar would be drawn on over what comes next.
            progress.end();
        }
        return new VerifiedGraph(new VerifiedGraph.DerivedGraph(tape.nodes(), names, pass, adjoints), points, first, results, faults, Points.unmet(draws), share);
    }

    private long entries(EntrySelection selection, Node node) {
        int all = node.shape().count();
        return node instanceof Apply ? selection.ofInner(node).length : selection.of(all);
    }

    private void blame(PointCheck check, LocalCheck local, Map<Node, NodeResult> results, int point, Map<Node, Blame.Fault> faults) {
        Map<Node, NodeResult> wrong = new IdentityHashMap<>();
        results.forEach((node, result) -> {
            if (result.point() == point && result.isWrong()) {
                wrong.put(node, result);
            }
        });
        if (!wrong.isEmpty()) {
            Blame blame = new Blame(tape.nodes(), wrong, check.backprop(), local);
            wrong.keySet().forEach(node -> faults.put(node, blame.of(node)));
        }
    }

    /** The gradients of which entries are verified. In order: the noise of one must not depend on where the nodes lie in memory. */
    private Map<Node, Node> verified(EntrySelection selection) {
        Map<Node, Node> verified = new LinkedHashMap<>();
        leaves().forEach(leaf -> verified.put(leaf, adjoints.of(leaf)));
        selection.inner().forEach(node -> verified.put(node, adjoints.of(node)));
        return verified;
    }

    /** The entries to verify, by node: of the leaves, then of the inner nodes. */
    private Map<Node, int[]> chosen(EntrySelection selection) {
        Map<Node, int[]> entries = new LinkedHashMap<>();
        for (Leaf leaf : model.leaves()) {
            if (!leaf.constant()) {
                entries.put(leaf.node(), selection.ofLeaf(leaf.node()));
            }
        }
        selection.inner().forEach(node -> entries.put(node, selection.ofInner(node)));
        return entries;
    }

    private static Map<Node, int[]> with(Directions.Suspect suspect, Map<Node, int[]> entries) {
        if (suspect != null) {
            entries.computeIfPresent(suspect.leaf(), (leaf, some) -> IntStream.concat(Arrays.stream(some), IntStream.of(suspect.entry()))
                    .distinct().sorted().toArray());
        }
        return entries;
    }

    private static String share(Directions.Suspect suspect) {
        return "too many entries to verify one by one in reasonable time: " + Budget.SAMPLE + " of each leaf were, and " + Budget.SAMPLE
                + " of the inner nodes; all entries of the leaves at once along " + Directions.COUNT + " random directions "
                + (suspect == null ? "agree" : "do not agree") + ". --sample all verifies each";
    }

    private void verify(PointCheck check, Map<Node, int[]> entries, Map<Node, NodeResult> results, int point) {
        check.preparing(entries);
        entries.forEach((node, some) -> verify(check, node, some, results, point));
    }

    private void verify(PointCheck check, Node node, int[] entries, Map<Node, NodeResult> results, int point) {
        NodeFinding finding = check.check(node, adjoints.of(node), entries,
                () -> new Origin(names).ofGradient(tape.nodes(), pass, check.point()));
        results.merge(node, NodeResult.of(node, finding, point), (before, now) -> before.and(finding, point));
    }
}
