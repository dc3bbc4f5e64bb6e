package nabla.writer;

import java.io.Closeable;
import java.io.IOException;
import nabla.export.JUnit.Counts;
import nabla.report.Report;

/**
 * What is to be written of one report, without the report: its graph need not wait in memory until the files before it are done.
 *
 * @param body   comes in the order of the files
 * @param later  comes after all files, or is empty
 * @param counts of its test cases, for formats that have such
 */
public record Page(Report.Status status, long seed, Counts counts, Spool body, Spool later) implements Closeable {

    public static Page of(Report report, Spool body, Spool later) {
        return new Page(report.status(), report.seed(), Counts.NONE, body, later);
    }

    @Override
    public void close() throws IOException {
        body.close();
        later.close();
    }
}
