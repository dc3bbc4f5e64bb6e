package nabla.source;

import java.nio.file.InvalidPathException;

/** Names of files as they are written. */
public final class FileName {

    private FileName() { }

    /** Why a text is no name of a file. On many systems that depends on the locale: without UTF-8 in it, Java knows ASCII only. */
    public static String problem(InvalidPathException failure) {
        boolean letters = failure.getReason().contains("unmappable");
        return "not the name of a file: " + (letters ? "this locale has no such letters; set LC_ALL=C.UTF-8, or rename it" : failure.getReason());
    }
}
