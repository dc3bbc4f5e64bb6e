package nabla.repl;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import nabla.exercise.Ledger;
import nabla.exercise.Reply;
import nabla.exercise.Tutor;
import nabla.source.SourceText;

/** What a session has come to, which commands look at and change: a workspace, the way back, the open exercise, the files. */
final class SessionState {

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

    /** Nothing is said yet. */
    SessionState(Preferences preferences, Screen screen, Ledger ledger) {
        this.screen = screen;
        this.ledger = ledger;
        this.tutor = new Tutor(ledger);
        this.workspace = Workspace.empty(preferences, Path.of("").toAbsolutePath());
    }

    /** Takes statements and expressions, also while an exercise is open. */
    Answer enter(SourceText typed) {
        Turn entered = Evaluator.enter(workspace, typed);
        change(entered.workspace());
        return entered.answer();
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
    boolean isAsked() {
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
    boolean isOver() {
        return over;
    }

    Workspace workspace() {
        return workspace;
    }

    /** What commands that show something look at: the open exercise, or else what was said. */
    Workspace scene() {
        if (!asked) {
            return workspace;
        }
        SourceText exercise = new SourceText("exercise", tutor.exercise().text());
        return Change.load(Workspace.empty(workspace.preferences(), null), exercise, null).workspace();
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
