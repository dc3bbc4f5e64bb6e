package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.report.MistakeCode;
import nabla.report.TestCodes;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Assignment 1 of NUS CS5242 set as a problem: learners hand in two CSV files with the gradients of all layers. Two published graders of it
 * accept zeros and flipped signs where gradients are small; here none passes, and the mistake is named.
 */
class AssignmentFilesTest {

    /** Of the one example; rows of the first layer's weights. */
    private static final int FEATURES = 14;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern CLAIM = Pattern.compile("dnet\\.(\\w+) = csv\\(\"true-(d[wb])-[^\"]*\",(.*)\\) within 1e-5");

    private static Path folder() throws URISyntaxException {
        return Path.of(AssignmentFilesTest.class.getResource("/cs5242-a1").toURI());
    }

    /** The claims of the graph file as questions. */
    private static Assignment assignment(String net) throws IOException, URISyntaxException {
        StringBuilder problem = new StringBuilder();
        for (String line : Files.readAllLines(folder().resolve("net-" + net + ".grad"))) {
            Matcher claim = CLAIM.matcher(line);
            problem.append(claim.matches() ? "question \"" + claim.group(1) + "\" dnet." + claim.group(1) + " points 1 within 1e-5\n\""
                    + claim.group(1) + "\" = csv(\"" + claim.group(2) + ".csv\"," + claim.group(3) + ")" : line).append('\n');
        }
        Assignment assignment = new Assignment(new SourceText("a1.grad", problem.toString()), folder(), Settings.DEFAULT, false);
        assertTrue(assignment.isReadable(), () -> assignment.diagnostics().toString());
        return assignment;
    }

    private static Map<String, String> published(String net) throws IOException, URISyntaxException {
        Map<String, String> files = new HashMap<>();
        files.put("dw.csv", Files.readString(folder().resolve("true-dw-" + net + ".csv")));
        files.put("db.csv", Files.readString(folder().resolve("true-db-" + net + ".csv")));
        return files;
    }

    private static MarkedSubmission mark(Assignment assignment, Map<String, String> files) {
        return assignment.mark(new Submission(new Learner("a", ""), "a.zip", null, files, null), LIMIT);
    }

    private static Map<String, String> changed(Map<String, String> files, UnaryOperator<String> change) {
        Map<String, String> changed = new HashMap<>();
        files.forEach((name, text) -> changed.put(name, Pattern.compile("[^,\\n\\r]+").matcher(text).replaceAll(m -> change.apply(m.group()))));
        return changed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-40-4", "28-6-4", "14-28-4"})
    void thePublishedGradientsGetAllTheMarks(String net) throws IOException, URISyntaxException {
        Assignment assignment = assignment(net);
        MarkedSubmission marked = mark(assignment, published(net));
        marked.marks().forEach(mark -> assertEquals(Outcome.RIGHT, mark.outcome(), mark::toString));
        assertEquals(assignment.items().size(), marked.total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-40-4", "28-6-4", "14-28-4"})
    void wrongOnesGetNoneAndTheMistakeIsNamed(String net) throws IOException, URISyntaxException {
        Assignment assignment = assignment(net);
        Map<String, String> right = published(net);
        assertMistake("sign", mark(assignment, changed(right, number -> String.valueOf(-Double.parseDouble(number)))));
        assertMistake("zero", mark(assignment, changed(right, number -> "0.0")));
        assertMistake("factor", mark(assignment, changed(right, number -> String.valueOf(1.01 * Double.parseDouble(number)))));
    }

    private static void assertMistake(String code, MarkedSubmission marked) {
        for (Mark mark : marked.marks()) {
            assertEquals(Outcome.WRONG, mark.outcome(), mark::toString);
            assertEquals(0, mark.marks(), mark::toString);
            assertTrue(mark.mistake() != null && mark.mistake().possible().contains(TestCodes.of(code)), () -> code + " expected: " + mark);
        }
    }

    /** Layers of one size, one handed in for the other. */
    @ParameterizedTest
    @ValueSource(strings = {"28-6-4", "14-28-4"})
    void layersHandedInForEachOtherAreFound(String net) throws IOException, URISyntaxException {
        Map<String, String> files = published(net);
        List<String> rows = new ArrayList<>(files.get("db.csv").lines().toList());
        Collections.swap(rows, 1, 2);
        files.put("db.csv", String.join("\n", rows));
        Assignment assignment = assignment(net);
        MarkedSubmission marked = mark(assignment, files);
        for (int i = 0; i < marked.marks().size(); i++) {
            Mark mark = marked.marks().get(i);
            boolean swapped = mark.item().label().matches("b[23]");
            assertEquals(swapped ? Outcome.WRONG : Outcome.RIGHT, mark.outcome(), mark::toString);
            if (swapped) {
                assertTrue(mark.mistake() != null && mark.mistake().possible().contains(MistakeCode.OTHER_VARIABLE), mark::toString);
            }
        }
    }

    /** The weights of the second and third layer, which are square. */
    @ParameterizedTest
    @ValueSource(strings = {"28-6-4", "14-28-4"})
    void weightsHandedInForEachOtherAreFound(String net) throws IOException, URISyntaxException {
        Map<String, String> files = published(net);
        List<String> rows = new ArrayList<>(files.get("dw.csv").lines().toList());
        int size = Integer.parseInt(net.split("-")[0]);
        for (int k = 0; k < size; k++) {
            Collections.swap(rows, FEATURES + k, FEATURES + size + k);
        }
        files.put("dw.csv", String.join("\n", rows));
        for (Mark mark : mark(assignment(net), files).marks()) {
            boolean swapped = mark.item().label().matches("W[23]");
            assertEquals(swapped ? Outcome.WRONG : Outcome.RIGHT, mark.outcome(), mark::toString);
            assertEquals(swapped ? 0 : 1, mark.marks(), mark::toString);
            assertTrue(!swapped || mark.mistake() != null && mark.mistake().possible().contains(MistakeCode.OTHER_VARIABLE), mark::toString);
        }
    }
}
