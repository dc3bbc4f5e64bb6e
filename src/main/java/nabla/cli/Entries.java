package nabla.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nabla.source.FileName;

/** Turns the arguments of a command into texts to check: files, what is found in folders, standard input, equations. */
final class Entries {

    private static final String SUFFIX = ".grad";

    private Entries() { }

    /** The entries in the order of the arguments, equations first. */
    static List<Entry> of(List<String> arguments, List<String> equations, InputStream in) {
        List<Entry> entries = new ArrayList<>();
        if (!equations.isEmpty()) {
            byte[] text = String.join("\n", equations).getBytes(StandardCharsets.UTF_8);
            entries.add(new Entry("-e", null, true, () -> new ByteArrayInputStream(text)));
        }
        for (String argument : arguments) {
            if (argument.equals("-")) {
                entries.add(new Entry("standard input", null, false, () -> in));
            } else {
                add(argument, entries);
            }
        }
        return entries;
    }

    private static void add(String argument, List<Entry> entries) {
        try {
            Path path = Path.of(argument);
            if (Files.isDirectory(path)) {
                folder(path, entries);
            } else {
                entries.add(Entry.file(path));
            }
        } catch (InvalidPathException e) {
            entries.add(unreadable(argument, FileName.problem(e)));
        } catch (IOException | UncheckedIOException e) {
            entries.add(unreadable(argument, "the folder cannot be searched: " + e.getMessage()));
        }
    }

    /** In the order of the names, so that the report does not depend on the file system. */
    private static void folder(Path folder, List<Entry> entries) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(path -> path.toString().endsWith(SUFFIX) && Files.isRegularFile(path)).sorted().toList();
            files.forEach(file -> entries.add(Entry.file(file)));
            if (files.isEmpty()) {
                entries.add(unreadable(folder.toString(), "no *" + SUFFIX + " file in this folder"));
            }
        }
    }

    private static Entry unreadable(String name, String problem) {
        return new Entry(name, null, false, () -> {
            throw new Entry.Unread(problem, false);
        });
    }
}
