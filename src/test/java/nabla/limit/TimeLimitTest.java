package nabla.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.session.Session;
import nabla.session.Settings;
import nabla.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {

    private static final TimeLimit SHORT = new TimeLimit(Duration.ofMillis(50));

    @Test
    void givesTheResult() throws TimeoutException {
        assertEquals(3, new TimeLimit(Duration.ofMinutes(1)).run(() -> 3));
    }

    /** A machine that is busy with something else takes nothing from the work. */
    @Test
    void waitingIsNoWork() throws TimeoutException {
        assertEquals(3, SHORT.run(() -> {
            pause();
            return 3;
        }));
    }

    /** Parts in threads of their own are parts of the work. */
    @Test
    void whatIsDoneInAnotherThreadCounts() {
        assertThrows(TimeoutException.class, () -> SHORT.run(() -> TimeLimit.unlimited(() -> {
            while (true) {
                Stop.ifAsked();
            }
        })));
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThrows(ArithmeticException.class, () -> SHORT.run(() -> 1 / IntStream.of(0).sum()));
    }

    /** Each of these takes minutes when it is let. */
    @ParameterizedTest
    @ValueSource(strings = {"forward", "lines", "formulas", "claims"})
    void endsWorkOfEveryKind(String kind) {
        AtomicReference<Thread> worker = new AtomicReference<>();
        assertThrows(TimeoutException.class, () -> SHORT.run(() -> {
            worker.set(Thread.currentThread());
            return new Session(Settings.DEFAULT).check(new SourceText(kind, text(kind)));
        }));
        assertFalse(worker.get().isAlive(), kind);
    }

    private static String text(String kind) {
        return switch (kind) {
            case "forward" -> "A in R(1500, 1500)\nB in R(1500, 1500)\nL = sum(A @ B @ A @ B @ A)\n";
            case "lines" -> "x = 1\ny0 = x\n" + IntStream.range(1, 200_000).mapToObj(i -> "y" + i + " = y" + (i - 1) + "*x + 1\n")
                    .collect(Collectors.joining());
            case "formulas" -> "z = " + "(x + y*z0 + 1)*".repeat(60) + "x\nx = 1\ny = 2\nz0 = 3\n" + "w = z^7*(z + 1)^9\n"
                    + IntStream.range(0, 200).mapToObj(i -> "w" + i + " = sin(w*" + (i + 1) + ")^" + (i + 2) + "\n").collect(Collectors.joining())
                    + "L = " + IntStream.range(0, 200).mapToObj(i -> "w" + i).collect(Collectors.joining(" + ")) + "\n";
            default -> "x = 1\nz = sin(x)^3\n" + "dz/dx = 3*sin(x)^2*cos(x) + x\n".repeat(20_000);
        };
    }

    @Test
    void endsWhenTheWaitingThreadIsInterrupted() throws InterruptedException {
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            try {
                new TimeLimit(Duration.ofMinutes(5)).run(() -> {
                    while (true) {
                        Stop.ifAsked();
                    }
                });
            } catch (CancellationException e) {
                thrown.set(e);
            } catch (TimeoutException e) {
                thrown.set(new IllegalStateException(e));
            }
        });
        waiting.start();
        waiting.interrupt();
        waiting.join(10_000);
        assertFalse(waiting.isAlive());
        assertInstanceOf(CancellationException.class, thrown.get());
    }
}
