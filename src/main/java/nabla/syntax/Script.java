package nabla.syntax;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.source.Diagnostic;
import nabla.source.Iteration;
import nabla.source.SourceText;

/**
 * A text that was read: the statements without an error, in order, and what was wrong with the others. {@code for} blocks are written out.
 *
 * @param steps for the statements of {@code for} blocks, by identity, the step they belong to
 * @param sizes numbers for sizes that the text leaves free and that say how many steps there are
 * @param counted the names that say how many steps there are
 */
public record Script(SourceText source, List<Statement> statements, List<Diagnostic> diagnostics, Map<Statement, Iteration> steps,
        Map<String, Integer> sizes, Set<String> counted) {

    /** Without {@code for} blocks. */
    public Script(SourceText source, List<Statement> statements, List<Diagnostic> diagnostics) {
        this(source, statements, diagnostics, Map.of(), Map.of(), Set.of());
    }
}
