package nabla.exercise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Keeps progress in a plain file, also where several sessions write to it: each change reads the file anew under a lock and replaces it
 * as a whole. A damaged file is put aside and what can be read of it kept; one of a later version is left alone. Nothing is thrown:
 * where the file cannot be used, progress lasts as long as the session, and {@link #trouble} says why.
 */
public final class Ledger {

    private static final Object HERE = new Object();

    private final Path file;
    private PupilProgress progress = PupilProgress.NONE;
    private String trouble;

    private Ledger(Path file) {
        this.file = file;
    }

    /** Progress in a file, which need not exist; missing folders are made. */
    public static Ledger at(Path file) {
        return new Ledger(file.toAbsolutePath());
    }

    /** Progress that ends with the session. */
    public static Ledger forgetful() {
        return new Ledger(null);
    }

    /** What is wrong with the file, a sentence for the pupil; null while nothing is. */
    public String trouble() {
        return trouble;
    }

    /** What has been done so far, in other sessions too. */
    PupilProgress progress() {
        if (file != null && Files.exists(file)) {
            try {
                PupilProgress.Reading reading = read();
                if (!reading.newer()) {
                    progress = reading.progress();
                }
            } catch (IOException problem) {
                trouble = unusable(problem);
            }
        }
        return progress;
    }

    /** Changes what is kept. */
    void change(UnaryOperator<PupilProgress> change) {
        if (file == null) {
            progress = change.apply(progress);
            return;
        }
        synchronized (HERE) {
            try {
                Files.createDirectories(file.getParent());
                Path lock = file.resolveSibling(file.getFileName() + ".lock");
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    replace(change, held);
                }
            } catch (IOException problem) {
                trouble = unusable(problem);
                progress = change.apply(progress);
            }
        }
    }

    private void replace(UnaryOperator<PupilProgress> change, FileLock held) throws IOException {
        PupilProgress.Reading reading = Files.exists(file) ? read() : new PupilProgress.Reading(progress, false, List.of());
        if (reading.newer() || !held.isValid()) {
            trouble = "progress is not kept: " + file + " was written by a later version of nabla";
            progress = change.apply(progress);
            return;
        }
        if (!reading.damaged().isEmpty()) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged");
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
            trouble = "the file with your progress was damaged; what could be read is kept, the old one is " + aside;
        }
        progress = change.apply(reading.progress());
        Path written = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        Files.write(written, progress.text(), StandardCharsets.UTF_8);
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plain) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Bytes that are no text must not stop the reading: they damage their own line only. */
    private PupilProgress.Reading read() throws IOException {
        return PupilProgress.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
    }

    private String unusable(IOException problem) {
        return "progress is not kept: " + file + " cannot be used (" + problem.getClass().getSimpleName() + ")";
    }
}
