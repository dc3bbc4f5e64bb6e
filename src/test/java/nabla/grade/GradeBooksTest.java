package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nabla.cli.Invocation;
import nabla.export.Schemas;
import nabla.grade.CourseFile.Entry;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** The whole course through the command line: every form holds the marks worked out by hand, and reads back in what it is for. */
class GradeBooksTest {

    @TempDir
    static Path folder;
    private static CourseFile course;
    private static Path handedIn;

    @BeforeAll
    static void handIn() throws IOException {
        course = CourseFile.read();
        handedIn = course.write(folder);
        // Four submissions are enough where the form is looked at, not the marks.
        Files.createDirectories(folder.resolve("few"));
        for (String name : List.of("ada", "dan", "val", "=cmd|calc!A1")) {
            Files.copy(handedIn.resolve(name + ".grad"), folder.resolve("few").resolve(name.equals("ada") ? "lovelaceada_4711_99_ada.grad"
                    : name.equals("dan") ? "Dan Brown_77_assignsubmission_file_.grad" : name + ".grad"));
        }
    }

    private static Invocation grade(String... arguments) {
        List<String> all = new ArrayList<>(List.of("grade", "--time-limit", "60"));
        all.addAll(List.of(arguments));
        return Invocation.of(all.toArray(String[]::new));
    }

    private static Invocation few(String format) {
        return grade("--format", format, folder.resolve("homework.grad").toString(), folder.resolve("few").toString());
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
            return parser.getRecords();
        }
    }

    @Test
    void theGradeBookIsTheOneWorkedOutByHand() throws IOException {
        Invocation run = grade("--format", "csv", "-j", "2", folder.resolve("homework.grad").toString(), handedIn.toString());
        List<CSVRecord> rows = csv(run.out());
        assertEquals(31, rows.size());
        assertEquals(List.of("learner", "id", "file", "1", "1 outcome", "2", "2 outcome", "3", "3 outcome", "4", "4 outcome", "5", "5 outcome",
                "total", "without follow-through", "look at"), rows.get(0).toList());
        List<Entry> sorted = course.thirty().stream().sorted((a, b) -> (a.name() + ".grad").compareTo(b.name() + ".grad")).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Entry entry = sorted.get(i);
            CSVRecord row = rows.get(i + 1);
            assertEquals(entry.name(), row.get(0).replaceFirst("^'=", "="));
            for (int k = 0; k < 5; k++) {
                assertEquals(entry.expected().get(k).marks(), Double.parseDouble(row.get(3 + 2 * k)), 0.005, row::toString);
            }
            assertEquals(entry.total(), Double.parseDouble(row.get(13)), 0.005, row::toString);
        }
        assertEquals(2, run.exit());
        assertTrue(rows.get(1).get(0).startsWith("'="), "a name that is a formula");
    }

    @Test
    void canvasKnowsTheHeader() throws IOException {
        List<CSVRecord> rows = csv(few("canvas").out());
        assertEquals(List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section", "homework"), rows.get(0).toList());
        assertTrue(rows.get(1).get(0).contains("Points Possible"));
        assertEquals("10.00", rows.get(1).get(5));
        CSVRecord ada = rows.stream().filter(row -> row.get(0).equals("lovelaceada")).findFirst().orElseThrow();
        assertEquals(List.of("4711", "10.00"), List.of(ada.get(1), ada.get(5)));
    }

    @Test
    void moodleKnowsTheHeader() throws IOException {
        List<CSVRecord> rows = csv(few("moodle").out());
        assertTrue(rows.get(0).toList().containsAll(List.of("Identifier", "Grade", "Last modified (grade)", "Feedback comments")));
        CSVRecord dan = rows.stream().filter(row -> row.get(0).equals("Participant 77")).findFirst().orElseThrow();
        assertEquals("6.00", dan.get(2));
        assertEquals("", dan.get(4), "no date, and nothing with an apostrophe");
        assertTrue(dan.get(5).contains("the sign is flipped"), dan::toString);
    }

    @Test
    void jenkinsKnowsTheReport() throws IOException, SAXException {
        String xml = few("junit").out();
        Schemas.validate(xml);
        assertTrue(xml.contains("tests=\"20\"") && xml.contains("type=\"unreadable\">0 of 2 points, could not be read"), xml);
    }

    /** The field names of Gradescope's specification, of the document and of a test. */
    @Test
    void gradescopeKnowsTheFields() throws IOException {
        String json = grade("--format", "gradescope", folder.resolve("homework.grad").toString(), handedIn.resolve("dan.grad").toString()).out();
        Set<String> outer = Set.of("execution_time", "output", "output_format", "visibility", "stdout_visibility", "tests");
        Set<String> inner = Set.of("score", "max_score", "status", "name", "number", "output", "output_format", "tags", "visibility");
        assertEquals(List.of(new TreeSet<>(outer), new TreeSet<>(inner)), fields(json));
        assertTrue(json.contains("\"status\" : \"passed\"") && json.contains("\"status\" : \"failed\""), json);
        assertFalse(json.contains("\"correct\""));
    }

    private static List<Set<String>> fields(String json) throws IOException {
        Set<String> outer = new TreeSet<>();
        Set<String> inner = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token == JsonToken.START_OBJECT ? 1 : token == JsonToken.END_OBJECT ? -1 : 0;
                if (token == JsonToken.FIELD_NAME) {
                    (depth == 1 ? outer : inner).add(parser.currentName());
                }
            }
        }
        return List.of(outer, inner);
    }

    @Test
    void aFileForEachLearnerAndNeverTheSolution() throws IOException {
        Path feedback = folder.resolve("feedback");
        grade("--feedback", feedback.toString(), folder.resolve("homework.grad").toString(), folder.resolve("few").toString());
        try (var files = Files.list(feedback)) {
            List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(List.of("001-cmd-calc-A1.txt", "002-Dan-Brown.txt", "003-lovelaceada.txt", "004-val.txt"), names);
        }
        String dan = Files.readString(feedback.resolve("002-Dan-Brown.txt"));
        assertTrue(dan.contains("the sign is flipped") && dan.contains("right given your answer to question 2"), dan);
        assertFalse(dan.contains("right answer is") || dan.contains("right one"), dan);
        String revealed = grade("--reveal", folder.resolve("homework.grad").toString(), handedIn.resolve("dan.grad").toString()).out();
        assertTrue(revealed.contains("the right answer is (P - Y)/3"), revealed);
    }

    @Test
    void everyFormIsTheSameWithAnyNumberOfThreads() {
        for (String format : List.of("text", "json", "md", "csv")) {
            assertEquals(grade("-j", "1", "-v", "--format", format, folder.resolve("homework.grad").toString(), folder.resolve("few").toString()),
                    grade("-j", "4", "-v", "--format", format, folder.resolve("homework.grad").toString(), folder.resolve("few").toString()));
        }
    }

    @Test
    void nothingReachesTheTerminal() throws IOException {
        for (String format : List.of("text", "json", "md", "csv", "junit", "moodle")) {
            Invocation run = grade("-v", "--format", format, folder.resolve("homework.grad").toString(), handedIn.resolve("esc.grad").toString());
            assertTrue((run.out() + run.err()).chars().allMatch(c -> c >= ' ' && c != 0x7f && c != 0x202e || c == '\n'), format);
        }
    }
}
