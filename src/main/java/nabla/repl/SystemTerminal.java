package nabla.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jline.nativ.JLineNativeLoader;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.InfoCmp;

/**
 * The terminal of the process. The launcher names a folder with what sessions need of the library for terminals; where it does not, the library
 * finds everything itself, which takes longer.
 */
final class SystemTerminal extends PosixSysTerminal {

    /** The library's own name of the folder in which it looks for its native part. */
    static final String FOLDER = "library.jline.path";
    private static final String NAME = "nabla";
    /** Native calls; where they cannot be loaded, the programs of the system. */
    private static final List<String> PROVIDERS = List.of("jni", "exec");
    static final List<String> TYPES = List.of("xterm-256color", "xterm", "screen-256color", "screen", "rxvt-unicode-256color", "rxvt-unicode",
            "rxvt", "ansi");

    SystemTerminal(String type, Pty pty) throws IOException {
        super(NAME, type, pty, StandardCharsets.UTF_8, StandardCharsets.UTF_8, StandardCharsets.UTF_8, true, SignalHandler.SIG_DFL);
    }

    /** The terminal of the process, or null where there is none. */
    static Terminal open() throws IOException {
        String type = System.getenv("TERM");
        Terminal usual = usual(type);
        return usual != null ? usual : searched(type);
    }

    /** The usual case, without a search for what else there could be; null where it is not the case. */
    private static Terminal usual(String type) {
        if (type == null || System.getProperty(FOLDER) == null) {
            return null;
        }
        try {
            JniTerminalProvider provider = new JniTerminalProvider();
            return provider.isPosixSystemStream(SystemStream.Input) && provider.isPosixSystemStream(SystemStream.Output)
                    ? new SystemTerminal(type, provider.current(SystemStream.Output)) : null;
        } catch (IOException | LinkageError | RuntimeException none) {
            // No native library for this machine, for one.
            return null;
        }
    }

    private static Terminal searched(String type) throws IOException {
        keepFromAsking(type);
        for (String provider : PROVIDERS) {
            try {
                return TerminalBuilder.builder().name(NAME).system(true).provider(provider).dumb(false).encoding(StandardCharsets.UTF_8).build();
            } catch (IllegalStateException none) {
                continue;
            }
        }
        return null;
    }

    /** What the library knows of a type is taken from it: asking the system takes a process. */
    private static void keepFromAsking(String type) {
        String known = type == null ? null : InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
    }

    @Override
    protected void parseInfoCmp() {
        Capabilities kept = kept(type);
        if (kept == null) {
            keepFromAsking(type);
            super.parseInfoCmp();
        } else {
            bools.addAll(kept.flags());
            ints.putAll(kept.numbers());
            strings.putAll(kept.strings());
        }
    }

    private static Capabilities kept(String type) {
        String folder = System.getProperty(FOLDER);
        try {
            return folder == null || !TYPES.contains(type) ? null : Capabilities.of(Path.of(folder), type);
        } catch (InvalidPathException none) {
            return null;
        }
    }

    /** Fills the folder that the launcher names. */
    static void fill(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String type : TYPES) {
            Capabilities.keep(folder, type);
        }
        JLineNativeLoader.initialize();
        String loaded = JLineNativeLoader.getNativeLibraryPath();
        if (loaded != null) {
            Files.copy(Path.of(loaded), folder.resolve(System.mapLibraryName("jlinenative")), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
