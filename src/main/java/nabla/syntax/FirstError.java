package nabla.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Ends parsing at the first word that does not fit: no tree is built from a statement with an error. */
final class FirstError extends DefaultErrorStrategy {

    @Override
    public void recover(Parser parser, RecognitionException error) {
        throw new At(error.getOffendingToken());
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new At(parser.getCurrentToken());
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        // The message is made from the words around, not from what the grammar expects.
    }

    @Override
    public void sync(Parser parser) {
        // Nothing is skipped.
    }

    /** Where parsing ended. */
    static final class At extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Token word;

        private At(Token word) {
            super(null, null, false, false);
            this.word = word;
        }

        Token word() {
            return word;
        }
    }
}
