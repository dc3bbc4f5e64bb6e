package nabla.writer;

import static nabla.source.Display.visible;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import nabla.report.Report;
import nabla.source.Display;
import nabla.source.Paragraph;

/**
 * Writes reports for people. One file in full; of many files a line each as they come, then in full what failed, and a summary.
 */
public final class TextWriter implements ReportWriter {

    private static final int STATUS = 10;

    private final Writer out;
    private final TextStyle style;
    private final Totals totals = new Totals();
    private final Spool failed = new Spool();

    public TextWriter(Writer out, TextStyle style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        Page page = Page.of(report, new Spool(), new Spool());
        boolean checked = report.status() != Report.Status.UNREADABLE && report.status() != Report.Status.REFUSED;
        if (!style.many() && checked) {
            write(new FileText(report, style).lines(), page.body());
            return page;
        }
        boolean good = report.status() == Report.Status.VERIFIED;
        if (!good || style.detail() != TextStyle.Detail.QUIET) {
            write(Paragraph.wrapped(line(report), style.width(), STATUS + 2), page.body());
        }
        if (checked && (!good || style.detail() == TextStyle.Detail.VERBOSE)) {
            page.later().write("\n");
            write(new FileText(report, style).lines(), page.later());
        }
        return page;
    }

    @Override
    public void add(Page page) throws IOException {
        totals.add(page.status());
        page.body().moveTo(out);
        out.flush();
        page.later().moveTo(failed);
    }

    private String line(Report report) {
        String word = style.palette().word(report.status());
        return word + " ".repeat(Math.max(0, STATUS - Paragraph.width(word))) + "  " + visible(report.source().name()) + "   "
                + gist(report);
    }

    static String gist(Report report) {
        return switch (report.status()) {
            case VERIFIED -> Display.cut(FileText.about(report), 60);
            case WRONG -> Failures.wrongCount(report) + " wrong";
            case UNRESOLVED -> Failures.openCount(report) + " unresolved";
            case UNREADABLE, REFUSED -> FileText.problem(report);
        };
    }

    @Override
    public void end() throws IOException {
        failed.moveTo(out);
        if (style.many()) {
            write(List.of("", totals.toString()), out);
        }
        out.flush();
    }

    private static void write(List<String> lines, Writer to) throws IOException {
        for (String line : lines) {
            to.write(line);
            to.write('\n');
        }
    }
}
