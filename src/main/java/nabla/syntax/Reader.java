package nabla.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import org.antlr.v4.runtime.Token;

/**
 * Reads texts in the language. A newline ends a statement, so a text gets one error per bad statement, and no tree is built from one.
 * Nothing is thrown whatever the text holds; beyond the limits a statement is an error whose message begins with "refused: ".
 */
public final class Reader {

    private final Set<String> functions;

    /** A reader that knows the names of functions: they cannot be defined. */
    public Reader(Set<String> functions) {
        this.functions = Set.copyOf(functions);
    }

    /** Reads a text that stands alone. */
    public Script read(SourceText source) {
        return read(source, Set.of());
    }

    /** Reads a text in which {@code known} names are defined elsewhere: they make {@code dz/dx} a derivative. */
    public Script read(SourceText source, Set<String> known) {
        Names names = Names.of(new Splitter(source), known, functions);
        List<Statement> statements = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        new Blocks(source, names, diagnostics).read(new Splitter(source), statements);
        diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span().start()));
        return new Script(source, List.copyOf(statements), List.copyOf(diagnostics));
    }

    /** Whether a text has more than so many words. */
    public static boolean isLonger(SourceText source, int words) {
        Lexemes lexemes = new Lexemes(source);
        for (int k = 0; k <= words; k++) {
            if (lexemes.next().getType() == Token.EOF) {
                return false;
            }
        }
        return true;
    }

    /** Reads a text that is one expression, as typed at a prompt. */
    public Reading expression(SourceText source, Set<String> known) {
        Names names = Names.known(known, functions);
        Splitter splitter = new Splitter(source);
        Sentence sentence = splitter.next();
        if (sentence == null) {
            return new Reading(null, Diagnostic.error(null, "no expression", null));
        }
        Sentence more = splitter.next();
        if (more != null && sentence.problem() == null) {
            return new Reading(null, Diagnostic.error(more.span(), "one expression was asked for", null));
        }
        try {
            return new Reading(new SentenceParser(source).expression(sentence, names), null);
        } catch (Unreadable error) {
            return new Reading(null, error.diagnostic());
        }
    }

    /**
     * What became of an expression.
     *
     * @param expression what was read, or null
     * @param problem    why it was not, or null
     */
    public record Reading(Expression expression, Diagnostic problem) { }
}
