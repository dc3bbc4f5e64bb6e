package nabla.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import nabla.export.Markup;
import nabla.picture.SvgPicture;
import nabla.report.Page;
import nabla.report.Report;
import nabla.report.ReportWriter;
import nabla.report.Spool;
import nabla.report.Totals;

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

    @Override
    public void add(Page page) throws IOException {
        totals.add(page.status());
        page.body().moveTo(articles);
        page.later().moveTo(index);
    }

    @Override
    public void end() throws IOException {
        String style = resource("page.css") + SvgPicture.style();
        String script = resource("page.js");
        out.write("<!DOCTYPE html>\n");
        Markup html = new Markup(out);
        html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").leaf("title", "nabla: " + totals).line();
        html.open("style").raw(style).close().close().line().open("body").open("main");
        if (many) {
            html.leaf("h1", totals.toString()).open("nav", "aria-label", "files").open("ol").line().raw("");
            html.flush();
            index.moveTo(out);
            html.close().close().line();
        }
        html.raw("");
        html.flush();
        articles.moveTo(out);
        html.close().line().open("script").raw(script).close().close().close().line().flush();
        out.flush();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlWriter.class.getResourceAsStream("/nabla/page/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As a policy names it: Content Security Policy Level 3. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
