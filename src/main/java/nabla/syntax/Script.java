package nabla.syntax;

import java.util.List;
import nabla.source.Diagnostic;
import nabla.source.SourceText;

/** A text that was read: the statements without an error, in order, and what was wrong with the others. */
public record Script(SourceText source, List<Statement> statements, List<Diagnostic> diagnostics) { }
