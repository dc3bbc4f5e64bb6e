package nabla.translate;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import nabla.syntax.Expression;

/** Where {@code csv} finds its files. */
public interface Sheets {

    /** A submission may hand in files; it reads none. */
    Sheets OF_SUBMISSION = file -> {
        throw Fault.refused(file.span(), "a submission reads no files", "write the numbers, or hand in CSV files beside it");
    };

    /**
     * A file.
     *
     * @throws Fault if it cannot be read
     */
    Sheet sheet(Expression.Text file);

    /** No files at all; the message says why. */
    static Sheets none(String message, String hint) {
        return file -> {
            throw Fault.at(file.span(), message, hint);
        };
    }

    /** The files of a folder; null where no files may be read. */
    static Sheets in(Path folder) {
        return file -> Sheet.read(new Surroundings(folder).file(file), file);
    }

    /** Files that were handed in, by their names in small letters. */
    static Sheets handedIn(Map<String, String> files) {
        return file -> {
            String text = files.get(file.text().toLowerCase(Locale.ROOT));
            if (text == null) {
                throw Fault.at(file.span(), "there is no file \"" + file.text() + "\" in the submission", null);
            }
            return Sheet.read(new StringReader(text), file);
        };
    }
}
