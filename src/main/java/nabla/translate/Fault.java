package nabla.translate;

import nabla.source.Diagnostic;
import nabla.source.Span;

/** Why a statement is left out. Thrown while the statement is translated and caught around it: one error a statement. */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final boolean shape;
    private final boolean misfit;

    private Fault(Diagnostic diagnostic, boolean shape, boolean misfit) {
        super(diagnostic == null ? null : diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
        this.shape = shape;
        this.misfit = misfit;
    }

    public static Fault at(Span span, String message, String hint) {
        return new Fault(Diagnostic.error(span, message, hint), false, false);
    }

    /** Shapes do not fit: a claim with such an error is wrong, not unreadable. */
    static Fault shape(Span span, String message, String hint) {
        return new Fault(Diagnostic.error(span, message, hint), true, false);
    }

    /** Two sides of an operator do not fit; the hint says what would fit there, whatever is wanted of the whole. */
    static Fault misfit(Span span, String message, String hint) {
        return new Fault(Diagnostic.error(span, message, hint), true, true);
    }

    /** The statement uses a name whose own statement has an error: nothing more is said. */
    static Fault consequence() {
        return new Fault(null, false, false);
    }

    boolean isMisfit() {
        return misfit;
    }

    public boolean isShape() {
        return shape;
    }

    /** The error, or null for a consequence of another. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
