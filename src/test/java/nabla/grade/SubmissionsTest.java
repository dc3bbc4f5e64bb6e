package nabla.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nabla.cli.Invocation;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed in is read within limits, and nothing else is. */
class SubmissionsTest {

    private static final String PROBLEM = "z = sum(W^2)\nW = [1, 2; 3, 4]\nquestion \"a\" dW points 2\n";

    @TempDir
    private Path folder;

    private Submission read(String name) {
        return new Submissions.SubmissionFile(name, folder.resolve(name)).read();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        return zip(StandardCharsets.UTF_8, namesAndTexts);
    }

    private static byte[] zip(Charset names, String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (int k = 0; k < namesAndTexts.length; k += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[k]));
                zip.write(namesAndTexts[k + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private double total(Submission submission) {
        return new Assignment(new SourceText("p.grad", PROBLEM), null, Settings.DEFAULT, false).mark(submission, Duration.ofSeconds(30)).total();
    }

    @Test
    void aFolderAndAZipOfTablesAreSubmissions() throws IOException {
        write("ada/a.csv", "2,4\n6,8\n");
        Files.write(folder.resolve("bob.zip"), zip("hw/dW.csv", "\uFEFF2.0,4.0\n6.0,8.0\n", "hw/readme.md", "hello", "__MACOSX/a.csv", "x"));
        assertEquals(2, total(read("ada")));
        assertEquals(2, total(read("bob.zip")));
        assertEquals(List.of("ada", "bob.zip"), Submissions.at(folder).stream().map(Submissions.SubmissionFile::file).toList());
    }

    @Test
    void aTextBesideAFileOfAnswersIsANote() throws IOException {
        write("ada/answers.grad", "dW = 2W");
        Files.write(folder.resolve("ada/readme.txt"), new byte[] {'d', 'W', '=', (byte) 0xE9});
        Files.write(folder.resolve("bob.zip"), zip("hw/README.txt", "dW is on the way", "hw/a.grad", "x = 3"));
        Assignment assignment = new Assignment(new SourceText("p.grad", PROBLEM), null, Settings.DEFAULT, false);
        MarkedSubmission ada = assignment.mark(read("ada"), Duration.ofSeconds(30));
        assertEquals(2, ada.total(), ada::toString);
        assertTrue(!ada.needsEye() && ada.remarks().contains("answers.grad: warning: readme.txt beside it is not read"), () -> ada.remarks().toString());
        assertTrue(assignment.mark(read("bob.zip"), Duration.ofSeconds(30)).needsEye());
        write("cem/readme.txt", "dW = 2W");
        assertEquals(2, total(read("cem")));
    }

    @Test
    void namesInAZipMayHaveLettersOfAnyKind() throws IOException {
        Files.write(folder.resolve("new.zip"), zip("lösung/ü.txt", "dW = 2W"));
        Files.write(folder.resolve("old.zip"), zip(StandardCharsets.ISO_8859_1, "lösung/ü.txt", "dW = 2W", "Lösung/á.png", "?"));
        assertEquals(2, total(read("new.zip")));
        assertEquals(2, total(read("old.zip")));
        byte[] neither = zip("aé.txt", "dW = 2W");
        String text = new String(neither, StandardCharsets.ISO_8859_1).replace("aÃ©.txt", "aÃÿ.txt");
        Files.write(folder.resolve("neither.zip"), text.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("the zip cannot be read", read("neither.zip").problem().text());
        Files.write(folder.resolve("evil.zip"), zip(StandardCharsets.ISO_8859_1, "../ü.txt", "dW = 2W"));
        assertEquals("refused: a name in the zip leads out of it", read("evil.zip").problem().text());
    }

    @Test
    void numbersInTablesMayBeRoundedLikeOthers() throws IOException {
        String problem = "z = sum(sin(W))\nW = [1, 2; 3, 4]\nquestion \"a\" dW points 2\n";
        Assignment assignment = new Assignment(new SourceText("p.grad", problem), null, Settings.DEFAULT, false);
        write("ada/a.csv", "0.5403,-0.4161\n-0.99,-0.6536\n");
        write("bob/a.csv", "0.5403023,-0.4161468\n-0.9899925,-0.6536436\n");
        write("cem/a.csv", "0.54030234,-0.41614684\n-0.9899925,-0.6536436\n");
        MarkedSubmission ada = assignment.mark(read("ada"), Duration.ofSeconds(30));
        assertEquals(Outcome.ROUNDED, ada.marks().get(0).outcome(), ada::toString);
        assertEquals(Outcome.ROUNDED, assignment.mark(read("bob"), Duration.ofSeconds(30)).marks().get(0).outcome());
        Mark single = assignment.mark(read("cem"), Duration.ofSeconds(30)).marks().get(0);
        assertEquals(Outcome.WRONG, single.outcome());
        assertTrue(single.remarks().contains("off by very little: more digits are asked for than the numbers have"), single::toString);
    }

    @Test
    void aTableThatIsNoneIsUnreadable() throws IOException {
        write("ada/a.csv", "2,four\n6,8\n");
        Submission submission = read("ada");
        MarkedSubmission marked = new Assignment(new SourceText("p.grad", PROBLEM), null, Settings.DEFAULT, false).mark(submission, Duration.ofSeconds(30));
        assertEquals(Outcome.UNREADABLE, marked.marks().get(0).outcome());
        assertTrue(marked.marks().get(0).remarks().stream().anyMatch(remark -> remark.startsWith("a.csv: error: \"a.csv\", line 1, column 2")), marked::toString);
    }

    @Test
    void anOperationByAnotherNameIsNotLost() throws IOException {
        String problem = "op Gate(x in R(m, n)) {\nforward y = 2x\n}\nz = v\nv = 1\nquestion \"a\" op Gate\n";
        Assignment assignment = new Assignment(new SourceText("p.grad", problem), null, Settings.DEFAULT, false);
        write("ada.grad", "op Gaet(x) {\nforward y = 2x\nbackward dx = 2dy\n}");
        MarkedSubmission marked = assignment.mark(read("ada.grad"), Duration.ofSeconds(30));
        assertTrue(marked.needsEye() && marked.problems().stream().anyMatch(one -> "did you mean Gate?".equals(one.hint())), () -> marked.remarks().toString());
        write("bob.grad", "op gate(x) {\nforward y = 2x\nbackward dx = 2dy\n}");
        MarkedSubmission bob = assignment.mark(read("bob.grad"), Duration.ofSeconds(30));
        assertTrue(bob.total() == 1 && bob.remarks().contains("bob.grad:1:4: warning: gate is read as Gate"), () -> bob.remarks().toString());
    }

    @Test
    void aLineThatMayHaveBeenMeantAsAnAnswerIsNotLost() throws IOException {
        Assignment assignment = new Assignment(new SourceText("p.grad", PROBLEM), null, Settings.DEFAULT, false);
        write("ada.grad", "slope = 2W");
        write("bob.grad", "gradW = 2W\ndW = gradW");
        write("dan.grad", "gradW = 2W");
        write("cem.grad", "dW = 2W\ncheck = 3");
        MarkedSubmission ada = assignment.mark(read("ada.grad"), Duration.ofSeconds(30));
        assertTrue(ada.needsEye() && ada.remarks().contains("ada.grad:1:1: warning: slope answers no question, and no answer uses it"),
                () -> ada.remarks().toString());
        MarkedSubmission dan = assignment.mark(read("dan.grad"), Duration.ofSeconds(30));
        assertTrue(dan.total() == 2 && dan.remarks().contains("dan.grad:1:1: warning: gradW is read as dz/dW"), () -> dan.remarks().toString());
        for (String name : List.of("bob.grad", "cem.grad")) {
            MarkedSubmission marked = assignment.mark(read(name), Duration.ofSeconds(30));
            assertTrue(!marked.needsEye() && marked.remarks().isEmpty(), () -> marked.remarks().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"../escape.grad", "a/../../escape.csv", "/etc/escape.grad", "C:\\escape.grad", "..\\escape.csv"})
    void aZipThatLeadsOutIsRefused(String name) throws IOException {
        Files.write(folder.resolve("evil.zip"), zip(name, "dW = 2W"));
        assertEquals("refused: a name in the zip leads out of it", read("evil.zip").problem().text());
    }

    @Test
    void aZipThatGrowsIsRefused() throws IOException {
        Files.write(folder.resolve("bomb.zip"), zip("a.grad", "#".repeat(40 << 20)));
        assertEquals("refused: a.grad is larger than 1 MiB", read("bomb.zip").problem().text());
        Files.write(folder.resolve("other.zip"), zip("picture.png", "#".repeat(70 << 20)));
        assertEquals("refused: more than 64 MiB in all", read("other.zip").problem().text());
        String[] many = new String[2 * 201];
        for (int k = 0; k < many.length; k += 2) {
            many[k] = k + ".csv";
            many[k + 1] = "1";
        }
        Files.write(folder.resolve("many.zip"), zip(many));
        assertEquals("refused: more than 200 files in the zip", read("many.zip").problem().text());
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path secret = write("elsewhere/secret.grad", "dW = 2W");
        Files.createDirectories(folder.resolve("ada"));
        Files.createSymbolicLink(folder.resolve("link.grad"), secret);
        Files.createSymbolicLink(folder.resolve("ada/a.csv"), secret);
        assertEquals("refused: it is a link to another file", read("link.grad").problem().text());
        assertEquals("refused: a.csv is a link to another file", read("ada").problem().text());
    }

    @Test
    void whatCannotBeReadSaysWhy() throws IOException {
        write("large.grad", "#".repeat((1 << 20) + 1));
        Files.write(folder.resolve("latin.grad"), new byte[] {'d', 'W', '=', (byte) 0xE9});
        write("empty.grad", " \n");
        write("no.zip", "this is no zip");
        write("two/a.grad", "dW = 2W");
        write("two/b.grad", "dW = 2W");
        write("none/a.docx", "?");
        assertEquals("refused: a file is larger than 1 MiB", read("large.grad").problem().text());
        assertEquals("latin.grad is not UTF-8 text (line 1): save it as UTF-8", read("latin.grad").problem().text());
        assertEquals("the file is empty", read("empty.grad").problem().text());
        assertEquals("the zip is empty, or no zip", read("no.zip").problem().text());
        byte[] whole = zip("a.grad", "dW = 2W");
        Files.write(folder.resolve("part.zip"), Arrays.copyOf(whole, 40));
        assertEquals("the zip cannot be read", read("part.zip").problem().text());
        assertEquals("there are two files of answers, a.grad and b.grad", read("two").problem().text());
        assertTrue(read("none").problem().text().startsWith("there is no file of answers"));
        assertEquals("no such file", read("missing.grad").problem().text());
        Files.write(folder.resolve("wide.grad"), "\uFEFFdW = 2W".getBytes(StandardCharsets.UTF_16LE));
        assertNull(read("wide.grad").problem());
        assertEquals(2, total(read("wide.grad")));
    }

    @Test
    void oneThatIsRefusedStopsNoOther() throws IOException {
        write("p.grad", PROBLEM);
        write("in/good.grad", "dW = 2W");
        write("in/huge.grad", "#".repeat((1 << 20) + 1));
        write("in/words.grad", "dW = 1" + "\n+ 1".repeat(60_000));
        Invocation run = Invocation.of("grade", folder.resolve("p.grad").toString(), folder.resolve("in").toString());
        assertEquals(3, run.exit(), run::out);
        assertTrue(run.out().contains("good") && run.out().contains("refused, a file is larger than 1 MiB")
                && run.out().contains("refused, more than 100,000 words"), run::out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Ada Lovelace_1234567_assignsubmission_file_ | Ada Lovelace | 1234567",
        "lovelaceada_4711_998877_hw1.grad | lovelaceada | 4711",
        "lovelaceada_LATE_4711_998877_hw1.zip | lovelaceada | 4711",
        "ada.grad | ada | ''"})
    void learnersAreToldFromTheNamesOfFiles(String file, String name, String id) {
        assertEquals(new Learner(name, id), Learner.of(file));
    }
}
