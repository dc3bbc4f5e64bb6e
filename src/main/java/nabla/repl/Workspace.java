package nabla.repl;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.session.Draft;
import nabla.session.Quantity;
import nabla.source.SourceText;

/**
 * What has been said in a session, and what it amounts to. Immutable: a line makes another workspace, and a line that fails makes none.
 * Names may be used before they have a value. What is held is a graph file; {@link #text} writes it.
 */
public final class Workspace {

    private final SessionProgram program;
    private final Preferences preferences;
    private final Path folder;
    private Draft draft;
    private Map<String, Quantity> quantities;
    private Set<EntryKey> wrong;
    private NameValues figures;

    Workspace(SessionProgram program, Preferences preferences, Path folder) {
        this.program = program;
        this.preferences = preferences;
        this.folder = folder;
    }

    /** Nothing said yet; {@code csv} finds its files in the folder. */
    public static Workspace empty(Preferences preferences, Path folder) {
        return new Workspace(SessionProgram.EMPTY, preferences, folder);
    }

    /** With statements that change nothing of what was said before. */
    Workspace grown(SessionProgram longer, NameValues more) {
        Workspace grown = new Workspace(longer, preferences, folder);
        grown.figures = more;
        return grown;
    }

    /** What the names amount to, to grow from; null where a statement may change what was said before. */
    NameValues figures() {
        if (figures == null) {
            figures = NameValues.of(program, this::draft);
        }
        return figures.isOpen() ? figures : null;
    }

    /** Without the statements of that name; null if there is none. */
    Workspace without(String name) {
        List<ProgramEntry> gone = program.entries().stream().filter(entry -> entry.isCalled(name)).toList();
        return gone.isEmpty() ? null : new Workspace(program.without(gone), preferences, folder);
    }

    Workspace with(Preferences changed) {
        return new Workspace(program, changed, folder);
    }

    /** The names that mean something, inputs without a value among them. */
    Set<String> names() {
        if (figures != null && figures.isOpen()) {
            return figures.names();
        }
        Set<String> names = new HashSet<>();
        if (program.entries().isEmpty()) {
            return names;
        }
        names.addAll(draft().free());
        program.entries().forEach(entry -> names.addAll(entry.names()));
        return names;
    }

    /** The definition of a function as it was written; null if none has the name. */
    String function(String name) {
        return program.entries().stream().filter(entry -> entry.isFunction() && entry.key().name().equals(name)).map(ProgramEntry::text).findFirst().orElse(null);
    }

    /** The graph file: what was said, and the inputs without a value declared. */
    public String text() {
        List<String> free = draft().free();
        return program.text() + (free.isEmpty() ? "" : String.join(", ", free) + " in R\n");
    }

    /** Everything with a name, by name. */
    Map<String, Quantity> quantities() {
        if (quantities == null) {
            quantities = new LinkedHashMap<>();
            draft().quantities().forEach(quantity -> quantities.put(quantity.name(), quantity));
        }
        return quantities;
    }

    /** The keys of the claims that are wrong. */
    Set<EntryKey> wrong() {
        if (wrong == null) {
            wrong = new SessionClaims(program, draft()).wrong();
        }
        return wrong;
    }

    SessionProgram program() {
        return program;
    }

    /** What the text amounts to; worked out when it is asked for, because the first time takes as long as all the rest of a start. */
    Draft draft() {
        if (draft == null) {
            draft = Draft.of(new SourceText("", program.text()), preferences.settings(), folder);
        }
        return draft;
    }

    Preferences preferences() {
        return preferences;
    }

    Path folder() {
        return folder;
    }
}
