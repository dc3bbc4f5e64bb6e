package nabla.repl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import nabla.report.Report.Status;
import nabla.source.Display;
import nabla.source.FileSize;
import nabla.source.SourceText;

/** Sessions as graph files. */
final class Storage {

    private Storage() { }

    /** Takes a file in the place of everything said so far. */
    static Answer load(SessionState state, String argument) {
        if (argument.isEmpty()) {
            return Answer.failed("load which file?", ":load practice.grad");
        }
        try {
            Path path = path(argument);
            byte[] bytes = bytes(path);
            if (bytes.length > FileSize.LARGEST) {
                return Answer.refused("a file larger than " + FileSize.LARGEST_TEXT);
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            SourceText source = new SourceText(argument, text.startsWith("\uFEFF") ? text.substring(1) : text);
            Turn entered = Change.load(state.workspace(), source, path.toAbsolutePath().getParent());
            if (entered.workspace() != state.workspace()) {
                state.change(entered.workspace());
                state.file(path);
            }
            return entered.answer();
        } catch (NoSuchFileException e) {
            return Answer.failed("there is no file " + argument, null);
        } catch (CharacterCodingException e) {
            return Answer.failed(argument + " is not UTF-8 text", null);
        } catch (IOException | InvalidPathException e) {
            return Answer.failed(argument + " cannot be read: " + reason(e), null);
        }
    }

    /** Why a file cannot be read or written, without its name. */
    static String reason(Exception e) {
        return e instanceof NoSuchFileException ? "there is no such folder" : e instanceof AccessDeniedException ? "that is not permitted"
                : e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.getMessage();
    }

    private static byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return FileSize.read(in);
        }
    }

    /** Writes a file; one that this session has not to do with is not overwritten. */
    static Answer save(SessionState state, String argument) {
        if (argument.isEmpty() && state.file() == null) {
            return Answer.failed("save to which file?", ":save practice.grad");
        }
        try {
            Path path = argument.isEmpty() ? state.file() : path(argument);
            if (Files.exists(path) && !path.equals(state.file())) {
                return Answer.failed(argument + " exists already", ":load it first to go on with it, or take another name");
            }
            Files.writeString(path, state.workspace().text());
            state.file(path);
            return new Answer(Status.VERIFIED, List.of(Display.visible("saved; nabla check " + path + " checks it")), List.of());
        } catch (IOException | InvalidPathException e) {
            return Answer.failed((argument.isEmpty() ? state.file() : argument) + " cannot be written: " + reason(e), null);
        }
    }

    /** {@code ~/} is the home folder, as a shell would have it. */
    static Path path(String argument) {
        String name = argument.matches("\".*\"") ? argument.substring(1, argument.length() - 1) : argument;
        return name.startsWith("~/") ? Path.of(System.getProperty("user.home"), name.substring(2)) : Path.of(name);
    }
}
