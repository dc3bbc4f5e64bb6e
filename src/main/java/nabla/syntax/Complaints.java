package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with a word. What the grammar expected does not help a reader; what stands around the word does. */
final class Complaints {

    /** Tried in order; the first to answer speaks. */
    private static final List<Function<Place, Diagnostic>> FAILURES = List.of(
            StatementHints::reserved, StatementHints::keyword, StatementHints::space,
            ValueHints::differentiated, ValueHints::prime, ValueHints::row, Habits::word, ValueHints::secondStatement,
            ValueHints::emptyCall, ValueHints::call, ValueHints::product,
            StatementHints::comma, StatementHints::sign, StatementHints::ended,
            OperatorHints::quote, OperatorHints::missing, OperatorHints::chained, OperatorHints::colon, OperatorHints::comma,
            StatementHints::form);

    /** What would parse, but as something else than was meant. */
    private static final List<Function<Place, Diagnostic>> TRAPS = List.of(
            ValueHints::signInRow, ValueHints::bracketInRow, ValueHints::differentiated, DerivativeHints::bracket, DerivativeHints::second, DerivativeHints::plainSecond,
            DerivativeHints::inOperation, ValueHints::power, NumberHints::grouped, NumberHints::based);

    private final SourceText source;

    Complaints(SourceText source) {
        this.source = source;
    }

    /** The word at which parsing ended. */
    Diagnostic failure(List<Token> words, Token word, KnownNames names) {
        Place place = new Place(source, words, words.indexOf(word), names);
        Diagnostic hint = first(FAILURES, place);
        return hint != null ? hint : place.error(place.quoted(0) + " does not fit here", null);
    }

    /** Throws {@link UnreadableSentence} where words would be read as something else than was meant. */
    void check(List<Token> words, KnownNames names) {
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i).getType()) {
                case PLUS, MINUS, LPAREN, LBRACK, POWER, SUPERSCRIPT, DIVIDE, OVER, PARTIAL, IMPLIED -> {
                    Diagnostic trap = first(TRAPS, new Place(source, words, i, names));
                    if (trap != null) {
                        throw new UnreadableSentence(trap);
                    }
                }
                default -> { }
            }
        }
    }

    /** What the first of some hints says that has anything to say; or null. */
    private static Diagnostic first(List<Function<Place, Diagnostic>> hints, Place place) {
        for (Function<Place, Diagnostic> hint : hints) {
            Diagnostic answer = hint.apply(place);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    /** A word that does not belong to the language. */
    Diagnostic foreign(Token word) {
        Span span = Words.span(word);
        if (span.end() > source.text().length()) {
            return Diagnostic.error(span, "not part of the language", null);
        }
        int first = source.text().codePointAt(span.start());
        if (word.getType() == JUNK && Character.charCount(first) == 2) {
            span = new Span(span.line(), span.column(), span.start(), span.start() + 2);
        }
        String text = source.slice(span);
        if (word.getType() == JUNK && (Character.isISOControl(first) || Character.getType(first) == Character.FORMAT)) {
            return Diagnostic.error(span, "a control character, " + String.format(Locale.ROOT, "U+%04X", first), "is this a text file?");
        }
        if (text.startsWith("\"")) {
            return Diagnostic.error(span, "the text in quotes does not end on its line", "write \" at its end");
        }
        if (word.getType() == MEMBER) {
            return Diagnostic.error(span, "\"" + text + "\" stands after no name", "only .T follows a value");
        }
        String name = Superscripts.name(source.text(), span);
        String rest = source.text().substring(span.end(), Math.min(source.text().length(), span.end() + 80));
        return Diagnostic.error(span, "\"" + text + "\" is not part of the language", name != null ? "write " + name
                : text.startsWith("\\") ? Latex.instead(text, rest) : ForeignNotation.instead(text));
    }

    Diagnostic unclosed(Token bracket) {
        String text = bracket.getText();
        return Diagnostic.error(Words.span(bracket), "\"" + text + "\" is never closed", "write " + partner(text));
    }

    Diagnostic brace(Token brace) {
        return Diagnostic.error(Words.span(brace), "{ } only enclose the lines of a block", 
                brace.getStopIndex() < source.text().length() ? Latex.braces(source.text(), brace.getStartIndex()) : null);
    }

    Diagnostic stray(Token bracket) {
        return Diagnostic.error(Words.span(bracket), "no bracket is open for \"" + bracket.getText() + "\"", null);
    }

    Diagnostic mismatch(Token opening, Token closing) {
        String open = opening.getText();
        return Diagnostic.error(Words.span(closing), "\"" + open + "\" is closed by \"" + closing.getText() + "\"", "write " + partner(open));
    }

    private static String partner(String bracket) {
        return switch (bracket) {
            case "(" -> ")";
            case "[" -> "]";
            default -> "}";
        };
    }
}
