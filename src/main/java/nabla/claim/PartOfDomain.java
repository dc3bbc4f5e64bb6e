package nabla.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Claim;
import nabla.model.Domain;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.point.Branches;
import nabla.point.Sampling;
import nabla.point.Ties;
import nabla.simplify.Formulas;
import nabla.tensor.Tensor;

/**
 * Tries a claim all over the domain, without keeping away from edges: √(x²) and x are equal where x &gt; 0, log(x² − 9) and
 * log(x − 3) + log(x + 3) where x &gt; 3. Which part that is can be said where the sign of an input, or of a distance from an edge or
 * a kink of the two formulas, tells the points apart.
 */
final class PartOfDomain {

    private static final int POINTS = 192;
    private static final int ENOUGH = 5;
    private static final int LARGEST = 2000;
    private static final double LOST = 1e6;

    private final Model model;
    private final Claim claim;
    private final List<Node> candidates = new ArrayList<>();
    private final List<Node> domains = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private String words;

    /** What may tell the points apart: where it is positive, or negative, the claim holds, and elsewhere it does not. */
    private record Condition(Node candidate, int sign) {

        boolean fits(Trial trial) {
            return trial.same == lies(trial.values.of(candidate), sign);
        }

        private String written() {
            return PartOfDomain.written(candidate, sign > 0 ? ">" : "<");
        }
    }

    /** A point where at least one side has a value, and whether both have the same. */
    record Trial(Map<Input, Tensor> point, Values values, boolean same) { }

    PartOfDomain(Model model, Claim claim) {
        this.model = model;
        this.claim = claim;
    }

    /** Tries the claim; whether it holds on one side of something and not on the other. */
    boolean isPart() {
        List<Node> order = Topology.order(List.of(claim.truth(), claim.answer()));
        if (order.size() > LARGEST || order.stream().mapToLong(node -> node.shape().count()).sum() > 10L * LARGEST) {
            return false;
        }
        List<Node> watched = new ArrayList<>(List.of(claim.truth(), claim.answer()));
        collect();
        watched.addAll(candidates);
        boolean derivative = claim.kind() != Claim.Kind.VALUE && model.root() != null;
        if (derivative) {
            watched.add(model.root());
        }
        Program program = new Program(watched);
        SplittableRandom random = new SplittableRandom(model.seed() * 43 + 1);
        List<Condition> open = new ArrayList<>();
        candidates.forEach(candidate -> open.addAll(List.of(new Condition(candidate, 1), new Condition(candidate, -1))));
        for (int i = 0, seen = 0; i < POINTS && !open.isEmpty(); i++) {
            Map<Input, Tensor> point = point(i, random);
            Values values = Values.at(program, point);
            if (!derivative || values.of(model.root()).isFinite()) {
                add(point, values, i);
            }
            for (; seen < trials.size(); seen++) {
                Trial trial = trials.get(seen);
                open.removeIf(condition -> !condition.fits(trial));
            }
        }
        long same = trials.stream().filter(Trial::same).count();
        words = open.stream().map(Condition::written).filter(Objects::nonNull).findFirst().orElse(null);
        return same >= ENOUGH && trials.size() - same >= ENOUGH && words != null;
    }

    private Map<Input, Tensor> point(int number, SplittableRandom random) {
        Map<Input, Tensor> point = new IdentityHashMap<>();
        for (Leaf leaf : model.leaves()) {
            boolean fixed = leaf.value() != null && leaf.domain().isFixed();
            point.put(leaf.node(), fixed ? leaf.value() : wide(Sampling.draw(leaf, number % Sampling.STYLES, random), leaf, number));
        }
        return point;
    }

    /** Every second point lies further out, if no range was given. */
    private static Tensor wide(Tensor drawn, Leaf leaf, int number) {
        boolean free = leaf.domain() instanceof Domain.Interval range && Double.isInfinite(range.from()) && Double.isInfinite(range.to());
        return free && number / Sampling.STYLES % 2 == 1 ? Tensor.of(drawn.shape(), k -> 8 * drawn.at(k)) : drawn;
    }

    private void add(Map<Input, Tensor> point, Values values, int number) {
        Tensor correct = values.of(claim.truth());
        Tensor yours = values.of(claim.answer());
        if (correct.isFinite() && yours.isFinite()) {
            Noise noise = new Noise(values, List.of(claim.truth(), claim.answer()), model.seed() + number);
            if (isLost(noise, correct, yours)) {
                return;
            }
            boolean same = Closeness.of(claim, correct, yours, noise) != Closeness.DIFFERENT;
            if (same || !Ties.decide(claim, point, model.seed() + number)) {
                trials.add(new Trial(point, values, same));
            }
        } else if ((correct.isFinite() || yours.isFinite() && claim.kind() == Claim.Kind.VALUE) && isOutside(values)) {
            trials.add(new Trial(point, values, false));
        }
    }

    /** Whether a point lies outside some domain. An overflow is no such thing. */
    private boolean isOutside(Values values) {
        return domains.stream().anyMatch(distance -> Arrays.stream(values.of(distance).data()).anyMatch(entry -> entry < 0));
    }

    /** Whether nothing but rounding is left of the values, as of 1 − tanh² far out: they look the same there, whatever they are. */
    private boolean isLost(Noise noise, Tensor correct, Tensor yours) {
        double rounding = 0;
        for (int k = 0; k < correct.count(); k++) {
            rounding = Math.max(rounding, noise.of(claim.truth())[k] + noise.of(claim.answer())[k]);
        }
        return Math.max(correct.largest(), yours.largest()) < LOST * rounding;
    }

    /** A point where the two sides differ or one has no value. */
    Trial witness() {
        return trials.stream().filter(trial -> !trial.same).findFirst().orElseThrow();
    }

    /** Which part it is, in words; null where the sign of nothing tells it from the rest, and it may be chance. */
    String words() {
        return words == null ? null : "equal on part of the domain: where " + words;
    }

    /** Whether every input that the claim is about is sampled: only then does it speak of more than the points of the text. */
    boolean isGeneral() {
        List<Node> order = Topology.order(List.of(claim.truth(), claim.answer()));
        List<Leaf> inputs = model.leaves().stream().filter(leaf -> order.contains(leaf.node())).toList();
        return !inputs.isEmpty() && inputs.stream().allMatch(leaf -> leaf.value() == null);
    }

    /** Edges and kinks first: they are the exact places. */
    private void collect() {
        List<Node> sides = List.of(claim.truth(), claim.answer());
        for (List<Guard> guards : Branches.guards(sides).values()) {
            for (Guard guard : guards) {
                if (guard.kind() != Guard.Kind.WINNER) {
                    candidates.add(guard.distance());
                }
                if (guard.kind() == Guard.Kind.DOMAIN) {
                    domains.add(guard.distance());
                }
            }
        }
        Topology.order(sides).stream().filter(Input.class::isInstance).forEach(candidates::add);
    }

    private static boolean lies(Tensor distance, int sign) {
        for (int k = 0; k < distance.count(); k++) {
            if (!(sign * distance.at(k) > 0)) {
                return false;
            }
        }
        return true;
    }

    private static String written(Node candidate, String sign) {
        boolean difference = candidate instanceof Apply apply && apply.op().meaning() == Meaning.DIFFERENCE && apply.name() == null;
        Node left = difference ? candidate.arguments().get(0) : candidate;
        Formula right = difference ? Formulas.of(candidate.arguments().get(1)).orElse(null) : Formula.number(0);
        Formula formula = Formulas.of(left).orElse(null);
        return formula == null || right == null ? null : TextFormula.text(Formula.infix(sign, formula, right));
    }
}
