package nabla.report;

import java.io.IOException;
import java.time.Duration;

/** Writes both passes step by step before what another writer writes. */
public final class TraceWriter implements ReportWriter {

    private final ReportWriter next;

    /** {@code next} writes the report itself, after the trace. */
    public TraceWriter(ReportWriter next) {
        this.next = next;
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        Page page = next.page(report, time);
        if (report.nodes().isEmpty()) {
            return page;
        }
        Spool body = new Spool();
        new Trace(body).write(report);
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
