package nabla.translate;

import nabla.graph.ShapeMismatch;
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

    /** A limit is exceeded, or a rule broken. */
    public static Fault refused(Span span, String what, String hint) {
        return new Fault(Diagnostic.refusal(span, what, hint), false, false);
    }

    /** An operation does not take its arguments: a claim with such an error is wrong, not unreadable, unless a limit is exceeded. */
    static Fault shape(Span span, ShapeMismatch mismatch) {
        return new Fault(of(span, mismatch), true, false);
    }

    /** The same with something to add to the message. */
    static Fault shape(Span span, ShapeMismatch mismatch, String more) {
        Diagnostic bare = of(span, mismatch);
        return new Fault(new Diagnostic(bare.severity(), bare.kind(), span, bare.what() + more, bare.hint()), true, false);
    }

    /** An operation does not take its arguments. */
    public static Diagnostic of(Span span, ShapeMismatch mismatch) {
        return mismatch.isRefusal() ? Diagnostic.refusal(span, mismatch.getMessage(), mismatch.hint())
                : Diagnostic.error(span, mismatch.getMessage(), mismatch.hint());
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

    /** Whether a limit is exceeded or a rule broken. */
    boolean isRefusal() {
        return diagnostic != null && diagnostic.isRefusal();
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
