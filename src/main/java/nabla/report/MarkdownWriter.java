package nabla.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
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
        String name = Cells.markdown(report.source().name());
        String gist = Cells.markdown(Display.cut(TextWriter.gist(report), ABOUT));
        String row = "| " + Check.word(report.status()) + " | " + name + " | " + gist + " |\n";
        return Page.of(report, Spool.of(row), Spool.of(verified ? "" : "\n### " + name + "\n\n" + fenced(lines(report))));
    }

    private static List<String> lines(Report report) {
        return Check.of(report).stream().filter(check -> check.outcome() != Check.Outcome.PASSED)
                .flatMap(check -> check.text().stream()).map(Display::visible).toList();
    }

    /** Between fences longer than any run of backquotes in it. */
    private static String fenced(List<String> lines) {
        int longest = 2;
        for (String line : lines) {
            int run = 0;
            for (int k = 0; k < line.length(); k++) {
                run = line.charAt(k) == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        String fence = "`".repeat(longest + 1);
        return fence + "text\n" + String.join("\n", lines) + "\n" + fence + "\n";
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
            out.write("\n| verdict | file | |\n| --- | --- | --- |\n");
            rows.moveTo(out);
        }
    }
}
