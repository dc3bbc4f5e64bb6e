package nabla.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void foldsStepsOfForBlocks() throws IOException {
        String[] lines = Files.readAllLines(Path.of("examples", "recurrent", "lstm.grad")).toArray(String[]::new);
        Picture folded = Picture.of(Reports.of(lines), false);
        assertEquals(List.of("h0", "c0", "Wx", "Wh", "b", "Y", "l0", "t = 1"), names(folded).subList(1, 9));
        assertEquals(List.of("x3", "v9", "h3", "v10", "v11", "v12", "l3", "c3"), figure(folded, "t = 3").members());
        assertEquals(Part.GROUP, part(folded, "t = 8"));
        assertEquals(17, folded.figures().size());
        assertTrue(arrows(folded).stream().anyMatch(arrow -> arrow.startsWith("t = 3 -> t = 4")));
        folded.arrows().forEach(arrow -> assertTrue(arrow.from() < arrow.to(), "an arrow against the order"));
        assertFalse(names(Picture.of(Reports.of(lines), true)).contains("t = 3"));
    }

    /** One pass there and one back: steps of the two blocks are no one step, for each would need the other's. */
    @Test
    void foldsStepsOfEachBlockWherePathsComeBack() {
        Picture folded = Picture.of(Reports.of("a0 in R", "const b13 = 0.5", "w = 0.7", "for t in 1..12 {", "a{t} = tanh(w*a{t-1} + 0.1)", "}",
                "for t in 1..12 {", "b{t} = sin(b{t+1}*a{t})", "}", "L = b1^2"), false);
        assertEquals(List.of("v1", "v2", "a1"), figure(folded, "t = 1, line 4").members());
        assertTrue(names(folded).contains("t = 12, line 7"), "" + names(folded));
        folded.arrows().forEach(arrow -> assertTrue(arrow.from() < arrow.to(), "an arrow against the order"));
    }

    /** A step that needs what comes of all of them is none that can be drawn as one. */
    @Test
    void leavesStepsApartThatComeBackToThemselves() {
        Picture folded = Picture.of(Reports.of("a0 = 0.5", "for t in 1..8 {", "a{t} = tanh(2*a{t-1} + 0.1)", "c{t} = a{t}*s", "}",
                "s = a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8", "L = c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8"), false);
        assertTrue(names(folded).containsAll(List.of("a3", "c3", "s")), "" + names(folded));
        folded.arrows().forEach(arrow -> assertTrue(arrow.from() < arrow.to(), "an arrow against the order"));
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
