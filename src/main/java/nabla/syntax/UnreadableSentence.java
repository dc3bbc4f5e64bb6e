package nabla.syntax;

import nabla.source.Diagnostic;
import nabla.source.Span;

/** Ends the reading of one sentence; never leaves the reader. */
final class UnreadableSentence extends RuntimeException {

    private final transient Diagnostic diagnostic;

    UnreadableSentence(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    UnreadableSentence(Span span, String message, String hint) {
        this(Diagnostic.error(span, message, hint));
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}
