package nabla.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nabla.cli.Invocation;
import nabla.limit.TimeLimit;

/** Runs trials in a folder of their own, beside the tables that examples read. */
final class Trials {

    private static final Duration MOST = Duration.ofSeconds(5 + 3);

    private static final Set<String> UNLIMITED = Set.of("repl", "train");

    private final Path file;
    private final Map<Integer, Integer> exits = new TreeMap<>();

    public Trials(Path folder) {
        this.file = folder.resolve("trial.grad");
        try (Stream<Path> found = Files.walk(Path.of("examples"))) {
            for (Path table : found.filter(path -> path.toString().endsWith(".csv")).toList()) {
                Files.copy(table, folder.resolve(table.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often each exit code came. */
    Map<Integer, Integer> exits() {
        return exits;
    }

    /** What is wrong with the run; null if nothing. */
    String broken(Trial trial) {
        try {
            Invocation run = new TimeLimit(MOST).run(() -> run(trial));
            exits.merge(run.exit(), 1, Integer::sum);
            String broken = Contract.broken(trial, run);
            return broken != null ? broken : running();
        } catch (TimeoutException e) {
            // Sessions and training end when somebody wants them to: they have been stopped now, as by Ctrl-C, and must have heeded it.
            String where = where();
            boolean limited = !UNLIMITED.contains(trial.arguments().get(0));
            return limited || !where.isEmpty() ? "not done within " + MOST.toSeconds() + " s" + where : null;
        }
    }

    /** Runs a trial, whatever comes of it. */
    Invocation run(Trial trial) {
        List<String> arguments = new ArrayList<>(trial.arguments());
        if (arguments.equals(List.of("repl"))) {
            return Invocation.with(new String(trial.input(), StandardCharsets.UTF_8), "repl");
        }
        write(trial.input());
        arguments.add(file.toString());
        return Invocation.of(arguments.toArray(String[]::new));
    }

    private void write(byte[] input) {
        try {
            Files.write(file, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was refused for its time has to have ended, too; a moment later at most. */
    private static String running() {
        for (Thread thread : workers()) {
            try {
                thread.join(1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        String where = where();
        return where.isEmpty() ? null : "goes on after its end" + where;
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().endsWith("(limited)")).toList();
    }

    private static String where() {
        StringBuilder where = new StringBuilder();
        for (Thread thread : workers()) {
            Stream.of(thread.getStackTrace()).limit(30).forEach(frame -> where.append("\n    ").append(frame));
        }
        return where.toString();
    }
}
