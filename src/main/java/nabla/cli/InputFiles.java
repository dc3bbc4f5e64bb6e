package nabla.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nabla.source.FileName;
import nabla.source.Obstacle;

/** Turns the arguments of a command into texts to check: files, what is found in folders, standard input, equations. */
final class InputFiles {

    private static final String SUFFIX = ".grad";

    private InputFiles() { }

    /** The entries in the order of the arguments, equations first. What is named twice is one entry: its results would be two of one name. */
    static List<InputFile> of(List<String> arguments, List<String> equations, InputStream in) {
        List<InputFile> entries = new ArrayList<>();
        if (!equations.isEmpty()) {
            byte[] text = EquationText.of(equations).getBytes(StandardCharsets.UTF_8);
            entries.add(new InputFile("-e", null, true, () -> new ByteArrayInputStream(text)));
        }
        for (String argument : arguments) {
            if (argument.equals("-")) {
                entries.add(new InputFile("standard input", null, false, () -> in));
            } else {
                add(argument, entries);
            }
        }
        Set<String> seen = new HashSet<>();
        return entries.stream().filter(entry -> seen.add(place(entry))).toList();
    }

    /** Where an entry comes from; {@code ./a} is {@code a}. */
    private static String place(InputFile entry) {
        return entry.path() == null ? entry.name() + "\0" : entry.name().replaceAll("(?<=^|/)(\\./)+", "");
    }

    private static void add(String argument, List<InputFile> entries) {
        try {
            Path path = Path.of(argument);
            if (argument.isBlank()) {
                entries.add(unreadable("'" + argument + "'", InputFile.UNNAMED));
            } else if (Files.isDirectory(path)) {
                folder(path, entries);
            } else {
                entries.add(InputFile.file(path));
            }
        } catch (InvalidPathException e) {
            entries.add(unreadable(argument, FileName.problem(e)));
        }
    }

    /** In the order of the names, so that the report does not depend on the file system. */
    private static void folder(Path folder, List<InputFile> entries) {
        List<InputFile> found;
        try {
            Search search = new Search(folder, folder.toRealPath());
            Files.walkFileTree(search.real, search);
            found = search.entries();
        } catch (IOException e) {
            found = List.of(unsearched(folder, e));
        }
        entries.addAll(found.isEmpty() ? List.of(unreadable(folder.toString(), "no *" + SUFFIX + " file in this folder")) : found);
    }

    /** The graph files of a folder. A folder in it that cannot be searched stops no other. */
    static final class Search extends SimpleFileVisitor<Path> {

        private final Path named;
        private final Path real;
        private final SortedMap<Path, InputFile> found = new TreeMap<>();

        /** Of a folder as it was named, perhaps by a link, and where it really is. */
        Search(Path named, Path real) {
            this.named = named;
            this.real = real;
        }

        List<InputFile> entries() {
            return List.copyOf(found.values());
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (path.toString().endsWith(SUFFIX) && Files.isRegularFile(path)) {
                found.put(path, InputFile.file(named(path)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            found.put(path, unsearched(named(path), e));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
        }

        private Path named(Path path) {
            return named.resolve(real.relativize(path));
        }
    }

    private static InputFile unsearched(Path folder, IOException e) {
        return unreadable(folder.toString(), e instanceof AccessDeniedException ? "the folder may not be searched"
                : "the folder cannot be searched: " + e.getMessage());
    }

    private static InputFile unreadable(String name, String problem) {
        return new InputFile(name, null, false, () -> {
            throw new InputFile.ReadFailure(Obstacle.unreadable(problem));
        });
    }
}
