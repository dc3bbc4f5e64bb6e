package nabla.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn of a report: which figures and arrows, what is folded, what is marked. */
class PictureTest {

    @Test
    void drawsAFigureForEachNodeAndAnArrowForEachUse() {
        Picture picture = Picture.of(Reports.of("z = x*y + x", "x = 1", "y = 2"), false);
        assertEquals(List.of("x", "y", "v1", "z"), names(picture));
        assertEquals(List.of("x -> v1: y", "y -> v1: x", "v1 -> z: 1", "x -> z: 1"), arrows(picture));
        assertEquals(List.of("1 3", "2 1", "2 1", "3 1"), picture.figures().stream().map(figure -> figure.value() + " " + figure.gradient()).toList());
    }

    @Test
    void leavesOutWhatTheOutputDoesNotDependOn() {
        Picture picture = Picture.of(Reports.of("x = 2", "aside = x + 1", "z = x^2", "output z"), false);
        assertEquals(List.of("x", "z"), names(picture));
    }

    @Test
    void tellsWhatIsGivenFromWhatIsComputedAndWhatIsLearned() {
        Picture picture = Picture.of(Reports.of("const X = [0, 1; 1, 0]", "const Y = [1; 0]", "mlp { ", "input X", "dense 1 tanh weights [1; 2] bias 0.5",
                "loss mse(Y)", "}"), false);
        assertEquals(Part.CONSTANT, part(picture, "X"));
        assertEquals(Part.PARAMETER, part(picture, "W1"));
        assertEquals(Part.OPERATION, part(picture, "z1"));
        assertEquals(Part.LOSS, part(picture, "loss"));
        assertEquals(Part.INPUT, part(Picture.of(Reports.of("z = x^2", "x = 1"), false), "x"));
    }

    @Test
    void marksTheWrongGradientAndTheOperationAtFault() {
        Picture picture = Picture.of(Reports.of("op Double(x in R(1, 1)) {", "forward y = 2*x", "backward dx = 3*dy", "}", "x = 1.5", "z = Double(x)^2"), false);
        assertEquals(VerdictMark.WRONG, figure(picture, "x").mark());
        assertEquals("✗ wrong", figure(picture, "x").verdict());
        assertEquals(VerdictMark.GUILTY, figure(picture, "v1").mark());
        assertEquals(List.of("v1", "Double(x)", "✗ at fault"), figure(picture, "v1").label(30));
        assertTrue(figure(picture, "x").note().contains("dx"), figure(picture, "x").note());
        assertEquals(VerdictMark.RIGHT, figure(picture, "z").mark());
    }

    /** Such a rule is not run, so that no gradient is wrong. */
    @Test
    void marksTheOperationWhoseRuleDoesNotFit() {
        Picture picture = Picture.of(Reports.of("op AddBias(A in R(m, n), b in R(1, n)) {", "forward C = A + b", "backward dA = dC", "backward db = dC", "}",
                "A = [1, 2; 3, 4; 5, 6]", "b = [0.5, -0.5]", "L = sum(AddBias(A, b)^2)"), false);
        assertEquals(VerdictMark.GUILTY, figure(picture, "v1").mark());
        assertEquals(VerdictMark.RIGHT, figure(picture, "b").mark());
    }

    @Test
    void foldsDefinitionsWhereThereAreManyNodes() {
        String[] lines = new String[32];
        lines[0] = "x0 = 0.5";
        lines[1] = "w = 1.1";
        for (int k = 2; k < lines.length; k++) {
            lines[k] = "x" + (k - 1) + " = " + (k > 2 ? "sin(w*x" + (k - 2) + " + 0.1)*2" : "x0*w + x0^2");
        }
        Picture folded = Picture.of(Reports.of(lines), false);
        Picture whole = Picture.of(Reports.of(lines), true);
        assertEquals(lines.length, folded.figures().size());
        assertTrue(folded.folded());
        assertFalse(whole.folded());
        assertTrue(whole.figures().size() > 100, "" + whole.figures().size());
        assertEquals("sin(w*x9 + 0.1)*2", figure(folded, "x10").expression(60));
        folded.arrows().forEach(arrow -> assertTrue(arrow.from() < arrow.to(), "an arrow against the order"));
    }

    /** What a definition computes on its way may be used by the next: then it is not the definition's alone. */
    @Test
    void foldsLayersOfANetwork() {
        List<String> lines = new ArrayList<>(List.of("const X = [0.1, 1; 1, 0.2]", "const Y = [1; 0]", "mlp net {", "input X"));
        for (int k = 0; k < 10; k++) {
            lines.add("dense 2 tanh");
        }
        lines.addAll(List.of("dense 1 linear", "loss mse(Y)", "}"));
        Picture folded = Picture.of(Reports.of(lines.toArray(String[]::new)), false);
        assertEquals(Part.GROUP, part(folded, "net layer 3"));
        assertEquals(14, folded.figures().size());
        assertEquals(List.of("net.W3", "net.b3", "v3", "net.z3", "net.h3"), figure(folded, "net layer 3").members());
    }

    private static List<String> names(Picture picture) {
        return picture.figures().stream().map(Figure::name).toList();
    }

    private static List<String> arrows(Picture picture) {
        List<String> names = names(picture);
        return picture.arrows().stream().map(arrow -> names.get(arrow.from()) + " -> " + names.get(arrow.to()) + ": " + arrow.local()).toList();
    }

    private static Figure figure(Picture picture, String name) {
        return picture.figures().get(names(picture).indexOf(name));
    }

    private static Part part(Picture picture, String name) {
        return figure(picture, name).part();
    }
}
