package nabla.translate;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.source.Diagnostic;
import nabla.source.Iteration;
import nabla.source.Span;
import nabla.syntax.Statement;

/** Says at which step of a {@code for} block an error is. What is wrong at every step is said of the first. */
final class StepErrors {

    private final List<Diagnostic> diagnostics;
    private final Map<Statement, Iteration> steps;
    private final Map<String, Iteration> ofName = new LinkedHashMap<>();
    private final Set<List<Object>> told = new HashSet<>();
    /** Of the statement that is looked at. */
    private Iteration step;

    StepErrors(List<Diagnostic> diagnostics, Map<Statement, Iteration> steps) {
        this.diagnostics = diagnostics;
        this.steps = steps;
    }

    /** The step that a statement belongs to, {@code t = 3}; null outside of blocks. */
    String step(Statement statement) {
        Iteration known = iteration(statement);
        return known == null ? null : known.text();
    }

    private Iteration iteration(Statement statement) {
        return steps.isEmpty() ? null : steps.get(statement);
    }

    /** The steps of the names that are defined in blocks. */
    Map<String, Iteration> ofNames() {
        return Collections.unmodifiableMap(ofName);
    }

    /** The names that are defined from now on are those of a statement. */
    void look(Statement statement) {
        step = iteration(statement);
    }

    /** What counts the steps of the statement that is looked at, if an earlier step of it stands at the same place; else null. */
    String again(Span earlier, Span later) {
        return step == null || earlier.start() != later.start() ? null : step.counter();
    }

    void define(String name) {
        if (step != null) {
            ofName.put(name, step);
        }
    }

    void tell(Diagnostic diagnostic, Statement statement) {
        tell(step(statement), diagnostic);
    }

    /** The same where the statement of a name has the error; null for none. */
    void tell(Diagnostic diagnostic, String name) {
        Iteration known = name == null ? null : ofName.get(name);
        tell(known == null ? null : known.text(), diagnostic);
    }

    private void tell(String at, Diagnostic diagnostic) {
        if (at == null) {
            diagnostics.add(diagnostic);
        } else if (told.add(Arrays.asList(diagnostic.what(), diagnostic.span()))) {
            diagnostics.add(diagnostic.at(at));
        }
    }
}
