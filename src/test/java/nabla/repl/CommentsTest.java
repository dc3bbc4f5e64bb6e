package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** The comments of a file outlive a session. */
class CommentsTest {

    private static final String FILE = """
            # Practice of the lecture.
            # By hand first.

            # the output
            z = x*y + x  # two paths
            x = 1

            y = 2  # a point
            mlp net {
              input y  # the data
              dense 1 linear
              loss mse(3)
            }
            output z  # not the loss

            # what comes out
            dz/dx = y + 1
            # the end
            """;

    private static Workspace loaded(String text) {
        return Change.load(Workspace.empty(Preferences.standard(false), null), new SourceText("file", text), null).workspace();
    }

    @Test
    void aFileIsSavedAsItWasLoaded() {
        assertEquals(FILE, loaded(FILE).text());
        assertEquals(FILE, loaded(FILE.replace("\n", "\r\n").replace("data\r", "data").replace("linear\r", "linear")
                .replace(")\r", ")").replace("{\r", "{")).text());
    }

    @Test
    void aNewDefinitionKeepsWhatStoodAboveTheOldOne() {
        String text = Evaluator.enter(loaded(FILE), new SourceText("", "z = 2x; y = 3 # another")).workspace().text();
        assertTrue(text.contains("# the output\nz = 2x\nx = 1\n\ny = 3  # another\n"), text);
    }

    @Test
    void aDiagnosticStandsAtItsStatement() {
        Answer answer = Evaluator.enter(loaded(FILE), new SourceText("", "w = z +")).answer();
        assertEquals(6, answer.problems().get(0).diagnostic().span().start());
        Workspace changed = Evaluator.enter(loaded(FILE), new SourceText("", "z = x*y")).workspace();
        assertEquals("dz/dx = y + 1   is no longer right", Evaluator.enter(loaded(FILE), new SourceText("", "z = x*y")).answer().lines().get(1),
                changed.text());
    }

    @Test
    void whatIsDroppedTakesItsCommentsAlong() {
        String text = loaded(FILE).without("dz/dx = y + 1").text();
        assertTrue(text.endsWith("output z  # not the loss\n"), text);
    }
}
