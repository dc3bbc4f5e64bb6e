package nabla.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nabla.exercise.Ledger;

/** Where a program keeps what outlives a session: by the XDG base directory specification, or where Windows and macOS want it. */
public final class StatePlaces {

    private StatePlaces() { }

    /** The folder for this user, which need not exist yet; null if there can be none. */
    public static Path state() {
        try {
            return state(System.getProperty("os.name"), System.getProperty("user.home"), System::getenv);
        } catch (InvalidPathException | SecurityException e) {
            return null;
        }
    }

    /** Whether files can be made in a folder; it is made if it is not there. */
    static boolean isUsable(Path folder) {
        try {
            return folder != null && Files.isWritable(Files.createDirectories(folder));
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /** The folder on a system of that name. */
    static Path state(String system, String home, UnaryOperator<String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.apply("LOCALAPPDATA");
            return (local == null || local.isEmpty() ? Path.of(home, "AppData", "Local") : Path.of(local)).resolve("nabla");
        } else if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "nabla");
        }
        String state = environment.apply("XDG_STATE_HOME");
        boolean given = state != null && state.startsWith("/");
        return (given ? Path.of(state) : Path.of(home, ".local", "state")).resolve("nabla");
    }

    /** Where progress is kept; with no folder, as long as the session lasts. */
    static Ledger ledger(Path state) {
        return state == null ? Ledger.forgetful() : Ledger.at(state.resolve("progress"));
    }
}
