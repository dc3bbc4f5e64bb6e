package nabla.grade;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import nabla.source.Encoding;
import nabla.source.Obstacle;
import nabla.source.SourceText;

/** The files of one submission, read into memory and within limits. Their names are only compared, never used as paths. */
final class Bundle {

    private static final List<String> ANSWERS = List.of(".grad", ".txt");
    private static final int LARGEST = 1 << 20;
    private static final int FILES = 200;
    private static final int TOTAL = 64 << 20;
    private static final int BLOCK = 1 << 14;

    private final Map<String, String> tables = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private int total;
    private int files;

    /** A file that may hold answers. */
    private record Sheet(String name, byte[] bytes) { }

    /** The submission cannot be marked; the message says why. */
    static final class UnfitSubmission extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Obstacle obstacle;

        private UnfitSubmission(Obstacle obstacle) {
            super(obstacle.what());
            this.obstacle = obstacle;
        }

        /** It cannot be read. */
        UnfitSubmission(String what) {
            this(Obstacle.unreadable(what));
        }

        /** A limit is exceeded, or a rule broken. */
        static UnfitSubmission refused(String what) {
            return new UnfitSubmission(Obstacle.refused(what));
        }

        Obstacle obstacle() {
            return obstacle;
        }
    }

    static boolean isWanted(String name) {
        return !name.startsWith(".") && (ends(name, ANSWERS) || isTable(name));
    }

    /** Whether a name, in whatever letters, ends in one of some suffixes. */
    static boolean ends(String name, List<String> suffixes) {
        String small = name.toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(small::endsWith);
    }

    private static boolean isTable(String name) {
        return ends(name, List.of(".csv"));
    }

    /** Takes a file in; {@code sole} says that it is the submission, whatever its name. */
    void add(String name, InputStream in, boolean sole) throws IOException, UnfitSubmission {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw UnfitSubmission.refused((sole ? "a file" : name) + " is larger than 1 MiB");
        }
        count(bytes.length);
        if (++files > FILES) {
            throw UnfitSubmission.refused("more than " + FILES + " files");
        }
        if (isTable(name)) {
            tables.put(name.toLowerCase(Locale.ROOT), decoded(name, bytes));
        } else {
            sheets.add(new Sheet(name, bytes));
        }
    }

    /**
     * Takes in what is wanted of a zip. It is read as a stream: sizes that a zip claims are not believed.
     *
     * @param names how names of files are written, unless the zip says that it is UTF-8
     * @return whether that is how
     */
    boolean addZip(InputStream in, Charset names) throws IOException, UnfitSubmission {
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(in, names)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName().replace('\\', '/');
                if (path.startsWith("/") || path.matches("[A-Za-z]:.*") || List.of(path.split("/")).contains("..")) {
                    throw UnfitSubmission.refused("a name in the zip leads out of it");
                } else if (++entries > FILES) {
                    throw UnfitSubmission.refused("more than " + FILES + " files in the zip");
                }
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (!entry.isDirectory() && !path.startsWith("__MACOSX/") && isWanted(name)) {
                    add(name, zip, false);
                } else {
                    pass(zip);
                }
            }
        } catch (IllegalArgumentException letters) {
            return false;
        } catch (ZipException | EOFException e) {
            throw new UnfitSubmission("the zip cannot be read");
        }
        if (entries == 0) {
            throw new UnfitSubmission("the zip is empty, or no zip");
        }
        return true;
    }

    /** Passes over a file that is not wanted; what it unpacks to counts all the same. */
    private void pass(InputStream in) throws IOException, UnfitSubmission {
        byte[] block = new byte[BLOCK];
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
            count(read);
        }
    }

    private void count(int bytes) throws UnfitSubmission {
        total += bytes;
        if (total > TOTAL) {
            throw UnfitSubmission.refused("more than 64 MiB in all");
        }
    }

    private static String decoded(String name, byte[] bytes) throws UnfitSubmission {
        try {
            return Encoding.text(bytes);
        } catch (Encoding.ForeignEncoding e) {
            throw new UnfitSubmission(name + " " + e.getMessage());
        }
    }

    Submission submission(Learner learner, String file) throws UnfitSubmission {
        List<Sheet> candidates = candidates();
        if (candidates.size() > 1) {
            throw new UnfitSubmission("there are two files of answers, " + candidates.get(0).name() + " and " + candidates.get(1).name());
        } else if (candidates.isEmpty() && tables.isEmpty()) {
            throw new UnfitSubmission("there is no file of answers (.grad, .txt) and no CSV file in it");
        }
        SourceText answers = null;
        for (Sheet sheet : candidates) {
            answers = new SourceText(sheet.name(), decoded(sheet.name(), sheet.bytes()));
        }
        if (answers != null && answers.text().isBlank() && tables.isEmpty()) {
            throw new UnfitSubmission("the file is empty");
        }
        List<String> aside = sheets.stream().filter(sheet -> !candidates.contains(sheet)).map(Sheet::name).toList();
        return new Submission(learner, file, answers, tables, aside, null);
    }

    /** Beside a graph file other texts are notes, such as a readme. */
    private List<Sheet> candidates() {
        List<Sheet> graphs = sheets.stream().filter(sheet -> ends(sheet.name(), List.of(".grad"))).toList();
        return graphs.isEmpty() ? sheets : graphs;
    }
}
