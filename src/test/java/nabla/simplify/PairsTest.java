package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nabla.claim.ClaimJudge;
import nabla.claim.ClaimResult;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Claim;
import nabla.model.Model;
import nabla.point.Points;
import nabla.point.PointSampler;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random formulas beside themselves rewritten, which must never be refuted, and changed in one place, which must never be proved. */
class PairsTest {

    private static final String SCALARS = "x, y in R";
    private static final String MATRICES = "A, B in R(3, 3); X in R(2, 3); u in R(3); w in R(1, 3); s in R";
    private static final int STEPS = 4;

    @Test
    void aRewrittenFormulaIsNotRefuted() {
        rewritten(400);
    }

    @Test
    void aChangedFormulaIsNotProved() {
        changed(400);
    }

    @Test
    @Tag("soak")
    void noneOfTenThousandRewrittenFormulasIsRefuted() {
        rewritten(10_000);
    }

    @Test
    @Tag("soak")
    void noneOfTenThousandChangedFormulasIsProved() {
        changed(10_000);
    }

    private static Node formula(Random random) {
        return random.nextBoolean() ? RandomExpressions.scalar(random, 1 + random.nextInt(10)) : RandomExpressions.matrix(random, 1 + random.nextInt(8));
    }

    private static void rewritten(int pairs) {
        int proved = 0;
        for (int seed = 0, made = 0; made < pairs; seed++) {
            Random random = new Random(seed);
            Node original = formula(random);
            Node other = original;
            Surgery surgery = new Surgery(random, new Identities().all());
            for (int step = 0; step < 1 + seed % STEPS && other != null; step++) {
                other = surgery.once(other);
            }
            ClaimResult result = other == null ? null : judged(original, other);
            if (result != null && result.judgement() != Judgement.UNRESOLVED) {
                made++;
                boolean same = Equality.of(original, other) == Equality.Verdict.PROVED;
                proved += same ? 1 : 0;
                String pair = "seed " + seed + ": " + result.claim().text() + " from " + Programs.text(original);
                assertTrue(result.judgement() == Judgement.RIGHT, () -> pair + " " + result.note() + " " + result.yours() + result.correct());
            }
        }
        assertTrue(proved > 0.9 * pairs, proved + " of " + pairs + " proved");
    }

    /** The claim that two formulas are equal, judged at points; null if it is too long to be written. */
    private static ClaimResult judged(Node original, Node other) {
        String left = Programs.text(original);
        String right = Programs.text(other);
        if (left.equals("too long") || right.equals("too long")) {
            return null;
        }
        boolean matrices = Topology.order(List.of(original, other)).stream().anyMatch(node -> node instanceof Input && "ABXuws".contains(node.name()));
        Model model = Programs.model(matrices ? MATRICES : SCALARS, "f = " + left + " + 0*" + (matrices ? "s" : "x*y"), "f == " + right);
        PointSampler sampler = new PointSampler(model.leaves(), List.of(model.root()));
        List<Map<Input, Tensor>> points = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            points.add(sampler.first(k).point());
        }
        Claim claim = model.claims().get(0);
        // 0/log(0) is 0 on a computer; a formula that has a value only there is none.
        boolean through = points.stream().anyMatch(point -> isInfiniteInside(model.root(), point));
        return claim.problem() != null || through ? null : new ClaimJudge(model, new Points(model, points)).judge().get(0);
    }

    private static boolean isInfiniteInside(Node root, Map<Input, Tensor> point) {
        Values values = Values.at(new Program(List.of(root)), point);
        return Topology.order(List.of(root)).stream().anyMatch(node -> !values.of(node).isFinite());
    }

    private static void changed(int pairs) {
        for (int seed = 0, made = 0; made < pairs; seed++) {
            Random random = new Random(seed);
            Node original = formula(random);
            Node rewritten = new Surgery(random, new Identities().all()).once(original);
            Node other = rewritten == null ? null : new Surgery(random, Changes.all(random)).once(rewritten);
            if (other != null && differ(original, other, random)) {
                made++;
                String pair = "seed " + seed + ": " + Programs.text(original) + " and " + Programs.text(other);
                assertTrue(Equality.of(original, other) != Equality.Verdict.PROVED, pair);
            }
        }
    }

    /** Whether they are far apart where both have a value. */
    private static boolean differ(Node a, Node b, Random random) {
        Program program = new Program(List.of(a, b));
        for (int k = 0; k < 12; k++) {
            Map<Input, Tensor> point = new IdentityHashMap<>();
            for (Node node : Topology.order(List.of(a, b))) {
                if (node instanceof Input input) {
                    point.put(input, Tensor.of(input.shape(), entry -> random.nextGaussian() * 1.5));
                }
            }
            Values values = Values.at(program, point);
            if (values.of(a).isFinite() && values.of(b).isFinite() && distance(values.of(a), values.of(b)) > 1e-3) {
                return true;
            }
        }
        return false;
    }

    private static double distance(Tensor a, Tensor b) {
        double largest = 0;
        for (int k = 0; k < a.count(); k++) {
            largest = Math.max(largest, Math.abs(a.at(k) - b.at(k)));
        }
        double size = Math.max(a.largest(), b.largest());
        return size > 1e6 ? 0 : largest / Math.max(size, 1e-3);
    }
}
