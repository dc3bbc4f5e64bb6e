package nabla.translate;

import java.util.List;
import nabla.source.Diagnostic;
import nabla.syntax.Script;

/** Notes on what may have been meant otherwise. */
record Remarks(Script script, Names names) {

    void addTo(List<Diagnostic> diagnostics) { }
}
