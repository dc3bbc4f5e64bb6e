package nabla.repl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nabla.report.Report.Status;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Continuation;
import org.jline.utils.Signals;

/**
 * A session read line by line: from a pipe, without a prompt, answers to one writer and what is wrong to another; or at a terminal that
 * can do no more than show lines.
 */
public final class LineSession implements Screen {

    static final String PROMPT = "nabla> ";
    static final String MORE = "  ...> ";
    private static final String NAME = "standard input";
    private static final int WIDTH = 100;

    private final BufferedReader in;
    private final Writer out;
    private final Writer err;
    private final GuardedWork work;
    private final Shell shell;
    private final List<String> history = new ArrayList<>();
    private final StoppableWork stoppable = new StoppableWork();
    private boolean prompted;
    private volatile boolean dropped;
    private final Set<Status> met = EnumSet.noneOf(Status.class);

    public LineSession(BufferedReader in, Writer out, Writer err, Preferences preferences, Path state, GuardedWork work) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.work = work;
        this.shell = new Shell(preferences, this, StatePlaces.ledger(state));
    }

    /** Reads to the end, at a terminal: with prompts, and Ctrl-C stops a computation or drops a line. */
    public void talk(String file) throws IOException {
        Object before = Signals.register("INT", () -> dropped = !stoppable.stop());
        prompted = true;
        run(file);
        Signals.unregister("INT", before);
    }

    /** Reads to the end. Every status that an answer had. */
    public Set<Status> run(String file) throws IOException {
        if (file != null) {
            answer(new SourceText("", ":load " + file), 0);
        }
        StringBuilder text = new StringBuilder();
        Continuation continuation = new Continuation();
        int line = 0;
        int first = 0;
        for (String next = next(PROMPT); next != null && !shell.state().isOver(); next = next(text.length() == 0 ? PROMPT : MORE)) {
            history.add(next);
            if (dropped) {
                text.setLength(0);
                dropped = false;
            }
            boolean begins = text.length() == 0;
            if (!begins && Lines.isCommand(next)) {
                // A block that was never closed: the command is not part of it.
                answer(new SourceText(NAME, text.toString()), first);
                text.setLength(0);
                begins = true;
            }
            text.append(next);
            continuation = begins ? new Continuation() : continuation;
            if (begins && next.strip().matches("[:?].*") || !continuation.add(next)) {
                answer(new SourceText(NAME, text.toString()), begins ? line : first);
                text.setLength(0);
                first = line + 1;
            } else {
                text.append('\n');
            }
            line++;
        }
        if (text.length() > 0) {
            answer(new SourceText(NAME, text.toString()), first);
        }
        return met;
    }

    private String next(String prompt) throws IOException {
        if (prompted && !shell.state().isOver()) {
            out.write(prompt);
            out.flush();
        }
        return shell.state().isOver() ? null : in.readLine();
    }

    /** Answers what begins after so many lines. */
    private void answer(SourceText typed, int before) throws IOException {
        Answer answer = work.run(() -> stoppable.run(() -> shell.answer(typed)));
        if (answer == null) {
            return;
        }
        met.add(answer.status());
        write(answer.lines(), out);
        out.flush();
        for (Answer.Problem problem : answer.problems()) {
            Diagnostic diagnostic = problem.source() == typed ? moved(problem.diagnostic(), before) : problem.diagnostic();
            boolean placed = problem.source() == typed || !problem.source().name().isEmpty();
            write(placed ? Excerpt.lines(problem.source(), diagnostic) : Excerpt.typed(problem.source(), diagnostic), err);
        }
        err.flush();
    }

    /** With the number of its line in all that was typed. */
    private static Diagnostic moved(Diagnostic diagnostic, int lines) {
        Span span = diagnostic.span();
        return span == null ? diagnostic : diagnostic.at(new Span(span.line() + lines, span.column(), span.start(), span.end()));
    }

    private static void write(List<String> lines, Writer to) throws IOException {
        for (String line : lines) {
            to.write(line);
            to.write('\n');
        }
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public boolean step(List<String> lines) {
        try {
            write(lines, out);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> history() {
        return history;
    }
}
