package nabla.repl;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import nabla.page.HtmlWriter;
import nabla.picture.Form;
import nabla.picture.Picture;
import nabla.report.Report;
import nabla.source.Display;

/** The graph of a session in a file: a page to step through, or a picture. A file that this session did not write is not overwritten. */
final class PictureFile {

    private static final String PAGE = ".html";

    private PictureFile() { }

    static Answer write(SessionState state, String argument) {
        try {
            Path path = argument.isEmpty() ? usual(state) : Storage.path(argument);
            Form form = Form.of(path.toString());
            if (form == null && !path.toString().endsWith(PAGE)) {
                return Answer.failed("what form " + Display.visible(argument) + " has is not known", "end its name in html, " + Form.suffixes());
            } else if (Files.exists(path) && !state.drawn().contains(path.toAbsolutePath())) {
                return Answer.failed(Display.visible(path.toString()) + " exists already", "take another name");
            }
            Report report = DisplayCommands.report(state);
            if (report.output() == null) {
                return DisplayCommands.answer(report, List.of("there is no graph yet: write a definition with variables, for example z = x*y + x"));
            }
            write(report, form, path);
            state.drawn().add(path.toAbsolutePath());
            return DisplayCommands.answer(report, List.of("written to " + Display.visible(path.toAbsolutePath().toString()) + (form == null ? "; open it in a browser" : "")));
        } catch (IOException | InvalidPathException e) {
            return Answer.failed(Display.visible(argument) + " cannot be written: " + Storage.reason(e), null);
        }
    }

    private static void write(Report report, Form form, Path path) throws IOException {
        if (form == null) {
            StringWriter page = new StringWriter();
            DisplayCommands.write(new HtmlWriter(page, false), report);
            Files.writeString(path, page.toString());
        } else {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                form.write(Picture.of(report, false), false, out);
            }
        }
    }

    /** Beside the graph file, by its name. */
    private static Path usual(SessionState state) {
        return state.file() == null ? Path.of("graph" + PAGE) : Path.of(state.file().toString().replaceFirst("\\.grad$", "") + PAGE);
    }
}
