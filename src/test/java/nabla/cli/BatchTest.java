package nabla.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

    private static final List<Integer> THINGS = IntStream.range(0, 200).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 300})
    void givesEveryResultInOrder(int threads) {
        List<Integer> results = new ArrayList<>();
        new Batch(threads).run(THINGS, k -> {
            LockSupport.parkNanos(k % 7 * 100_000L);
            return k * k;
        }, none -> false, (thing, result) -> results.add(result.get()));
        assertEquals(THINGS.stream().map(k -> k * k).toList(), results);
    }

    @Test
    void fewResultsWait() {
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        new Batch(2).run(THINGS, k -> {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            return k;
        }, none -> false, (thing, result) -> {
            LockSupport.parkNanos(200_000);
            result.get();
            waiting.decrementAndGet();
        });
        assertTrue(most.get() <= 2 * Batch.AHEAD + 1, "" + most);
    }

    /** What runs alone has the memory to itself. */
    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void whatLackedMemoryBesideOthersIsDoneAgainAlone(int threads) {
        AtomicInteger running = new AtomicInteger();
        List<Boolean> alone = new ArrayList<>();
        new Batch(threads).run(THINGS.subList(0, 40), k -> {
            boolean first = running.incrementAndGet() == 1;
            LockSupport.parkNanos(k % 3 * 500_000L);
            return running.getAndDecrement() == 1 && first;
        }, result -> !result, (thing, result) -> alone.add(result.get()));
        assertEquals(Collections.nCopies(40, true), alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFailureIsThrownWhereItsTurnIs(int threads) {
        List<Integer> done = new ArrayList<>();
        new Batch(threads).run(THINGS, k -> 10 / (k - 5), none -> false, (thing, result) -> {
            if (thing == 5) {
                assertThrows(ArithmeticException.class, result::get);
            } else {
                done.add(result.get());
            }
        });
        assertEquals(199, done.size());
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "3, 200", "7, 5", "200, 200"})
    void shardsTogetherAreTheWhole(int count, int size) throws UsageError {
        List<Integer> all = THINGS.subList(0, size);
        List<Integer> together = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
            together.addAll(Shard.of(k + "/" + count).of(all));
        }
        assertEquals(all, together.stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/2", "3/2", "1/0", "a/b", "1", "", "-1/2", "1/99999999"})
    void aShardOutsideTheWholeIsRefused(String text) {
        assertThrows(UsageError.class, () -> Shard.of(text));
    }
}
