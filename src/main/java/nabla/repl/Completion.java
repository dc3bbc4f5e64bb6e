package nabla.repl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import nabla.exercise.Topic;
import nabla.op.Function;
import nabla.op.Functions;
import nabla.repl.Command.Kind;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes names, functions, commands and what follows them. */
final class Completion implements Completer {

    private static final int FILES = 500;

    private final Supplier<Workspace> workspace;

    Completion(Supplier<Workspace> workspace) {
        this.workspace = workspace;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        Lines.Word word = (Lines.Word) line;
        String before = word.before().strip();
        if (before.isEmpty() && word.word().startsWith(":")) {
            Command.ALL.forEach(command -> candidates.add(candidate(":" + command.word(), "commands", command.about(), true)));
        } else if (before.startsWith(":")) {
            argument(before.substring(1), word.word(), candidates);
        } else if (before.endsWith("csv(\"")) {
            files(word.word(), "", candidates);
        } else {
            names(candidates);
            functions(candidates, true);
        }
    }

    private void argument(String typed, String word, List<Candidate> candidates) {
        String[] words = typed.split("\\s+");
        Command found = Command.find(words[0]);
        if (words[words.length - 1].matches("colou?r")) {
            List.of("on", "off").forEach(value -> candidates.add(candidate(value, null, null, true)));
            return;
        }
        Kind kind = found == null ? Kind.NONE : found.argument();
        switch (kind) {
            case NAME -> names(candidates);
            case FUNCTION -> functions(candidates, false);
            case FILE -> files(word, ".grad", candidates);
            case SETTING -> List.of("digits", "tolerance", "seed", "colour").forEach(name -> candidates.add(candidate(name, null, null, true)));
            case TOPIC -> {
                Help.topics().forEach(name -> candidates.add(candidate(name, "topics", null, true)));
                functions(candidates, false);
            }
            case EXERCISE -> Arrays.stream(Topic.values()).forEach(topic -> candidates.add(candidate(topic.id(), null, topic.about(), true)));
            default -> { }
        }
    }

    private void names(List<Candidate> candidates) {
        Set<String> names = new TreeSet<>(workspace.get().names());
        names.forEach(name -> candidates.add(candidate(name, "names", null, false)));
        if (workspace.get().draft().output() != null) {
            String output = workspace.get().draft().output();
            names.stream().filter(name -> !name.equals(output))
                    .forEach(name -> candidates.add(candidate("d" + output + "/d" + name, "derivatives", null, false)));
        }
    }

    private static void functions(List<Candidate> candidates, boolean call) {
        for (Function function : Functions.all()) {
            for (String name : function.names()) {
                String text = call ? name + "(" : name;
                candidates.add(new Candidate(text, name, "functions", null, null, null, false));
            }
        }
    }

    private static Candidate candidate(String text, String group, String about, boolean complete) {
        return new Candidate(text, text, group, about, null, null, complete);
    }

    /** Folders, and files with a suffix. */
    private static void files(String word, String suffix, List<Candidate> candidates) {
        int slash = word.lastIndexOf('/') + 1;
        String folder = word.substring(0, slash);
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Storage.path(folder.isEmpty() ? "." : folder))) {
            for (Path file : files) {
                if (found.size() < FILES && !file.getFileName().toString().startsWith(".")) {
                    found.add(file);
                }
            }
        } catch (IOException | InvalidPathException e) {
            return;
        }
        for (Path file : found) {
            String name = file.getFileName().toString();
            boolean directory = Files.isDirectory(file);
            if (directory || name.endsWith(suffix)) {
                String text = folder + name + (directory ? "/" : "");
                candidates.add(new Candidate(text, name + (directory ? "/" : ""), null, null, null, null, !directory));
            }
        }
    }
}
