package nabla.report;

import java.io.Closeable;
import java.io.IOException;

/**
 * What is to be written of one report, without the report: its graph need not wait in memory until the files before it are done.
 *
 * @param body   comes in the order of the files
 * @param later  comes after all files, or is empty
 * @param counts of its test cases, for formats that have such
 */
public record Page(Report.Status status, long seed, Counts counts, Spool body, Spool later) implements Closeable {

    /** How many test cases there are, and of them how many failed, could not be run, and were left open. */
    record Counts(int tests, int failures, int errors, int skipped) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        /** Of a single test case in their place. */
        Counts merged() {
            return errors > 0 ? new Counts(1, 0, 1, 0) : failures > 0 ? new Counts(1, 1, 0, 0) : new Counts(1, 0, 0, Math.min(skipped, 1));
        }

        Counts plus(Counts other) {
            return new Counts(tests + other.tests, failures + other.failures, errors + other.errors, skipped + other.skipped);
        }
    }

    static Page of(Report report, Spool body, Spool later) {
        return new Page(report.status(), report.seed(), Counts.NONE, body, later);
    }

    @Override
    public void close() throws IOException {
        body.close();
        later.close();
    }
}
