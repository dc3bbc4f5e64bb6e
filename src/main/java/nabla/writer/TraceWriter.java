package nabla.writer;

import java.io.IOException;
import java.time.Duration;
import nabla.report.Report;

/** Writes both passes step by step before what another writer writes. */
public final class TraceWriter implements ReportWriter {

    private final ReportWriter next;
    private final int width;

    /** {@code next} writes the report itself, after the trace, which has lines of so many columns. */
    public TraceWriter(ReportWriter next, int width) {
        this.next = next;
        this.width = width;
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        Page page = next.page(report, time);
        if (report.nodes().isEmpty()) {
            return page;
        }
        Spool body = new Spool();
        Trace.to(body, width).write(report);
        page.body().moveTo(body);
        return new Page(page.status(), page.seed(), page.counts(), body, page.later());
    }

    @Override
    public void add(Page page) throws IOException {
        next.add(page);
    }

    @Override
    public void end() throws IOException {
        next.end();
    }
}
