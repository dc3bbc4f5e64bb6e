package nabla.translate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.graph.Node;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;

/**
 * What every statement is built with.
 *
 * @param scope       what names mean
 * @param origins     gets the place of each node that is written
 * @param diagnostics gets warnings and notes
 * @param seed        of everything random
 * @param sheets      where {@code csv} finds its files
 * @param budget      how large all of it may be
 * @param trial       whether it is only tried what could be built: then nobody reads a hint
 */
public record StatementContext(Scope scope, SourceText source, Map<Node, Span> origins, List<Diagnostic> diagnostics, long seed, Sheets sheets,
        EntryBudget budget, boolean trial) {

    public StatementContext(Scope scope, SourceText source, Map<Node, Span> origins, List<Diagnostic> diagnostics, long seed, Sheets sheets, EntryBudget budget) {
        this(scope, source, origins, diagnostics, seed, sheets, budget, false);
    }

    public StatementContext(Scope scope, SourceText source, Map<Node, Span> origins, List<Diagnostic> diagnostics, long seed, Sheets sheets) {
        this(scope, source, origins, diagnostics, seed, sheets, EntryBudget.unlimited());
    }

    /** For an expression of another text. */
    StatementContext about(SourceText other, List<Diagnostic> said) {
        return new StatementContext(scope, other, new IdentityHashMap<>(), said, seed, sheets, budget, trial);
    }

    /** The same where names mean something else, in another text. */
    StatementContext inside(Scope other, SourceText code) {
        return new StatementContext(other, code, origins, diagnostics, seed, sheets, budget, trial);
    }

    /** Where something else is tried that has its own text, and leaves no trace. */
    StatementContext trial(SourceText code) {
        return new StatementContext(scope, code, new IdentityHashMap<>(), new ArrayList<>(), seed, sheets, budget, true);
    }
}
