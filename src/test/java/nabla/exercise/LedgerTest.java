package nabla.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Progress outlives sessions, other sessions, and damage. */
class LedgerTest {

    private static final Level ONE = Level.EASIEST;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("deep").resolve("progress");
    }

    private static void add(Ledger ledger, Result result) {
        ledger.change(progress -> progress.with(Topic.LOSSES, ONE, result, List.of("sign")));
    }

    @Test
    void isReadAgain() throws IOException {
        add(Ledger.at(file()), Result.RIGHT);
        add(Ledger.at(file()), Result.NOT);
        Ledger later = Ledger.at(file());
        assertEquals(new PupilProgress.Score(2, "rn"), later.progress().of(Topic.LOSSES, ONE).orElseThrow());
        assertEquals(2, later.progress().mistakes().get("sign"));
        assertEquals("nabla progress 1", Files.readAllLines(file()).get(0));
    }

    @Test
    void sessionsDoNotOverwriteEachOther() {
        List<Ledger> sessions = Stream.generate(() -> Ledger.at(file())).limit(8).toList();
        IntStream.range(0, 200).parallel().forEach(k -> add(sessions.get(k % 8), Result.RIGHT));
        assertEquals(200, Ledger.at(file()).progress().of(Topic.LOSSES, ONE).orElseThrow().done());
        sessions.forEach(session -> assertNull(session.trouble()));
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        add(Ledger.at(file()), Result.RIGHT);
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertEquals(List.of("progress", "progress.lock"), files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void keepsWhatCanBeReadOfADamagedFile() throws IOException {
        Files.createDirectories(file().getParent());
        byte[] damaged = "nabla progress 1\nlosses 1 3 rrh\nloss\u0000es 2 x\nlosses 3 99999999999999999999 r\nmistake sign 4\n\u00ff\u00fe".getBytes("ISO-8859-1");
        Files.write(file(), damaged);
        Ledger ledger = Ledger.at(file());
        assertEquals("rrh", ledger.progress().of(Topic.LOSSES, ONE).orElseThrow().recent());
        add(ledger, Result.RIGHT);
        assertTrue(ledger.trouble().contains("damaged"));
        assertEquals(new PupilProgress.Score(4, "rrhr"), Ledger.at(file()).progress().of(Topic.LOSSES, ONE).orElseThrow());
        assertEquals(damaged.length, Files.size(file().resolveSibling("progress.damaged")));
    }

    @Test
    void leavesAFileOfALaterVersionAlone() throws IOException {
        Files.createDirectories(file().getParent());
        List<String> later = List.of("nabla progress 2", "something new");
        Files.write(file(), later);
        Ledger ledger = Ledger.at(file());
        add(ledger, Result.RIGHT);
        assertEquals(later, Files.readAllLines(file()));
        assertTrue(ledger.trouble().contains("later version"));
        assertEquals("r", ledger.progress().of(Topic.LOSSES, ONE).orElseThrow().recent());
    }

    @Test
    void doesWithoutAFileThatCannotBeWritten() throws IOException {
        Path blocked = folder.resolve("plain");
        Files.writeString(blocked, "a file where a folder should be");
        Ledger ledger = Ledger.at(blocked.resolve("progress"));
        add(ledger, Result.RIGHT);
        add(ledger, Result.RIGHT);
        assertEquals("rr", ledger.progress().of(Topic.LOSSES, ONE).orElseThrow().recent());
        assertNotNull(ledger.trouble());
    }

    @Test
    void remembersTheLastTen() {
        Ledger ledger = Ledger.forgetful();
        IntStream.range(0, 12).forEach(k -> add(ledger, k < 2 ? Result.NOT : Result.RIGHT));
        assertEquals(new PupilProgress.Score(12, "r".repeat(10)), ledger.progress().of(Topic.LOSSES, ONE).orElseThrow());
    }
}
