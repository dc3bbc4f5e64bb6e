package nabla.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;
import nabla.export.Markup;
import nabla.picture.SvgPicture;

/** A document of HTML with the style and the script of pages in it. Its policy forbids every request, and every script but its own. */
public final class Document {

    private final Writer out;

    /** Writes to {@code out}, which stays open. */
    public Document(Writer out) {
        this.out = out;
    }

    /** The whole document; {@code body} writes what is in it. */
    public void write(String title, Consumer<Markup> body) throws IOException {
        String style = resource("page.css") + SvgPicture.style();
        String script = resource("page.js");
        out.write("<!DOCTYPE html>\n");
        Markup html = new Markup(out);
        html.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").leaf("title", title).line();
        html.open("style").raw(style).close().close().line().open("body").open("main").line();
        body.accept(html);
        html.close().line().open("script").raw(script).close().close().close().line().flush();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Document.class.getResourceAsStream("/nabla/page/" + name)) {
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
