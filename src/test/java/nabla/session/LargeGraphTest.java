package nabla.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.formula.TextFormula;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.Report.Warning;
import nabla.report.WarningCode;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A graph so large that nothing is kept of its nodes says the same as a small one, as far as it is read. */
class LargeGraphTest {

    private static final int LENGTH = 2100;
    private static final String TEXT = "x = 0.3\ny = 1.2\nv0 = x*y\n" + IntStream.rangeClosed(1, LENGTH)
            .mapToObj(i -> "v" + i + " = v" + (i - 1) + (i % 2 == 0 ? "*y" : " + x") + "\n").collect(Collectors.joining()) + "q = x^2*y\nr = x*y\nz = q*v" + LENGTH + " + r^2\n";

    private static Report report(String more, int sample) {
        Settings settings = Settings.DEFAULT;
        return new Session(new Settings(settings.seed(), settings.tolerance(), sample, settings.at(), settings.free(), settings.strict()))
                .check(new SourceText("large", TEXT + more));
    }

    @Test
    void theRightAnswerIsAFormulaInTheNamesOfTheText() {
        Report report = report("dz/dq == x\ndz/dr == x\ndq/dx == x*y\n", 1);
        assertEquals(List.of("v" + LENGTH, "2*r", "2*x*y"), report.claims().stream().map(claim -> TextFormula.text(claim.expected())).toList());
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

    /** The point hides the wrong rule, and each look draws other nodes: what the second one finds is told of nodes that the first left out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aNodeThatOnlyTheSecondLookDrewIsWrongToo(long seed) {
        Settings settings = Settings.DEFAULT;
        Report report = new Session(new Settings(seed, settings.tolerance(), 1, settings.at(), settings.free(), settings.strict())).check(new SourceText("hidden",
                "op Sq(x in R(n)) {\n  forward  y = x^2\n  backward dx = 2*dy\n}\nx = 1\nv1 = Sq(x)\nv2 = Sq(v1)\nv3 = Sq(v2)\nv4 = Sq(v3)\nv5 = Sq(v4)\n"
                        + "v6 = Sq(v5)\nz = v6*x\n"));
        List<NodeReport> wrong = report.nodes().stream().filter(NodeReport::isWrong).toList();
        assertTrue(wrong.stream().anyMatch(node -> node.name().equals("x")));
        assertEquals(report.warnings().stream().filter(warning -> warning.code() == WarningCode.SECOND_LOOK).map(Warning::node).collect(Collectors.toSet()),
                wrong.stream().map(NodeReport::name).collect(Collectors.toSet()));
        assertTrue(wrong.stream().allMatch(node -> "Sq".equals(node.verification().fault().op())), wrong::toString);
    }
}
