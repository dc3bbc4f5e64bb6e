package nabla.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged examples and noise, through the whole program: no defect, no trace, no run beyond its limit, no report that cannot be read.
 * The trial of a number is always the same: {@code -Dfuzz.first=N -Dfuzz.count=1} runs one again, {@code -Dfuzz.minutes} is the length
 * of the long run.
 */
class FuzzTest {

    private static final Duration SLOW = Duration.ofSeconds(4);
    private static final int FEW = Integer.getInteger("fuzz.count", 120);
    private static final int MOST_FINDINGS = 100;

    private final Corpus corpus = new Corpus();

    @TempDir
    private Path folder;

    @Test
    void aShortRun() {
        run(Long.getLong("fuzz.first", 0), FEW, null);
    }

    @Test
    @Tag("soak")
    void aLongRun() {
        run(Long.getLong("fuzz.first", 1_000_000), Long.MAX_VALUE, Duration.ofMinutes(Long.getLong("fuzz.minutes", 30)));
    }

    /** So many trials; with a length, as many as there is time for. */
    private void run(long first, long count, Duration most) {
        Trials trials = new Trials(folder);
        long start = System.nanoTime();
        List<String> findings = new ArrayList<>();
        long done = 0;
        for (; done < count && (most == null || System.nanoTime() - start < most.toNanos()) && findings.size() < MOST_FINDINGS; done++) {
            Trial trial = Trial.of(first + done, corpus);
            long began = System.nanoTime();
            String broken = trials.broken(trial);
            if (System.nanoTime() - began > SLOW.toNanos()) {
                System.out.println("slow: trial " + (first + done) + "\n" + trial);
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
