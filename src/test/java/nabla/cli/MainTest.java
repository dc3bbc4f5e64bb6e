package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    private Path folder;
    private final Shell shell = new Shell();

    /** The engine of these tests answers with the status that the text names. */
    @BeforeEach
    void writeFiles() throws IOException {
        for (String status : new String[] {"verified", "wrong", "unresolved", "unreadable", "refused", "defect"}) {
            Files.writeString(file(status), status);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".grad");
    }

    private int check(String... names) {
        String[] arguments = new String[names.length + 1];
        arguments[0] = "check";
        for (int k = 0; k < names.length; k++) {
            arguments[k + 1] = names[k].startsWith("-") ? names[k] : file(names[k]).toString();
        }
        return shell.run(arguments);
    }

    @ParameterizedTest
    @CsvSource({"verified, 0", "wrong, 1", "unreadable, 2", "refused, 3", "unresolved, 4", "defect, 70", "missing, 2",
        "verified unresolved, 4", "unresolved wrong, 1", "wrong refused, 3", "refused missing verified, 2", "unreadable defect wrong, 70"})
    void exitsWithTheMostSerious(String names, int exit) {
        assertEquals(exit, check(names.split(" ")), shell.err());
    }

    @ParameterizedTest
    @CsvSource({"chek x.grad, no command is called 'chek'; did you mean check?", "x.grad, no command is called 'x.grad'; did you mean: nabla check x.grad",
        "check --formt json, no option is called '--formt'; did you mean --format?", "train --plt=a.svg x, no option is called '--plt=a.svg'; did you mean --plot?",
        "foo, no command is called 'foo'"})
    void saysWhatWasMeant(String arguments, String said) {
        assertEquals(2, shell.run(arguments.split(" ")));
        assertEquals("nabla: " + said, shell.err().lines().findFirst().orElseThrow());
    }

    @Test
    void strictTakesUnresolvedForWrong() {
        assertEquals(1, check("--strict", "unresolved"));
    }

    @Test
    void goesOnAfterEveryFailure() {
        check("missing", "defect", "unreadable", "verified");
        assertTrue(shell.out().contains("verified    " + file("verified")), shell.out());
        assertTrue(shell.out().contains("4 files: 1 verified, 3 unreadable"), shell.out());
    }

    @Test
    void resultsAndDiagnosticsAreApart() {
        check("unreadable");
        assertTrue(shell.err().contains("unreadable.grad:1:1: error: as the text says"), shell.err());
        assertFalse(shell.out().contains("error"), shell.out());
        check("verified");
        assertEquals("", shell.err());
        assertTrue(shell.out().startsWith(file("verified").toString()), shell.out());
    }

    @Test
    void jsonHoldsTheDiagnosticsAndNothingElseIsSaid() {
        assertEquals(2, check("--format=json", "unreadable", "missing"));
        assertEquals("", shell.err());
        assertTrue(shell.out().contains("\"message\" : \"as the text says\""), shell.out());
        assertTrue(shell.out().contains("\"message\" : \"no such file\""), shell.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo", "check", "check --frobnicate", "check --seed one x", "check --format xml x", "check --at x -e z=x",
        "check --tolerance -1 x", "check -q -v x", "check --trace --format json x", "ops nonsense"})
    void usageErrorsAreOneLineAndAPointer(String line) {
        assertEquals(2, shell.run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertEquals("", shell.out());
        assertEquals(2, shell.err().lines().count(), shell.err());
        assertTrue(shell.err().startsWith("nabla: ") && shell.err().contains("Try 'nabla --help'"), shell.err());
    }

    @Test
    void suggestsTheCommandForAFile() {
        shell.run("x.grad");
        assertTrue(shell.err().contains("did you mean: nabla check x.grad"), shell.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "check --help", "ops --help", "train --help", "repl --help"})
    void helpBeginsWithExamples(String line) {
        assertEquals(0, shell.run(line.split(" ")));
        assertTrue(shell.out().startsWith("Examples:\n  nabla "), shell.out());
        assertTrue(shell.out().lines().allMatch(text -> text.length() <= 80), shell.out());
    }

    /** A command line without options is not parsed: what stands for its options must be what parsing gives. */
    @Test
    void namesOfFilesNeedNoParsing() throws UsageError {
        String[] line = {"check", "a.grad", "b"};
        assertTrue(CheckOptions.isPlain(line));
        assertEquals(CheckOptions.of(shell.parsed(line)), CheckOptions.plain(line));
        assertFalse(CheckOptions.isPlain("check", "a.grad", "-q") || CheckOptions.isPlain("check") || CheckOptions.isPlain("derive", "x"));
    }

    @Test
    void saysItsVersionWhichIsTheProjects() throws IOException {
        assertEquals(0, shell.run("--version"));
        String version = shell.out().strip().substring("nabla ".length());
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<artifactId>nabla</artifactId>\n  <version>" + version + "</version>"));
    }

    @Test
    void aDefectIsALineAndATraceOnlyForDebug() {
        check("defect");
        assertEquals(1, shell.err().lines().filter(line -> line.startsWith("nabla: a defect of nabla")).count(), shell.err());
        assertTrue(shell.err().contains("please report it"), shell.err());
        assertFalse(shell.err().contains("\tat "), shell.err());
        check("--debug", "defect");
        assertTrue(shell.err().contains("\tat nabla.cli."), shell.err());
    }

    @Test
    void writesToAFileButNeverOverWhatItReads() throws IOException {
        Path target = folder.resolve("report.txt");
        assertEquals(0, check("verified", "-o" + target));
        assertEquals("", shell.out());
        assertTrue(Files.readString(target).startsWith(file("verified").toString()));
        assertEquals(2, check("verified", "-o" + file("verified")));
        assertEquals("verified", Files.readString(file("verified")));
        assertEquals(2, check("verified", "-o" + folder.resolve("no/such/folder")));
        assertTrue(shell.err().contains("cannot be written"), shell.err());
    }

    @Test
    void coloursOnlyWhereWanted() {
        shell.colored(true);
        check("verified");
        assertTrue(shell.out().contains("\u001b["));
        check("--no-color", "verified");
        assertFalse(shell.out().contains("\u001b["));
    }

    @Test
    void readsEquationsStandardInputAndAssignments() {
        shell.in("unresolved".getBytes(StandardCharsets.UTF_8));
        assertEquals(4, shell.run("check", "-"));
        assertEquals(1, shell.run("check", "-e", "wrong", "-e", "σ = 2", "--at", "W=[1,2;3,4],x=1", "--at", "y=f(1, 2)", "--seed", "7"));
        assertEquals("f = wrong\nσ = 2", shell.engine().source.text());
        assertTrue(shell.engine().settings.free());
        assertEquals("[W=[1,2;3,4], x=1, y=f(1, 2)]", shell.engine().settings.at().toString());
        assertEquals(7L, shell.engine().settings.seed());
    }
}
