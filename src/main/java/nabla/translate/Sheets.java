package nabla.translate;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.syntax.Expression;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Where {@code csv} finds its files. */
interface Sheets {

    /**
     * The lines of a file.
     *
     * @throws Fault if it cannot be read
     */
    List<CSVRecord> records(Expression.Text file);

    /** No files at all; the message says why. */
    static Sheets none(String message, String hint) {
        return file -> {
            throw Fault.at(file.span(), message, hint);
        };
    }

    /** The files of a folder; null where no files may be read. */
    static Sheets in(Path folder) {
        return folder == null ? none("no files can be read here", "csv works in graph files") : file -> read(file, folder);
    }

    /** Files that were handed in, by their names in small letters. */
    static Sheets handedIn(Map<String, String> files) {
        return file -> {
            String text = files.get(file.text().toLowerCase(Locale.ROOT));
            if (text == null) {
                throw Fault.at(file.span(), "there is no file \"" + file.text() + "\" in the submission", null);
            }
            return parsed(new StringReader(text), file);
        };
    }

    private static List<CSVRecord> read(Expression.Text file, Path folder) {
        try (Reader reader = Files.newBufferedReader(path(file, folder), StandardCharsets.UTF_8)) {
            return parsed(reader, file);
        } catch (IOException failure) {
            throw unreadable(file);
        }
    }

    private static List<CSVRecord> parsed(Reader reader, Expression.Text file) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrim(true).build();
        try (CSVParser parser = CSVParser.parse(reader, format)) {
            return parser.getRecords();
        } catch (IOException | java.io.UncheckedIOException failure) {
            throw unreadable(file);
        }
    }

    private static Fault unreadable(Expression.Text file) {
        return Fault.at(file.span(), "\"" + file.text() + "\" cannot be read as CSV in UTF-8", null);
    }

    /** A file of a stranger's computer is none of a graph file's business: nothing outside its folder, not through links either. */
    private static Path path(Expression.Text file, Path folder) {
        try {
            Path base = folder.toRealPath();
            Path path = base.resolve(file.text()).normalize();
            if (!path.startsWith(base) || Path.of(file.text()).isAbsolute()) {
                throw outside(file);
            }
            if (!Files.isRegularFile(path)) {
                throw Fault.at(file.span(), "there is no file \"" + file.text() + "\" beside the graph file", null);
            }
            if (!path.toRealPath().startsWith(base)) {
                throw outside(file);
            }
            return path;
        } catch (IOException | InvalidPathException failure) {
            throw Fault.at(file.span(), "\"" + file.text() + "\" cannot be opened", null);
        }
    }

    private static Fault outside(Expression.Text file) {
        return Fault.at(file.span(), "\"" + file.text() + "\" is outside the folder of the graph file", "copy it beside the graph file");
    }
}
