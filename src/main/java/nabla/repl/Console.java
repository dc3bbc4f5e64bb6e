package nabla.repl;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nabla.limit.Progress;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.Paragraph;
import nabla.source.SourceText;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** A session at a terminal. Ctrl-C stops a computation, or drops a line; Ctrl-D ends the session. */
public final class Console implements Screen {

    private static final String PROMPT = LineSession.PROMPT;
    private static final String ASKED = "answer> ";
    private static final String MORE = LineSession.MORE;
    private static final String ASK = "  -- Enter goes on, q ends --";
    /** In nanoseconds: so long takes the prompt, which comes first. */
    private static final long AFTER_PROMPT = 200_000_000;
    private static final int USUAL = 80;
    private static final int LINES = 24;

    private final Terminal terminal;
    private final PrintWriter out;
    private final GuardedWork work;
    private final Supplier<Progress> progress;
    private final Shell shell;
    private final LineReader reader;
    private final StoppableWork stoppable = new StoppableWork();

    /**
     * A session at a terminal.
     *
     * @param state where the lines entered are kept; null if nowhere
     */
    public Console(Terminal terminal, Preferences preferences, Path state, GuardedWork work, Supplier<Progress> progress) {
        this.terminal = terminal;
        this.out = terminal.writer();
        this.work = work;
        this.progress = progress;
        this.shell = new Shell(preferences, this, StatePlaces.ledger(state));
        LineReaderBuilder builder = LineReaderBuilder.builder().terminal(terminal).appName("nabla").parser(new Lines())
                .completer(new Completion(() -> shell.state().workspace())).highlighter(new InputHighlighter(() -> shell.state().workspace()))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE).variable(LineReader.LIST_MAX, 200)
                .option(Option.DISABLE_EVENT_EXPANSION, true).option(Option.HISTORY_IGNORE_SPACE, false)
                .option(Option.AUTO_FRESH_LINE, false).option(Option.USE_FORWARD_SLASH, true);
        if (StatePlaces.isUsable(state)) {
            builder.variable(LineReader.HISTORY_FILE, state.resolve("history"));
        }
        this.reader = builder.build();
    }

    /** Whether the terminal can do no more than show lines: then {@link LineSession} is the better way. */
    public static boolean isPlain() {
        return "dumb".equals(System.getenv("TERM"));
    }

    /**
     * A session at the terminal of the process, from its beginning to its end; false, and nothing happens, where there is none.
     *
     * @param file to go on from, or null
     */
    public static boolean start(String file, Preferences preferences, Path state, GuardedWork work, Supplier<Progress> progress) throws IOException {
        try (Terminal terminal = SystemTerminal.open()) {
            if (terminal == null) {
                return false;
            }
            boolean first = isFirst(state);
            new Console(terminal, preferences, state, work, progress).run(file, first);
            return true;
        }
    }

    /** Whether this user has never had a session: nothing is kept of one. */
    private static boolean isFirst(Path state) {
        return state == null || !Files.exists(state.resolve("history"));
    }

    /** Reads and answers lines until the session is ended. */
    public void run(String file, boolean first) {
        terminal.handle(Signal.INT, signal -> stoppable.stop());
        if (terminal.getWidth() == 0) {
            // Some terminals, those of build servers among them, do not know how large they are.
            terminal.setSize(new Size(USUAL, LINES));
        }
        if (first) {
            Paragraph.wrapped(Help.BEGINNING, width()).forEach(out::println);
        }
        if (file != null) {
            answer(":load " + file);
        }
        warm();
        while (!shell.state().isOver()) {
            try {
                answer(reader.readLine(shell.state().isAsked() ? ASKED : PROMPT));
            } catch (UserInterruptException e) {
                // The line is dropped.
            } catch (EndOfFileException e) {
                shell.state().quit();
            }
        }
        out.flush();
    }

    /** While the first line is typed, what will answer it is loaded: the answer then takes a tenth of the time. */
    private void warm() {
        Thread warming = new Thread(() -> {
            LockSupport.parkNanos(AFTER_PROMPT);
            Workspace scratch = Workspace.empty(Preferences.standard(false), null);
            scratch = Evaluator.enter(scratch, new SourceText("", "z = x*y + x; x = 1; y = 2")).workspace();
            Evaluator.enter(scratch, new SourceText("", "dz/dx"));
        }, "warming");
        warming.setDaemon(true);
        warming.setPriority(Thread.MIN_PRIORITY);
        warming.start();
    }

    private void answer(String text) {
        int command = Lines.command(text);
        if (command > 0) {
            say(text.substring(0, command).stripTrailing());
        }
        say(text.substring(command));
    }

    private void say(String line) {
        Answer answer = work.run(() -> stoppable.run(() -> shell.answer(new SourceText("", line))));
        if (answer != null) {
            Paragraph.wrapped(answer.lines(), width()).forEach(out::println);
            for (Answer.Problem problem : answer.problems()) {
                problem(problem.source(), problem.diagnostic()).forEach(out::println);
            }
        }
        out.flush();
    }

    private List<String> problem(SourceText source, Diagnostic diagnostic) {
        return source.name().isEmpty() ? Excerpt.typed(source, diagnostic, width()) : Excerpt.lines(source, diagnostic, width());
    }

    @Override
    public int width() {
        return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL;
    }

    @Override
    public boolean step(List<String> lines) {
        Paragraph.wrapped(lines, width()).forEach(out::println);
        out.print(ASK);
        out.flush();
        Attributes before = terminal.enterRawMode();
        try {
            int key = terminal.reader().read();
            return key != 'q' && key != 'Q' && key != 4 && key >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            terminal.setAttributes(before);
            out.print('\r' + " ".repeat(ASK.length()) + '\r');
            out.flush();
        }
    }

    @Override
    public List<String> history() {
        List<String> lines = new ArrayList<>();
        for (History.Entry entry : reader.getHistory()) {
            lines.add(entry.line());
        }
        return lines;
    }

    @Override
    public Progress progress() {
        return progress.get();
    }
}
