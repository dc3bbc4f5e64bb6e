package nabla.claim;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import nabla.forward.FieldValues;
import nabla.forward.Noise;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Claim;
import nabla.model.Domain;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.number.BigFloat;
import nabla.number.Precision;
import nabla.point.Corners;
import nabla.point.Sampling;
import nabla.point.Ties;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/**
 * A point where a claimed formula is wrong that is right at all usual ones: {@code where(x < 2, 2x, 3x)} for the derivative of x², or
 * 2x + relu(x − 2). Looked for in the {@link Corners}; what doubles find there, 60 digits must confirm.
 */
record Counterexample(Model model, Claim claim, List<Map<Input, Tensor>> usual) {

    private static final int LARGEST = 3000;
    /** More rounding than this share of the right answer, and the point shows nothing. */
    private static final double LOST = 1e-6;
    private static final double NOTHING = 1e-280;
    /** What differs by less than this share may be meant so: 1e-12 under a root keeps it from 0. */
    private static final double SAME = 1e-5;

    /**
     * The point, or null if there seems to be none. A value that looks like labels, as [0, 1], is none to a claim about the gradient by it.
     * Whether rows or columns of a matrix like [0, 1; 1, 0] are labels cannot be told: a claim that fails both ways is wrong.
     */
    Map<Input, Tensor> point() {
        List<Node> sides = List.of(claim.truth(), claim.answer());
        List<Node> watched = claim.of() == null ? sides : List.of(claim.truth(), claim.answer(), claim.of());
        List<Node> order = Topology.order(watched);
        if (order.size() > LARGEST || order.stream().mapToLong(node -> node.shape().count()).sum() > LARGEST) {
            return null;
        }
        List<Leaf> leaves = model.leaves().stream().map(leaf -> leaf.node() == claim.by() && isLabel(leaf) ? with(leaf, Domain.ANY) : leaf).toList();
        if (leaves.stream().noneMatch(leaf -> leaf.domain() instanceof Domain.Permutation)) {
            return point(watched, leaves);
        }
        Map<Input, Tensor> rows = point(watched, labelled(leaves, new Domain.OneHot(false)));
        return rows == null || point(watched, labelled(leaves, new Domain.OneHot(true))) == null ? null : rows;
    }

    private static boolean isLabel(Leaf leaf) {
        return leaf.value() != null && !Sampling.fixed(leaf) && !(leaf.domain() instanceof Domain.Interval);
    }

    private static List<Leaf> labelled(List<Leaf> leaves, Domain labels) {
        return leaves.stream().map(leaf -> leaf.domain() instanceof Domain.Permutation ? with(leaf, labels) : leaf).toList();
    }

    private static Leaf with(Leaf leaf, Domain domain) {
        return new Leaf(leaf.node(), leaf.constant(), leaf.value(), domain);
    }

    private Map<Input, Tensor> point(List<Node> watched, List<Leaf> leaves) {
        List<Map<Input, Tensor>> begin = leaves.equals(model.leaves()) ? usual : List.of();
        Corners corners = new Corners(leaves, begin, leaf -> leaf.value() == null || !Sampling.fixed(leaf), false, watched);
        Program program = new Program(watched);
        SplittableRandom random = new SplittableRandom(model.seed() * 47 + 1);
        for (int i = 0; i < Corners.COUNT; i++) {
            Map<Input, Tensor> point = corners.point(i, random);
            Values values = Values.at(program, point);
            if (isKnown(watched, values) && isRoughlyWrong(values.of(claim.truth()), values.of(claim.answer())) && isWrong(values, point, i)) {
                return point;
            }
        }
        return null;
    }

    private static boolean isKnown(List<Node> watched, Values values) {
        for (Node node : watched) {
            if (!values.of(node).isFinite()) {
                return false;
            }
        }
        return true;
    }

    /** Before rounding is looked at, which takes more time. */
    private static boolean isRoughlyWrong(Tensor correct, Tensor yours) {
        double largest = correct.largest();
        boolean off = false;
        for (int k = 0; k < correct.count(); k++) {
            off |= Math.abs(correct.at(k) - yours.at(k)) > SAME * largest;
        }
        return off && Math.max(largest, yours.largest()) > NOTHING;
    }

    private boolean isWrong(Values values, Map<Input, Tensor> point, int number) {
        Tensor correct = values.of(claim.truth());
        Noise noise = new Noise(values, List.of(claim.truth(), claim.answer()), model.seed() + number);
        double rounding = 0;
        for (int k = 0; k < correct.count(); k++) {
            rounding = Math.max(rounding, noise.of(claim.truth())[k] + noise.of(claim.answer())[k]);
        }
        if (!(rounding <= LOST * Math.max(correct.largest(), values.of(claim.answer()).largest()))
                || Closeness.of(claim, correct, values.of(claim.answer()), noise) != Closeness.DIFFERENT
                || Ties.decide(claim, point, model.seed() + number)) {
            return false;
        }
        Program program = new Program(List.of(claim.truth(), claim.answer()));
        FieldValues<BigFloat> sharp = new FieldValues<>(program, point, Precision.SHARP::number);
        Tensor exact = rounded(sharp.of(claim.truth()), correct);
        return exact.isFinite() && Closeness.of(claim, exact, rounded(sharp.of(claim.answer()), correct), noise) == Closeness.DIFFERENT;
    }

    private static Tensor rounded(Numbers<BigFloat> numbers, Tensor like) {
        return Tensor.of(like.shape(), k -> numbers.at(k).getReal());
    }
}
