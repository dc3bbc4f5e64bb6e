package nabla.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Arrays;
import nabla.formula.NumberText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table with a row for each gradient, backward rule and claim (RFC 4180). Spreadsheets do not take any text in it for a formula. */
public final class CsvWriter implements ReportWriter {

    private static final String[] HEADER = {"file", "file verdict", "kind", "name", "line", "verdict", "row", "column", "backprop", "differences",
        "error", "fault", "fault line", "mistake", "message"};

    private final Writer out;
    private boolean begun;

    public CsvWriter(Writer out) {
        this.out = out;
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        Page page = Page.of(report, new Spool(), new Spool());
        CSVPrinter rows = new CSVPrinter(page.body(), CSVFormat.RFC4180);
        for (Check check : Check.of(report)) {
            row(rows, report.source().name(), Check.word(report.status()), check.kind(), check.name(), check.line() > 0 ? check.line() : null,
                    check.verdict(), check.worst() == null ? null : check.worst().row(), check.worst() == null ? null : check.worst().column(),
                    check.worst() == null ? null : check.worst().backprop(), check.worst() == null ? null : check.worst().estimate(),
                    check.worst() == null ? null : check.worst().error(), check.fault() == null ? null : check.fault().op(),
                    check.fault() == null || check.fault().line() == 0 ? null : check.fault().line(),
                    check.mistake() == null ? null : String.join(" ", check.mistake().codes()), String.join("\n", check.text()));
        }
        return page;
    }

    private static void row(CSVPrinter rows, Object... cells) throws IOException {
        rows.printRecord(Arrays.stream(cells).map(CsvWriter::cell));
    }

    /** A number as it is, to the last digit; a text made harmless. */
    private static Object cell(Object value) {
        return value instanceof Double number ? NumberText.of(number) : value instanceof String text ? Cells.text(text) : value;
    }

    @Override
    public void add(Page page) throws IOException {
        begin();
        page.body().moveTo(out);
    }

    private void begin() throws IOException {
        if (!begun) {
            new CSVPrinter(out, CSVFormat.RFC4180).printRecord((Object[]) HEADER);
            begun = true;
        }
    }

    @Override
    public void end() throws IOException {
        begin();
        out.flush();
    }
}
