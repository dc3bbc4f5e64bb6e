package nabla.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nabla.limit.Stop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged examples and noise, through the whole program: no defect, no trace, no run beyond its limit, no report that cannot be read.
 * The trial of a number is always the same: {@code -Dfuzz.first=N -Dfuzz.count=1} runs one again, and of the long run
 * {@code -Dfuzz.count} is the length.
 */
class FuzzTest {

    /** So many steps in one trial are worth a look. */
    private static final long SLOW = 20_000_000;
    private static final long FEW = Long.getLong("fuzz.count", 120);
    private static final long MANY = Long.getLong("fuzz.count", 20_000);
    private static final int MOST_FINDINGS = 100;

    private final Corpus corpus = new Corpus();

    @TempDir
    private Path folder;

    @Test
    void aShortRun() {
        run(Long.getLong("fuzz.first", 0), FEW);
    }

    @Test
    @Tag("soak")
    void aLongRun() {
        run(Long.getLong("fuzz.first", 1_000_000), MANY);
    }

    private void run(long first, long count) {
        Trials trials = new Trials(folder);
        List<String> findings = new ArrayList<>();
        long done = 0;
        for (; done < count && findings.size() < MOST_FINDINGS; done++) {
            Trial trial = Trial.of(first + done, corpus);
            String[] found = new String[1];
            long looks = Stop.looks(() -> found[0] = trials.broken(trial));
            String broken = found[0];
            if (looks > SLOW) {
                System.out.println("slow, " + looks + " steps: trial " + (first + done) + "\n" + trial);
            }
            if (broken != null) {
                findings.add(broken);
                System.out.println("trial " + (first + done) + ": " + broken + "\n" + trial);
            }
        }
        System.out.println("fuzzing: " + done + " trials, " + findings.size() + " findings, exits " + trials.exits());
        assertEquals(0, findings.size(), () -> String.join("\n", findings));
    }
}
