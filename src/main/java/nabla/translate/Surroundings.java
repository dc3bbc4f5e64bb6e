package nabla.translate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import nabla.source.FileName;
import nabla.source.FileSize;
import nabla.syntax.Expression;

/**
 * The folder of a graph file, and what may be read there. A file of a stranger's computer is none of a graph file's business: nothing
 * outside the folder, not through links either, and nothing that is no ordinary file.
 *
 * @param folder null for a text without one
 */
record Surroundings(Path folder) {

    /**
     * The real place of a file.
     *
     * @throws Fault if there is none that may be read
     */
    Path file(Expression.Text file) {
        if (folder == null) {
            throw Fault.at(file.span(), "no files can be read here", "a path is relative to the graph file: save the graph as a file beside the data");
        }
        try {
            Path base = folder.toRealPath();
            Path written = Path.of(file.text());
            if (written.isAbsolute() || climbs(written)) {
                throw outside(file);
            }
            Path path = base.resolve(written);
            if (!Files.exists(path)) {
                throw Fault.at(file.span(), "there is no file " + quoted(file) + " beside the graph file", near(base, file));
            }
            Path real = path.toRealPath();
            if (!real.startsWith(base)) {
                throw outside(file);
            }
            return readable(real, file);
        } catch (InvalidPathException failure) {
            throw Fault.at(file.span(), quoted(file) + " is " + FileName.problem(failure), null);
        } catch (IOException failure) {
            throw Fault.at(file.span(), quoted(file) + " cannot be opened", null);
        }
    }

    private static Path readable(Path real, Expression.Text file) throws IOException {
        if (Files.isDirectory(real)) {
            throw Fault.at(file.span(), quoted(file) + " is a folder", "write the name of a file: csv(\"data.csv\")");
        } else if (!Files.isRegularFile(real)) {
            throw Fault.at(file.span(), quoted(file) + " is no ordinary file", "save the numbers as a file");
        } else if (!Files.isReadable(real)) {
            throw Fault.at(file.span(), quoted(file) + " may not be read", null);
        } else if (Files.size(real) > FileSize.LARGEST) {
            throw Fault.refused(file.span(), quoted(file) + " is larger than " + FileSize.LARGEST_TEXT, "split it");
        }
        return real;
    }

    /** Through a link {@code a/..} is not where it seems to be. */
    private static boolean climbs(Path written) {
        for (Path part : written) {
            if (part.toString().equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static String near(Path base, Expression.Text file) {
        String name = file.text() + ".csv";
        return !file.text().isEmpty() && Files.isRegularFile(base.resolve(name)) ? "did you mean \"" + name + "\"?" : null;
    }

    private static Fault outside(Expression.Text file) {
        return Fault.at(file.span(), quoted(file) + " is outside the folder of the graph file", "copy the file beside the graph file; a path goes down only");
    }

    private static String quoted(Expression.Text file) {
        return "\"" + file.text() + "\"";
    }
}
