package nabla.repl;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.exercise.Ledger;
import nabla.exercise.Reply;
import nabla.exercise.Tutor;
import nabla.repl.Workspace.Entered;
import nabla.source.SourceText;
import nabla.source.Spelling;

/** A session: a workspace that changes line by line, the way back, and the commands. It knows no terminal. */
public final class Shell {

    private final Screen screen;
    private final Ledger ledger;
    private final Deque<Step> undone = new ArrayDeque<>();
    private final Deque<Step> done = new ArrayDeque<>();
    private Workspace workspace;
    private Tutor tutor;
    private boolean asked;
    private boolean introduced;
    private Path file;
    private final Set<Path> drawn = new HashSet<>();
    private boolean over;

    /** What a line has changed, which is all that is kept of it: what was said, and the folder of files. */
    private record Step(SessionProgram.Difference difference, Path before, Path after) { }

    /** Begins with nothing said. */
    public Shell(Preferences preferences, Screen screen, Ledger ledger) {
        this.screen = screen;
        this.ledger = ledger;
        this.tutor = new Tutor(ledger);
        this.workspace = Workspace.empty(preferences, Path.of("").toAbsolutePath());
    }

    /** Answers what was typed: statements and expressions, a command, or {@code ?name}. */
    public Answer answer(SourceText typed) {
        String text = typed.text().strip();
        if (text.startsWith(":")) {
            return command(text.substring(1).strip());
        } else if (text.startsWith("?")) {
            return Help.about(text.substring(1).strip(), scene());
        }
        Command plain = Command.plain(text);
        if (plain != null && !workspace.names().contains(text)) {
            return plain.action().run(this, "");
        } else if (asked) {
            return Learning.answer(this, text);
        }
        return enter(typed);
    }

    /** Takes statements and expressions, also while an exercise is open. */
    Answer enter(SourceText typed) {
        Entered entered = workspace.enter(typed);
        change(entered.workspace());
        return entered.answer();
    }

    private Answer command(String text) {
        String[] parts = text.split("\\s+", 2);
        Command command = Command.find(parts[0].isEmpty() ? "help" : parts[0]);
        if (command == null) {
            List<String> names = Command.ALL.stream().map(Command::name).toList();
            List<String> begin = Command.beginning(parts[0]).stream().map(candidate -> ":" + candidate.name()).toList();
            String near = Spelling.hint(parts[0], names);
            return !begin.isEmpty() ? Answer.failed(":" + parts[0] + " can be " + String.join(", ", begin), "write more of it")
                    : Answer.failed("there is no command :" + parts[0], near != null ? near.replace("mean ", "mean :") : ":help lists them");
        }
        String argument = parts.length < 2 ? "" : parts[1].strip();
        return command.arguments().isEmpty() && !argument.isEmpty()
                ? Answer.failed(':' + command.name() + " takes nothing after it", "write :" + command.name())
                : command.action().run(this, argument);
    }

    /** Goes on with another workspace; {@code :undo} comes back to this one. */
    void change(Workspace next) {
        if (next != workspace) {
            done.push(new Step(workspace.program().to(next.program()), workspace.folder(), next.folder()));
            undone.clear();
            workspace = next;
        }
    }

    /** Goes back to the workspace before the last change; the one left, or null if nothing can be undone. */
    Workspace undo() {
        return move(done, undone, true);
    }

    /** Takes an {@link #undo} back; the workspace left, or null. */
    Workspace redo() {
        return move(undone, done, false);
    }

    private Workspace move(Deque<Step> from, Deque<Step> to, boolean back) {
        if (from.isEmpty()) {
            return null;
        }
        Workspace left = workspace;
        Step step = from.pop();
        to.push(step);
        workspace = new Workspace((back ? step.difference().back() : step.difference()).of(left.program()), left.preferences(),
                back ? step.before() : step.after());
        return left;
    }

    /** Other preferences; there is nothing to undo about them. */
    void prefer(Preferences preferences) {
        workspace = workspace.with(preferences);
    }

    Tutor tutor() {
        return tutor;
    }

    /** Whether an exercise is open: lines are then answers to it. */
    public boolean isAsked() {
        return asked;
    }

    /** Goes by what the tutor has made of it. */
    void attend(Reply.Outcome outcome) {
        asked = outcome == Reply.Outcome.ASKED || asked && !outcome.isOver();
    }

    /** Whether exercises were introduced before; from now on they are. */
    boolean introduce() {
        boolean before = introduced;
        introduced = true;
        return before;
    }

    /** Leaves the open exercise. */
    void leave() {
        tutor = new Tutor(ledger);
        asked = false;
    }

    void quit() {
        over = true;
    }

    /** Whether {@code :quit} was said. */
    public boolean isOver() {
        return over;
    }

    public Workspace workspace() {
        return workspace;
    }

    /** What commands that show something look at: the open exercise, or else what was said. */
    Workspace scene() {
        if (!asked) {
            return workspace;
        }
        SourceText exercise = new SourceText("exercise", tutor.exercise().text());
        return Workspace.empty(workspace.preferences(), null).load(exercise, null).workspace();
    }

    Screen screen() {
        return screen;
    }

    /** The file that was loaded or saved last, or null. */
    Path file() {
        return file;
    }

    void file(Path path) {
        file = path;
    }

    /** The pictures that this session has written, and may write again. */
    Set<Path> drawn() {
        return drawn;
    }
}
