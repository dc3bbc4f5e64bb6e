package nabla.syntax;

import nabla.source.Diagnostic;
import nabla.source.Span;

/** The sizes beyond which a text is refused: what stands beyond was made by a machine, or by mistake. */
final class Limits {

    /** Levels of brackets. The parser recurses along them, and along nothing else. */
    static final int BRACKETS = 200;
    /** Levels of a tree: ---1 is one deep for every sign, 1 - 1 - 1 is not. */
    static final int LEVELS = 1_000;
    /** Words of a text. */
    static final int TEXT = 50_000_000;
    /** Words of a statement, large literals of numbers not counted. */
    static final int WORDS = 1_000_000;
    /** Letters of a name. */
    static final int LETTERS = 1_000;
    /** The exponent of a power. */
    static final double EXPONENT = 1e6;
    /** Steps of a {@code for} block, and statements that one writes out. */
    static final int STEPS = 10_000;
    /** {@code for} blocks inside of one another. */
    static final int LOOPS = 5;
    /** Lines of a block. */
    static final int LINES = 10_000;

    private Limits() { }

    static Diagnostic refusal(Span span, String what, String hint) {
        return Diagnostic.refusal(span, what, hint);
    }
}
