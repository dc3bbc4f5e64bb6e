package nabla.report;

import static nabla.source.Display.visible;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.source.Display;

/**
 * Writes reports for people. One file in full; of many files a line each as they come, then in full what failed, and a summary.
 */
public final class TextWriter implements ReportWriter {

    private static final int STATUS = 10;

    private final Writer out;
    private final TextStyle style;
    private final Totals totals = new Totals();
    private final List<List<String>> failed = new ArrayList<>();

    public TextWriter(Writer out, TextStyle style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public void file(Report report) throws IOException {
        totals.add(report);
        if (!style.many()) {
            write(new FileText(report, style).lines());
            return;
        }
        boolean good = report.status() == Report.Status.VERIFIED;
        if (!good || style.detail() != TextStyle.Detail.QUIET) {
            write(List.of(line(report)));
            out.flush();
        }
        if (style.detail() == TextStyle.Detail.VERBOSE
                || report.status() == Report.Status.WRONG || report.status() == Report.Status.UNRESOLVED) {
            failed.add(new FileText(report, style).lines());
        }
    }

    private String line(Report report) {
        String word = style.palette().word(report.status());
        return word + " ".repeat(Math.max(0, STATUS - Palette.width(word))) + "  " + visible(report.source().name()) + "   "
                + gist(report);
    }

    private static String gist(Report report) {
        return switch (report.status()) {
            case VERIFIED -> Display.cut(FileText.about(report), 60);
            case WRONG -> Failures.wrongCount(report) + " wrong";
            case UNRESOLVED -> Failures.openCount(report) + " unresolved";
            case UNREADABLE, REFUSED -> FileText.problem(report);
        };
    }

    @Override
    public void end() throws IOException {
        if (style.many()) {
            for (List<String> lines : failed) {
                out.write("\n");
                write(lines);
            }
            write(List.of("", summary()));
        }
        out.flush();
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        for (Report.Status status : Report.Status.values()) {
            if (totals.of(status) > 0) {
                parts.add(totals.of(status) + " " + status.name().toLowerCase(Locale.ROOT));
            }
        }
        return totals.files() + " files: " + String.join(", ", parts);
    }

    private void write(List<String> lines) throws IOException {
        for (String line : lines) {
            out.write(line);
            out.write('\n');
        }
    }
}
