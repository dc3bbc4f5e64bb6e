package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.source.Diagnostic;

/** Numbers as programs write them: here each would be a product with a name. A name that is defined is meant. */
final class NumberHints {

    private static final Pattern GROUPED = Pattern.compile("(_[0-9]+)+");
    private static final Pattern BASED = Pattern.compile("x[0-9a-fA-F]+|b[01]+|o[0-7]+", Pattern.CASE_INSENSITIVE);

    private NumberHints() { }

    /** {@code 1_000}. */
    static Diagnostic grouped(Place place) {
        String name = factor(place);
        if (name == null || !GROUPED.matcher(name).matches()) {
            return null;
        }
        return place.error(-1, 1, "the digits of a number stand together", "write " + place.text(-1, -1) + name.replace("_", ""));
    }

    /** {@code 0x10}, {@code 0b11}. */
    static Diagnostic based(Place place) {
        String name = factor(place);
        Matcher based = BASED.matcher(name == null ? "" : name);
        if (!based.matches() || !place.text(-1, -1).equals("0")) {
            return null;
        }
        int base = switch (Character.toLowerCase(name.charAt(0))) {
            case 'x' -> 16;
            case 'b' -> 2;
            default -> 8;
        };
        String decimal = name.length() < 14 ? "write " + Long.parseLong(name.substring(1), base) : null;
        return place.error(-1, 1, "numbers are decimal: this would be 0 times " + name, decimal);
    }

    /** The name that a number is written directly before, if nothing is called so. */
    private static String factor(Place place) {
        boolean product = place.type(0) == IMPLIED && place.type(-1) == NUMBER && place.type(1) == NAME;
        return product && !place.names().isNode(place.word(1).getText()) ? place.word(1).getText() : null;
    }
}
