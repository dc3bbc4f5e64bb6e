package nabla.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import nabla.formula.NumberText;
import nabla.tensor.Shape;

/** Numbers and places inside reasons. */
public final class Text {

    private Text() { }

    /** " in entry [1, 0]"; nothing for a scalar. */
    public static String where(int entry, Shape shape) {
        return shape.isScalar() ? "" : " in entry " + place(entry, shape);
    }

    /** "[1, 0]"; nothing for a scalar. */
    public static String place(int entry, Shape shape) {
        return shape.isScalar() ? "" : shape.place(entry);
    }

    /** As short as it reads back; zero without a sign. */
    public static String number(double x) {
        return NumberText.of(x + 0.0);
    }

    /** The same to four digits. */
    public static String brief(double x) {
        return !Double.isFinite(x) ? number(x) : number(new BigDecimal(x).round(new MathContext(4)).doubleValue());
    }
}
