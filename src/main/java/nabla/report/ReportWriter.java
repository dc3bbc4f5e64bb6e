package nabla.report;

import java.io.IOException;

/** Writes the reports of one or many files in some form. Reports are handed over one by one, in the order of the files. */
public interface ReportWriter {

    /** Writes nothing. */
    ReportWriter NONE = new ReportWriter() {
        @Override
        public void file(Report report) { }

        @Override
        public void end() { }
    };

    /** Takes the report of the next file; a writer may write at once or wait for the end. */
    void file(Report report) throws IOException;

    /** Completes the document. Called once, after the last file; the stream stays open. */
    void end() throws IOException;
}
