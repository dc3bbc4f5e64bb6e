package nabla.writer;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import nabla.export.Markdown;
import nabla.report.Report;
import nabla.source.Display;

/**
 * Markdown as GitHub and GitLab show it below a change: the sum, a table with what is not verified, each of those in full, and folded
 * away the files that are.
 */
public final class MarkdownWriter implements ReportWriter {

    private static final int ABOUT = 60;
    /** GitHub shows no more than 1 MiB in all. */
    private static final long MOST_DETAILS = 900_000;

    private final Writer out;
    private final Totals totals = new Totals();
    private final Spool bad = new Spool();
    private final Spool good = new Spool();
    private final Spool details = new Spool();

    public MarkdownWriter(Writer out) {
        this.out = out;
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        boolean verified = report.status() == Report.Status.VERIFIED;
        String name = Markdown.text(report.source().name());
        String gist = Markdown.text(Display.cut(TextWriter.gist(report), ABOUT));
        String row = Markdown.row(List.of(Check.word(report.status()), name, gist)) + "\n";
        return Page.of(report, Spool.of(row), Spool.of(verified ? "" : "\n### " + name + "\n\n" + String.join("\n", Markdown.fenced(lines(report))) + "\n"));
    }

    private static List<String> lines(Report report) {
        return Check.of(report).stream().filter(check -> check.outcome() != Check.Outcome.PASSED)
                .flatMap(check -> check.text().stream()).toList();
    }

    @Override
    public void add(Page page) throws IOException {
        totals.add(page.status());
        page.body().moveTo(page.status() == Report.Status.VERIFIED ? good : bad);
        if (details.length() + page.later().length() < MOST_DETAILS) {
            page.later().moveTo(details);
        }
    }

    @Override
    public void end() throws IOException {
        out.write("## nabla: " + totals + "\n");
        table(bad);
        details.moveTo(out);
        if (good.length() > 0) {
            out.write("\n<details><summary>" + totals.of(Report.Status.VERIFIED) + " verified</summary>\n");
            table(good);
            out.write("\n</details>\n");
        }
        out.flush();
    }

    private void table(Spool rows) throws IOException {
        if (rows.length() > 0) {
            out.write("\n" + Markdown.row(List.of("verdict", "file", "")) + "\n" + Markdown.rule("lll") + "\n");
            rows.moveTo(out);
        }
    }
}
