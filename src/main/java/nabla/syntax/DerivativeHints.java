package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.stream.Stream;
import nabla.source.Diagnostic;
import org.antlr.v4.runtime.Token;

/** Derivatives in notations that would be read as something else. */
final class DerivativeHints {

    private DerivativeHints() { }

    /** {@code d(x*y)/dx} and {@code ∂(x*y)/∂x}. */
    static Diagnostic bracket(Place place) {
        boolean d = place.isName(-1, "d") && !place.names().isNode("d") || place.type(-1) == PARTIAL;
        if (place.type(0) != LPAREN || !d) {
            return null;
        }
        int end = place.closing(0);
        if (place.type(end + 1) != DIVIDE) {
            return null;
        }
        boolean partial = place.type(end + 2) == PARTIAL && place.type(end + 3) == NAME;
        if (!partial && !isDifferential(place, end + 2)) {
            return null;
        }
        int last = partial ? end + 3 : end + 2;
        String by = partial ? place.text(last, last) : place.text(last, last).substring(1);
        return place.error(-1, last, "a derivative is written of a name, or with grad",
                "write grad(" + place.text(1, end - 1) + ", " + by + ")");
    }

    private static boolean isDifferential(Place place, int offset) {
        return place.type(offset) == NAME && place.word(offset).getText().startsWith("d") && place.word(offset).getText().length() > 1;
    }

    /** {@code d^2z/dx^2} and {@code ∂²z/∂x²}. */
    static Diagnostic second(Place place) {
        boolean d = place.isName(-1, "d") && !place.names().isNode("d") || place.type(-1) == PARTIAL;
        int end = place.type(0) == SUPERSCRIPT ? 0 : place.type(0) == POWER && place.type(1) == NUMBER ? 1 : -1;
        if (!d || end < 0) {
            return null;
        }
        int of = place.type(end + 1) == IMPLIED ? end + 2 : end + 1;
        boolean partial = place.type(of + 2) == PARTIAL;
        int by = partial ? of + 3 : of + 2;
        if (place.type(of) != NAME || place.type(of + 1) != DIVIDE || place.type(by) != NAME) {
            return null;
        }
        String x = partial ? place.text(by, by) : place.text(by, by).substring(1);
        if (partial && place.type(by + 1) == PARTIAL && place.type(by + 2) == NAME) {
            return second(place, -1, by + 2, place.text(of, of), x, place.text(by + 2, by + 2));
        }
        int middle = partial ? -1 : x.indexOf('d', 1);
        boolean mixed = middle > 0 && middle + 1 < x.length() && !place.names().isNode(x);
        return second(place, -1, by, place.text(of, of), mixed ? x.substring(0, middle) : x, mixed ? x.substring(middle + 1) : x);
    }

    private static Diagnostic second(Place place, int from, int to, String z, String x, String y) {
        return place.error(from, to, "a second derivative is written with grad", "write grad(grad(" + z + ", " + x + "), " + y + ")");
    }

    /** {@code d2z/dx2}. */
    static Diagnostic plainSecond(Place place) {
        boolean quotient = place.type(0) == DIVIDE || place.type(0) == OVER;
        if (!quotient || place.at() == 0 || place.type(1) == Token.EOF || !place.word(-1).getText().startsWith("d2")) {
            return null;
        }
        String of = place.text(-1, -1);
        String by = place.text(1, 1);
        boolean second = of.matches("d2.+") && by.matches("d.+2") && place.names().isNode(of.substring(2))
                && Stream.of(of, by, by.substring(1)).noneMatch(place.names()::isNode);
        String x = second ? by.substring(1, by.length() - 1) : null;
        return second ? second(place, -1, 1, of.substring(2), x, x) : null;
    }

    /** {@code dZ/dP} in an operation, where both are gradients of the loss. */
    static Diagnostic inOperation(Place place) {
        KnownNames names = place.names();
        if (!names.inOperation()) {
            return null;
        }
        boolean quotient = place.type(0) == DIVIDE && isDifferential(place, -1) && isDifferential(place, 1)
                && names.isNode(place.word(-1).getText().substring(1)) && names.isNode(place.word(1).getText().substring(1));
        if (quotient) {
            return place.error(-1, 1, "a quotient of two gradients means nothing in an operation: " + place.text(-1, -1)
                    + " is the gradient that comes from above", "multiply " + place.text(-1, -1) + " by the derivative, written as a formula");
        }
        return place.type(0) == PARTIAL
                ? place.error("there are no derivatives to ask for in an operation", "write the derivative as a formula") : null;
    }
}
