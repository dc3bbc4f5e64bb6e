package nabla.translate;

import java.util.List;
import java.util.Map;
import nabla.graph.Node;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;

/** What every statement is built with. */
record Building(Scope scope, SourceText source, Map<Node, Span> origins, List<Diagnostic> diagnostics, long seed) {

    /** The expressions of one statement; its random numbers are keyed by {@code statement}. */
    Expressions expressions(String statement) {
        return new Expressions(scope, source, origins, diagnostics, new Draws(seed, statement));
    }
}
