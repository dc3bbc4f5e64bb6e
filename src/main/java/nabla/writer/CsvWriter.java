package nabla.writer;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.stream.Collectors;
import nabla.export.Csv;
import nabla.report.NodeReport.Fault;
import nabla.report.Report;
import nabla.report.Worst;

/** A table with a row for each gradient, backward rule and claim. */
public final class CsvWriter implements ReportWriter {

    private static final Object[] HEADER = {"file", "file verdict", "kind", "name", "line", "verdict", "row", "column", "backprop", "differences",
        "error", "fault", "fault line", "mistake", "message"};

    private final Writer out;
    private boolean begun;

    public CsvWriter(Writer out) {
        this.out = out;
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        Page page = Page.of(report, new Spool(), new Spool());
        Csv csv = new Csv(page.body());
        for (Check check : Check.of(report)) {
            Worst worst = check.worst();
            Fault fault = check.fault();
            csv.row(report.source().name(), Check.word(report.status()), check.kind(), check.name(), check.line() > 0 ? check.line() : null,
                    check.verdict(), row(worst), column(worst),
                    worst == null ? null : worst.backprop(), worst == null ? null : worst.estimate(), worst == null ? null : worst.error(),
                    fault == null ? null : fault.op(), fault == null || fault.line() == 0 ? null : fault.line(),
                    check.mistake() == null ? null : check.mistake().codes(" "), String.join("\n", check.text()));
        }
        return page;
    }

    /** The row of an entry; of one of a tensor, all its indices but the last. */
    private static String row(Worst worst) {
        return worst == null ? null : worst.entry().subList(0, worst.entry().size() - 1).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Integer column(Worst worst) {
        return worst == null ? null : worst.entry().get(worst.entry().size() - 1);
    }

    @Override
    public void add(Page page) throws IOException {
        begin();
        page.body().moveTo(out);
    }

    private void begin() throws IOException {
        if (!begun) {
            new Csv(out).row(HEADER);
            begun = true;
        }
    }

    @Override
    public void end() throws IOException {
        begin();
        out.flush();
    }
}
