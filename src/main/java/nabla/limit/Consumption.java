package nabla.limit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The CPU time of a piece of work: of its thread, and of those in which it has parts of it done. How busy the machine is otherwise makes no
 * difference to it. Where a virtual machine cannot measure it, the clock is read instead.
 */
final class Consumption {

    /** That of the work which the current thread does a part of; none where nobody counts. */
    private static final ThreadLocal<Consumption> CURRENT = new ThreadLocal<>();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final boolean measured = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    private final Map<Long, Boolean> running = new ConcurrentHashMap<>();
    private final AtomicLong finished = new AtomicLong();
    private final long start = System.nanoTime();

    /** Work that is counted here. */
    Runnable counting(Runnable work) {
        return () -> {
            CURRENT.set(this);
            counted(work);
        };
    }

    /** A part of the work of the current thread, to be done in another one: counted with the rest of it. */
    static Runnable part(Runnable work) {
        Consumption whole = CURRENT.get();
        return whole == null ? work : whole.counting(work);
    }

    private void counted(Runnable work) {
        long id = Thread.currentThread().getId();
        running.put(id, true);
        try {
            work.run();
        } finally {
            running.remove(id);
            finished.addAndGet(measured ? threads.getCurrentThreadCpuTime() : 0);
        }
    }

    /** Nanoseconds until now. */
    long nanoseconds() {
        if (!measured) {
            return System.nanoTime() - start;
        }
        // One that ends meanwhile has no time any more, −1.
        return finished.get() + running.keySet().stream().mapToLong(threads::getThreadCpuTime).filter(time -> time > 0).sum();
    }
}
