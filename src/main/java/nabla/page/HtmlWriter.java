package nabla.page;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import nabla.export.Markup;
import nabla.report.Report;
import nabla.writer.Page;
import nabla.writer.ReportWriter;
import nabla.writer.Spool;
import nabla.writer.Totals;

/**
 * Writes all reports as one page of HTML, with an index where there are several. Self-contained: its policy forbids every request, and every script
 * but the one that it brings.
 */
public final class HtmlWriter implements ReportWriter {

    private final Writer out;
    private final boolean many;
    private final Spool index = new Spool();
    private final Spool articles = new Spool();
    private final Totals totals = new Totals();

    /** Writes to {@code out}; {@code many} says that more than one report is to come. */
    public HtmlWriter(Writer out, boolean many) {
        this.out = out;
        this.many = many;
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        Page page = Page.of(report, new Spool(), new Spool());
        Article article = new Article(report, many);
        article.write(new Markup(page.body()));
        article.entry(new Markup(page.later()));
        return page;
    }

    /** The report of one text, inside a document. */
    public static void article(Report report, Markup html) {
        new Article(report, true).write(html);
    }

    @Override
    public void add(Page page) throws IOException {
        totals.add(page.status());
        page.body().moveTo(articles);
        page.later().moveTo(index);
    }

    @Override
    public void end() throws IOException {
        new Document(out).write("nabla: " + totals, html -> {
            if (many) {
                html.leaf("h1", totals.toString()).open("nav", "aria-label", "files").open("ol").line();
                html.written(index::moveTo);
                html.close().close().line();
            }
            html.written(articles::moveTo);
        });
        out.flush();
    }
}
