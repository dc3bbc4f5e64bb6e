package nabla.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import nabla.limit.Progress;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;

/** A check that is stopped tells so: what shows its progress would otherwise go on. */
class StoppedCheckTest {

    private static final class Stopping implements Progress {

        private int ends;

        @Override
        public void begin(long evaluations) { }

        @Override
        public void step() {
            Thread.currentThread().interrupt();
        }

        @Override
        public void end() {
            ends++;
        }
    }

    @Test
    void progressEndsWhereTheCheckDoes() {
        Stopping progress = new Stopping();
        SourceText text = new SourceText("long", "x = ones(40, 40)\nz = sum(sin(x @ x))\n");
        try {
            assertThrows(CancellationException.class, () -> new Session(Settings.DEFAULT, Path.of(""), progress).check(text));
        } finally {
            Thread.interrupted();
        }
        assertEquals(1, progress.ends);
    }
}
