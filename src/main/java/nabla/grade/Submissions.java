package nabla.grade;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nabla.source.Obstacle;

/**
 * Finds and reads what was handed in: a file of answers, a folder or zip with answers and CSV files, or a folder of all these. Nothing is
 * unpacked or written, no link is followed, and what cannot be read is a submission that says why.
 */
public final class Submissions {

    private static final char UNKNOWN = '\uFFFD';
    private static final List<String> HANDED_IN = List.of(".grad", ".txt", ".zip");

    private Submissions() { }

    /** A submission that has been found; it is read when its turn comes. */
    public record SubmissionFile(String file, Path path) {

        /** Reads it. Nothing is thrown for what is wrong with it. */
        public Submission read() {
            Learner learner = Learner.of(file);
            try {
                if (Files.isSymbolicLink(path)) {
                    return Submission.unread(learner, file, Obstacle.refused("it is a link to another file"));
                }
                if (Bundle.ends(file, List.of(".zip")) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    return zip().submission(learner, file);
                }
                Bundle bundle = new Bundle();
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    addFolder(path, bundle);
                } else if (Files.exists(path) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    return Submission.unread(learner, file, Obstacle.refused("it is no ordinary file"));
                } else {
                    try (InputStream in = Files.newInputStream(path)) {
                        bundle.add(file, in, true);
                    }
                }
                return bundle.submission(learner, file);
            } catch (Bundle.UnfitSubmission e) {
                return Submission.unread(learner, file, e.obstacle());
            } catch (IOException e) {
                return Submission.unread(learner, file, Obstacle.unreadable(Files.exists(path) ? "the file cannot be read" : "no such file"));
            }
        }

        /** Old programs write names in the encoding of their computer: read as Latin letters, in which every byte is one, usual names come out right. */
        private Bundle zip() throws IOException, Bundle.UnfitSubmission {
            for (Charset names : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
                Bundle bundle = new Bundle();
                try (InputStream in = Files.newInputStream(path)) {
                    if (bundle.addZip(in, names)) {
                        return bundle;
                    }
                }
            }
            throw new Bundle.UnfitSubmission("the zip cannot be read");
        }
    }

    private static void addFolder(Path folder, Bundle bundle) throws IOException, Bundle.UnfitSubmission {
        for (Path path : list(folder)) {
            String name = name(path);
            if (Files.isSymbolicLink(path)) {
                throw Bundle.UnfitSubmission.refused(name + " is a link to another file");
            } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Bundle.isWanted(name)) {
                try (InputStream in = Files.newInputStream(path)) {
                    bundle.add(name, in, false);
                }
            }
        }
    }

    /** What a path names, taken as one submission. */
    public static SubmissionFile sole(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return new SubmissionFile(name == null ? path.toString() : name(name), path);
    }

    /**
     * What a path names: itself, or what is in the folder. A folder that holds CSV files is one submission.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static List<SubmissionFile> at(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(sole(path));
        }
        List<Path> inside = list(path);
        if (inside.stream().anyMatch(file -> Bundle.ends(name(file), List.of(".csv")))) {
            return List.of(sole(path));
        }
        List<SubmissionFile> found = new ArrayList<>();
        for (Path file : inside) {
            String inner = name(file);
            boolean folder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && !inner.startsWith("__MACOSX");
            if (!inner.startsWith(".") && (folder || Bundle.ends(inner, HANDED_IN))) {
                found.add(new SubmissionFile(inner, file));
            }
        }
        return found;
    }

    /** In the order of the names, so that nothing depends on the file system. */
    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /**
     * The name of a file. In a locale without its letters Java puts others in their places, but keeps the bytes, and those are UTF-8 on
     * most systems: grade books need the names of people.
     */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        if (name.indexOf(UNKNOWN) < 0) {
            return name;
        }
        String escaped = file.toUri().getRawPath().replaceFirst("/$", "");
        return URLDecoder.decode(escaped.substring(escaped.lastIndexOf('/') + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
