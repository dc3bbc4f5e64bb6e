package nabla.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.session.Quantity;
import nabla.session.Session;
import nabla.source.Diagnostic.Severity;
import nabla.source.SourceText;
import nabla.verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded sessions, typed again. After a change that is meant, {@code -Dsessions.rewrite=true} writes them anew. */
class TranscriptsTest {

    private static final Path SESSIONS = Path.of("src", "test", "resources", "nabla", "repl", "sessions");

    static Stream<Path> sessions() {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void answersAsRecorded(Path session) throws IOException {
        List<String> recorded = Files.readAllLines(session);
        List<String> now = Transcript.of(recorded).lines();
        if (Boolean.getBoolean("sessions.rewrite")) {
            assertFalse(System.getenv("CI") != null, "not in CI");
            Files.write(session, now);
        }
        assertEquals(String.join("\n", recorded.stream().map(String::stripTrailing).toList()), String.join("\n", now));
    }

    /** Up to where a file is saved. */
    @Test
    void theSessionOfTheReadmeIsOne() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> shown = readme.substring(readme.indexOf("\nnabla> ") + 1, readme.indexOf("\nnabla> :save")).lines().toList();
        assertEquals(String.join("\n", shown), String.join("\n", Transcript.of(shown).lines()));
    }

    /** What {@code :save} writes means the same to {@code nabla check}: values, and which claims are wrong. */
    @ParameterizedTest
    @MethodSource("sessions")
    void isSavedAsTheFileItIs(Path session) throws IOException {
        Workspace workspace = Transcript.of(Files.readAllLines(session)).shell().state().workspace();
        Report report = new Session(workspace.preferences().settings()).check(new SourceText("saved", workspace.text()));
        boolean readable = report.diagnostics().stream().noneMatch(d -> d.severity() == Severity.ERROR);
        for (NodeReport node : report.nodes()) {
            Quantity quantity = workspace.quantities().get(node.name());
            if (readable && quantity != null && quantity.value() != null) {
                assertEquals(quantity.value(), node.value(), node.name());
            }
        }
        if (readable) {
            long wrong = report.claims().stream().filter(claim -> claim.judgement() == Judgement.WRONG).count();
            List<SessionClaims.Claim> claims = new SessionClaims(workspace.program(), workspace.draft()).among(workspace.program().entries());
            assertEquals(claims.stream().filter(claim -> claim.report().judgement() == Judgement.WRONG).count(), wrong);
        }
    }

    @Test
    void aSessionIsReadAgainFromItsOwnText() {
        Workspace workspace = Transcript.of(List.of("nabla> z = x*y + x; x = 1", "nabla> dz/dx = y + 1")).shell().state().workspace();
        Workspace again = Change.load(workspace, new SourceText("saved", workspace.text()), null).workspace();
        assertEquals(workspace.text().replace("y in R\n", ""), again.text().replace("y in R\n", ""));
    }
}
