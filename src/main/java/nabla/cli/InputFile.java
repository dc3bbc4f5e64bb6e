package nabla.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nabla.source.Encoding;
import nabla.source.FileName;
import nabla.source.FileSize;
import nabla.source.Obstacle;
import nabla.source.SourceText;

/**
 * A text to check, not read yet.
 *
 * @param name what reports call it
 * @param path the file, or null
 * @param free whether names without a meaning are inputs (equations given on the command line)
 */
record InputFile(String name, Path path, boolean free, Content content) {

    static final String UNNAMED = "the name of a file is missing";

    /** Where the bytes come from. */
    interface Content {
        InputStream open() throws IOException, ReadFailure;
    }

    /** Reading failed; the obstacle is a sentence about the file. */
    static final class ReadFailure extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Obstacle obstacle;

        ReadFailure(Obstacle obstacle) {
            super(obstacle.text());
            this.obstacle = obstacle;
        }

        Obstacle obstacle() {
            return obstacle;
        }
    }

    /** What an argument names. */
    static Path path(String argument) throws UsageError {
        UsageError.require(!argument.isBlank(), UNNAMED);
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UsageError("'" + argument + "' is " + FileName.problem(e));
        }
    }

    static InputFile file(Path path) {
        return new InputFile(path.toString(), path, false, () -> Files.newInputStream(path));
    }

    /** Where the file is, or null. */
    Path folder() {
        return path == null ? null : path.toAbsolutePath().getParent();
    }

    /** The text. */
    SourceText read() throws ReadFailure {
        byte[] bytes = bytes();
        if (bytes.length > FileSize.LARGEST) {
            throw new ReadFailure(Obstacle.refused("a file larger than " + FileSize.LARGEST_TEXT));
        }
        try {
            String text = Encoding.text(bytes);
            if (text.isBlank()) {
                throw new ReadFailure(Obstacle.unreadable("nothing to check: the file is empty"));
            }
            return new SourceText(name, text);
        } catch (Encoding.ForeignEncoding e) {
            throw new ReadFailure(Obstacle.unreadable("the file " + e.getMessage()));
        }
    }

    private byte[] bytes() throws ReadFailure {
        try (InputStream in = content.open()) {
            return FileSize.read(in);
        } catch (NoSuchFileException e) {
            throw new ReadFailure(Obstacle.unreadable("no such file"));
        } catch (AccessDeniedException e) {
            throw new ReadFailure(Obstacle.unreadable("the file may not be read"));
        } catch (IOException e) {
            throw new ReadFailure(Obstacle.unreadable("the file cannot be read: " + e.getMessage()));
        }
    }
}
