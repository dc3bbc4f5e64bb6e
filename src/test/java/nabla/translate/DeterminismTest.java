package nabla.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    private static Model model(String text) {
        return Translator.translate(new Reader(Functions.names()).read(new SourceText("test", text)), Options.NONE);
    }

    private static Tensor leaf(Model model, String name) {
        return model.leaves().stream().filter(leaf -> leaf.node().name().equals(name)).findFirst().orElseThrow().value();
    }

    @Test
    void editingElsewhereChangesNoDraw() {
        Tensor before = leaf(model("W = normal(2, 2)\nz = sum(W)"), "W");
        Tensor after = leaf(model("# a comment\nV = normal(2, 2)\nW = normal(2, 2)\nz = sum(W @ V)"), "W");
        assertEquals(before, after);
    }

    @Test
    void everyCallDrawsAnew() {
        Model model = model("W = normal(2, 2)\nV = normal(2, 2)\nU = normal(2, 2) - normal(2, 2)\nz = sum(U + V + W)");
        assertNotEquals(leaf(model, "W"), leaf(model, "V"));
        assertTrue(leaf(model, "U").largest() > 0);
    }

    @Test
    void theSeedOfTheFileCountsUnlessOverridden() {
        Tensor zero = leaf(model("W = normal(2, 2)\nz = sum(W)"), "W");
        Tensor seven = leaf(model("seed 7\nW = normal(2, 2)\nz = sum(W)"), "W");
        assertNotEquals(zero, seven);
        Model overridden = Translator.translate(new Reader(Functions.names()).read(new SourceText("test", "W = normal(2, 2)\nz = sum(W)")),
                new Options(7L, List.of(), false, null));
        assertEquals(seven, leaf(overridden, "W"));
        assertEquals(7, overridden.seed());
    }

    @Test
    void freeSizesDiffer() {
        for (int seed = 0; seed < 20; seed++) {
            Model model = model("seed " + seed + "\nA in R(m, k)\nB in R(k, n)\nC in R(3, p)\nn2 = 5\nD in R(n2, q)\nz = sum(A @ B)");
            Set<Integer> sizes = new TreeSet<>();
            model.leaves().forEach(leaf -> sizes.addAll(List.of(leaf.node().shape().rows(), leaf.node().shape().columns())));
            assertEquals(7, sizes.size(), () -> model.leaves().toString());
            assertTrue(!sizes.contains(1) && sizes.containsAll(List.of(3, 5)));
        }
    }

    @Test
    void freeSizesDifferFromThoseWrittenInCalls() {
        for (int seed = 0; seed < 20; seed++) {
            Model model = model("seed " + seed + "\nv in R(n)\nz = sum(v)*sum(-[eye(7) @ ones(7, 2 ); zeros(4, 2)].T + 1)");
            assertTrue(Set.of(3, 5, 6).contains(model.leaves().get(0).node().shape().rows()), () -> model.leaves().toString());
        }
    }
}
