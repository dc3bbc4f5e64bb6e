package nabla.assembly;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import nabla.claim.ClaimJudge;
import nabla.claim.ClaimResult;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.mistake.Recogniser;
import nabla.model.Claim;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.model.Repair;
import nabla.op.Algebra;
import nabla.point.Points;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/**
 * The claims of a text as they are judged: by what the derivatives are, or, where that explains more of them, by the convention that leaves
 * the factor 1/m of a mean to the gradients of the parameters, dZ = A − Y and dW = 1/m · dZ Aᵀ.
 *
 * @param mean m, where it is left to the parameters; otherwise 1
 */
public record MeanConvention(Model model, Points points, List<ClaimResult> results, int mean) {

    /**
     * The convention that most of the claims follow.
     *
     * @param leaving the text read again with every gradient of a computed node m times as large
     */
    public static MeanConvention of(Model model, Points points, List<ClaimResult> results, IntFunction<Model> leaving) {
        MeanConvention best = new MeanConvention(model, points, results, 1);
        boolean open = results.stream().anyMatch(result -> result.judgement() == Judgement.WRONG)
                && results.stream().anyMatch(result -> isInner(result.claim(), model));
        for (int m : open ? Recogniser.averaged(model.root()) : List.<Integer>of()) {
            MeanConvention other = judged(leaving.apply(m), points, m);
            best = other.isShown() && other.right() > best.right() ? other : best;
        }
        return best;
    }

    private static MeanConvention judged(Model model, Points points, int m) {
        List<Map<Input, Tensor>> same = new ArrayList<>();
        for (Map<Input, Tensor> point : points.text()) {
            Map<Input, Tensor> moved = new IdentityHashMap<>();
            for (Leaf leaf : model.leaves()) {
                point.forEach((input, value) -> {
                    if (input.name().equals(leaf.node().name())) {
                        moved.put(leaf.node(), value);
                    }
                });
            }
            same.add(moved);
        }
        Points places = new Points(model, same);
        return new MeanConvention(model, places, new ClaimJudge(model, places).judge(), m);
    }

    private static boolean isInner(Claim claim, Model model) {
        return claim.of() != null && claim.of() == model.root() && claim.by() instanceof Apply && claim.by() != model.output();
    }

    /** Whether the gradient of a parameter takes the mean itself. */
    private boolean isShown() {
        return results.stream().anyMatch(result -> result.claim().of() == model.root() && result.claim().by() instanceof Input
                && result.judgement() == Judgement.RIGHT);
    }

    private long right() {
        return results.stream().filter(result -> result.judgement() == Judgement.RIGHT).count();
    }

    /** Whether the convention makes a difference to a claim. */
    boolean applies(Claim claim) {
        return mean != 1 && isInner(claim, model);
    }

    /** A result without the factor: mistakes are made in the gradient as it is. */
    public ClaimResult plain(ClaimResult result) {
        return applies(result.claim()) ? plain(result, mean) : result;
    }

    /** The same for whatever is m times as large. */
    public static ClaimResult plain(ClaimResult result, int m) {
        Claim claim = result.claim();
        List<Repair> repairs = claim.repairs().stream().map(repair -> new Repair(repair.text(), repair.product(), divided(repair.answer(), m))).toList();
        Claim plain = new Claim(claim.source(), claim.kind(), divided(claim.truth(), m), divided(claim.answer(), m), claim.derivative(),
                new Claim.Fit(claim.problem(), claim.hint(), repairs), null, null);
        return result.of(plain);
    }

    private static Node divided(Node node, int m) {
        return node == null ? null : Algebra.mul(1.0 / m, node);
    }
}
