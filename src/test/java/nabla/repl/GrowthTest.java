package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import nabla.exercise.Ledger;
import nabla.limit.Stop;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of many lines: a line costs what it says, not what was said before; and says what it would say among all others. */
class GrowthTest {

    private static Workspace empty() {
        return Workspace.empty(Preferences.standard(false), Path.of(""));
    }

    private static Shell session(int lines, IntFunction<String> line) {
        Shell shell = new Shell(Preferences.standard(false), new Listener(), Ledger.forgetful());
        for (int k = 0; k < lines; k++) {
            Answer answer = shell.answer(new SourceText("", line.apply(k)));
            assertTrue(answer.problems().isEmpty(), answer::toString);
        }
        return shell;
    }

    /** How often the work of a session looks whether it is still wanted, which every walk does at every step. */
    private static long looks(int lines, IntFunction<String> line) {
        return Stop.looks(() -> session(lines, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x0 = 1|x%d = 0.5*x%d + 1", "x0 = 1|y%d = 3", "x0 = a*b|x%d = x%d + a", "x0 = a|p%d = a%d*b", "x0 = [1, 2; 3, 4]|W%d = x0 @ x0 + %d", "x0 = 1|const k%d = [1, 2, %d]",
        "x0 in R(3)|x%d = 0.5*x%d + 1", "x0 in R(2, 2)|x%d = sigmoid(x%d)"})
    void costGrowsWithWhatIsSaid(String lines) {
        String[] parts = lines.split("\\|");
        IntFunction<String> line = k -> k == 0 ? parts[0] : String.format(parts[1], k, k - 1);
        looks(10, line);
        long few = looks(500, line);
        long some = looks(1_000, line);
        long many = looks(2_000, line);
        assertTrue(some < 2.3 * few && many < 2.3 * some, () -> few + ", " + some + ", " + many);
    }

    /** What a definition says by itself is what it says among all others. */
    @Test
    void aLineSaysWhatItSaysAmongAllOthers() {
        List<String> forms = List.of("n = 2*o + 1", "n = sin(o)*p", "n = [o, p; p, o]", "n = o @ p", "n = o + q9", "n = sum(o)", "n = 3", "n = [1, 2]",
                "const n = [1; 2]", "n = dot(o, o)", "n = reshape(o, 1, 2)", "n = o[0, 0]", "n = x.T", "n = rows(o)", "n = zeros(2, 2) + o", "n = o^p; m = n + 1",
                "m = n*2; n = o", "n = sigmod(o)", "n = n + 1", "n = o > p", "o = 4", "n = normal(2, 2)", "n = dx", "n = q7*o", "n = f + q3", "n = e*i", "n = 2ab", "n = da", "n = do + 1", "n = max(o, p)");
        for (int session = 0; session < 40; session++) {
            compare(new SplittableRandom(5 + session), forms, List.of());
        }
    }

    /** Where inputs are sampled, a definition may ask for other values of them: then everything said before changes. */
    @Test
    void aLineOverSampledInputsSaysWhatItSaysAmongAllOthers() {
        List<String> forms = List.of("n = 2*o + 1", "n = sin(o)*p", "n = o @ p.T", "n = o + p", "n = sum(o)", "n = 3", "n = dot(o, o)", "n = log(o)", "n = sqrt(o - p)",
                "n = relu(o)", "n = abs(o + 0.001)", "n = max(o, p)", "n = 1/o", "n = o^2; m = n - p", "m = n*2; n = o", "n = x*o", "n in R(3)", "n ~ N(0, 1)", "n = o + q9", "n = y + o",
                "v0 = 4", "n = softmax(o)", "n = o/p", "n = where(o > 0, p, log(o))", "n = exp(100*o)");
        for (int session = 0; session < 60; session++) {
            compare(new SplittableRandom(7 + session), forms, List.of(session % 3 == 0 ? "v0 in R(3)" : session % 3 == 1 ? "v0, y in R(3)" : "v0 in R(3) > 0", "x = 2"));
        }
    }

    private static void compare(SplittableRandom random, List<String> forms, List<String> first) {
        Workspace grown = empty();
        List<String> said = new ArrayList<>();
        for (int k = 1; k < 12; k++) {
            String form = k <= first.size() ? first.get(k - 1) : forms.get(random.nextInt(forms.size()));
            String line = form.replaceAll("\\bn\\b", "v" + k).replaceAll("\\bm\\b", "w" + k).replaceAll("\\bo\\b", "v" + random.nextInt(k))
                    .replaceAll("\\bp\\b", "v" + random.nextInt(k)).replaceAll("\\bdo\\b", "dv" + random.nextInt(k));
            Turn one = Evaluator.enter(grown, new SourceText("", line));
            Workspace whole = new Workspace(grown.program(), grown.preferences(), grown.folder());
            ParsedInput typed = ParsedInput.read(new SourceText("", line), whole.names());
            Answer all = !typed.problems().isEmpty() ? Answer.failed(typed.problems()) : new Change(whole, typed).entered().answer();
            assertEquals(words(all), words(one.answer()), () -> said + " then " + line);
            assertEquals(text(all), text(one.answer()), () -> said + " then " + line);
            grown = one.workspace();
            said.add(line);
        }
    }

    /** What is missing, or sampled, may be told in any order. */
    private static List<List<String>> words(Answer answer) {
        return answer.lines().stream().map(line -> Arrays.stream(line.replace("(", "").split(",? ")).filter(word -> !word.equals("and")).sorted().toList()).toList();
    }

    private static List<String> text(Answer answer) {
        return answer.problems().stream().map(problem -> problem.diagnostic().message()).toList();
    }

    @Test
    void undoGoesBackThroughAllOfThem() {
        Shell shell = session(200, k -> k % 5 == 4 ? "x" + (k - 1) + " = " + k : "x" + k + " = " + (k == 0 ? "1" : "x0 + " + k));
        String text = shell.state().workspace().text();
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < 200; k++) {
            texts.add(shell.state().workspace().text());
            shell.answer(new SourceText("", ":undo"));
        }
        assertEquals("", shell.state().workspace().text());
        for (int k = 199; k >= 0; k--) {
            shell.answer(new SourceText("", ":redo"));
            assertEquals(texts.get(k), shell.state().workspace().text());
        }
        assertEquals(text, shell.state().workspace().text());
    }
}
