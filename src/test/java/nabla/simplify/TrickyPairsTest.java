package nabla.simplify;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nabla.claim.ClaimJudge;
import nabla.claim.ClaimResult;
import nabla.graph.Input;
import nabla.model.Claim;
import nabla.model.Model;
import nabla.point.Points;
import nabla.point.PointSampler;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Pairs that invite a wrong step: roots and branches, cancelled zeros, kinks, products that do not commute, sums along the other axis. */
class TrickyPairsTest {

    @ParameterizedTest(name = "{1} and {2}: {3}")
    @CsvFileSource(resources = "/simplify/tricky.txt", delimiter = '|', quoteCharacter = '$')
    void isNeverProvedNorRefutedWrongly(String inputs, String left, String right, Truth truth) {
        Model model = Programs.model(inputs, "f = " + left, left + " == " + right);
        Claim claim = model.claims().get(0);
        Equality.Verdict proof = Equality.of(claim.truth(), claim.answer(), Programs.facts(model));
        PointSampler sampler = new PointSampler(model.leaves(), List.of(claim.truth(), claim.answer()));
        List<Map<Input, Tensor>> points = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            points.add(sampler.first(k).point());
        }
        ClaimResult result = new ClaimJudge(model, new Points(model, points)).judge().get(0);
        switch (truth) {
            case EQUAL -> assertNotEquals(Judgement.WRONG, result.judgement());
            case PARTLY -> assertTrue(result.judgement() != Judgement.WRONG || result.note().contains("part of the domain"), result.note());
            case DIFFERENT -> assertNotEquals(Equality.Verdict.PROVED, proof);
        }
    }

    /** Partly: equal wherever both sides have a value, which one of them has not at some points. */
    enum Truth { EQUAL, PARTLY, DIFFERENT }
}
