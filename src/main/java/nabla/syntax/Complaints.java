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

    private static final List<Function<Place, Diagnostic>> SIGNS = List.of(ValueHints::signInRow);
    private static final List<Function<Place, Diagnostic>> PARENTHESES = List.of(ValueHints::bracketInRow, ValueHints::differentiated, DerivativeHints::bracket);
    private static final List<Function<Place, Diagnostic>> BRACKETS = List.of(ValueHints::bracketInRow, ValueHints::differentiated);
    private static final List<Function<Place, Diagnostic>> POWERS = List.of(DerivativeHints::second, ValueHints::power);
    private static final List<Function<Place, Diagnostic>> QUOTIENTS = List.of(DerivativeHints::plainSecond, DerivativeHints::inOperation);
    private static final List<Function<Place, Diagnostic>> PARTIALS = List.of(ValueHints::differentiated, DerivativeHints::inOperation);
    private static final List<Function<Place, Diagnostic>> PRODUCTS = List.of(NumberHints::grouped, NumberHints::based);

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
            List<Function<Place, Diagnostic>> traps = traps(words.get(i).getType());
            Diagnostic trap = traps.isEmpty() ? null : first(traps, new Place(source, words, i, names));
            if (trap != null) {
                throw new UnreadableSentence(trap);
            }
        }
    }

    /** What would parse with a word of this type, but as something else than was meant; the first to answer speaks. */
    private static List<Function<Place, Diagnostic>> traps(int type) {
        return switch (type) {
            case PLUS, MINUS -> SIGNS;
            case LPAREN -> PARENTHESES;
            case LBRACK -> BRACKETS;
            case POWER, SUPERSCRIPT -> POWERS;
            case DIVIDE, OVER -> QUOTIENTS;
            case PARTIAL -> PARTIALS;
            case IMPLIED -> PRODUCTS;
            default -> List.of();
        };
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
