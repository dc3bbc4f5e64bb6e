package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is said to whoever waits. */
class BarTest {

    @Test
    void whoeverHasToWaitLongIsToldWhatIsQuicker() {
        String advice = Bar.advice(Duration.ofSeconds(5), 1_000, 6_100_000);
        assertTrue(advice.startsWith("every entry takes about 8 h 28 min more") && advice.contains("--sample 10"), advice);
        assertTrue(Bar.advice(Duration.ofSeconds(10), 10, 100).contains("about 1 min more"));
    }

    @Test
    void nobodyIsToldTooSoonOrWhereItIsSoonDone() {
        assertNull(Bar.advice(Duration.ofSeconds(1), 1, 6_000_000));
        assertNull(Bar.advice(Duration.ofSeconds(20), 900, 1_000));
        assertEquals(null, Bar.advice(Duration.ofSeconds(4), 0, 10));
    }
}
