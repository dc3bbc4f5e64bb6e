package nabla.syntax;

import java.util.List;
import nabla.source.Diagnostic;
import nabla.source.Iteration;
import nabla.source.Span;
import nabla.syntax.antlr.NablaParser;
import org.antlr.v4.runtime.Token;

/**
 * The words of one statement, or of one line of a block. The head of a block ends with its {@code &#123;}; a {@code &#125;} is a sentence of its own.
 *
 * @param words   without line ends; at least one
 * @param problem what already kept it from being read to its end, or null
 * @param step    the step of a {@code for} block that it was written out for, or null
 */
record Sentence(List<Token> words, Diagnostic problem, Iteration step) {

    Sentence(List<Token> words, Diagnostic problem) {
        this(words, problem, null);
    }

    Token word(int k) {
        return words.get(k);
    }

    int size() {
        return words.size();
    }

    /** The type of word k, or EOF beyond the last. */
    int type(int k) {
        return k >= 0 && k < words.size() ? words.get(k).getType() : Token.EOF;
    }

    /** Whether word k is this name. */
    boolean isName(int k, String name) {
        return type(k) == NablaParser.NAME && words.get(k).getText().equals(name);
    }

    /** A brace that opens no block is itself the problem. */
    boolean opensBlock() {
        return problem == null && type(size() - 1) == NablaParser.LBRACE;
    }

    /** Whether a {@code for} block begins. */
    boolean opensLoop() {
        return opensBlock() && isName(0, "for");
    }

    boolean closesBlock() {
        return type(0) == NablaParser.RBRACE;
    }

    Span span() {
        return Words.span(words.get(0)).to(Words.span(words.get(words.size() - 1)));
    }
}
