package nabla.translate;

import nabla.source.Diagnostic;
import nabla.source.Span;

/** Why a statement is left out. Thrown while the statement is translated and caught around it: one error a statement. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final boolean shape;

    private Fault(Diagnostic diagnostic, boolean shape) {
        super(diagnostic == null ? null : diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
        this.shape = shape;
    }

    static Fault at(Span span, String message, String hint) {
        return new Fault(Diagnostic.error(span, message, hint), false);
    }

    /** Shapes do not fit: a claim with such an error is wrong, not unreadable. */
    static Fault shape(Span span, String message, String hint) {
        return new Fault(Diagnostic.error(span, message, hint), true);
    }

    /** The statement uses a name whose own statement has an error: nothing more is said. */
    static Fault consequence() {
        return new Fault(null, false);
    }

    boolean isShape() {
        return shape;
    }

    /** The error, or null for a consequence of another. */
    Diagnostic diagnostic() {
        return diagnostic;
    }
}
