package nabla.writer;

import java.io.IOException;
import java.time.Duration;
import nabla.report.Report;

/**
 * Writes the reports of one or many files in some form: each is first turned into a page, which several threads may do at once, and
 * the pages are taken in the order of the files.
 */
public interface ReportWriter {

    /** What is to be written of a report, which took so long to make. Changes nothing in the writer. */
    Page page(Report report, Duration time) throws IOException;

    /** Takes the page of the next file; a writer may write at once or wait for the end. */
    void add(Page page) throws IOException;

    /** Completes the document. Called once, after the last file; the stream stays open. */
    void end() throws IOException;

    /** Takes the next report. */
    default void file(Report report) throws IOException {
        try (Page page = page(report, Duration.ZERO)) {
            add(page);
        }
    }
}
