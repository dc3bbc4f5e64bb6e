package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.formula.TextFormula;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** A graph so large that nothing is kept of its nodes says the same as a small one, as far as it is read. */
class LargeGraphTest {

    private static final int LENGTH = 2100;
    private static final String TEXT = "x = 0.3\ny = 1.2\nv0 = x*y\n" + IntStream.rangeClosed(1, LENGTH)
            .mapToObj(i -> "v" + i + " = v" + (i - 1) + (i % 2 == 0 ? "*y" : " + x") + "\n").collect(Collectors.joining()) + "q = x^2*y\nz = q*v" + LENGTH + "\n";

    private static Report report(String more, int sample) {
        Settings settings = Settings.DEFAULT;
        return new Session(new Settings(settings.seed(), settings.tolerance(), sample, settings.at(), settings.free(), settings.strict()))
                .check(new SourceText("large", TEXT + more));
    }

    @Test
    void theRightAnswerIsAFormulaInTheNamesOfTheText() {
        Report report = report("dz/dq == x\ndq/dx == x*y\n", 1);
        assertEquals(List.of("v" + LENGTH, "2*x*y"), report.claims().stream().map(claim -> TextFormula.text(claim.expected())).toList());
    }

    @Test
    void aNodeOfWhichNoEntryWasDrawnHasItsGradient() {
        NodeReport node = report("", 2).nodes().stream().filter(each -> "q".equals(each.name())).findFirst().orElseThrow();
        NodeReport output = report("", 2).nodes().stream().filter(each -> ("v" + LENGTH).equals(each.name())).findFirst().orElseThrow();
        assertEquals(output.value().at(0), node.gradient().at(0));
        assertEquals("not among the entries drawn", node.verdict().reason());
        assertEquals(0, node.verification().checked());
    }

    @Test
    void everyNodeIsVerifiedWhereAllAreAskedFor() {
        List<NodeReport> nodes = report("", 0).nodes();
        assertTrue(nodes.size() > LENGTH);
        assertTrue(nodes.stream().allMatch(node -> node.verdict().agrees()), () -> nodes.stream()
                .filter(node -> !node.verdict().agrees()).map(NodeReport::name).toList().toString());
    }
}
