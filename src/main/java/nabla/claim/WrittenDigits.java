package nabla.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nabla.syntax.Expression;
import nabla.tensor.Tensor;

/**
 * How exactly a claimed number was written. A number with a decimal point or an exponent and at least two significant digits may be
 * rounded: 0.20 stands for anything from 0.195 to 0.205. Integers, numbers of one digit and formulas are exact.
 */
public final class WrittenDigits {

    private WrittenDigits() { }

    /**
     * Half a unit of the last digit written, for each of {@code count} entries; NaN where the entry is exact.
     *
     * @param digits how many significant digits a rounded number needs; −1 for two, and a decimal point or an exponent
     */
    public static double[] halfUnits(Expression written, int count, int digits) {
        double[] units = new double[count];
        Arrays.fill(units, Double.NaN);
        List<Expression> entries = written == null ? List.of() : entries(written);
        for (int k = 0; k < count && entries.size() == count; k++) {
            units[k] = halfUnit(entries.get(k), digits);
        }
        return units;
    }

    /** Whether wrong numbers are the right ones rounded or cut off to the digits that were written: 3 for 3.4, 0.2 for 0.1966. */
    public static boolean isCutOff(Expression written, Tensor yours, Tensor correct) {
        List<Expression> entries = entries(written);
        boolean cut = entries.size() == correct.count() && yours.largest() > 0;
        for (int k = 0; cut && k < entries.size(); k++) {
            double unit = unit(entries.get(k));
            double right = correct.at(k) / unit;
            double given = Math.rint(yours.at(k) / unit);
            double truncated = right < 0 ? Math.ceil(right) : Math.floor(right);
            cut = unit > 0 && (given == Math.rint(right) || given == truncated || given == Math.floor(right + 0.5));
        }
        return cut;
    }

    /** Whether all numbers were written without digits behind the point. */
    public static boolean isWhole(Expression written) {
        return entries(written).stream().map(WrittenDigits::number).allMatch(number -> number != null && number.matches("[0-9]+"));
    }

    private static List<Expression> entries(Expression written) {
        if (written instanceof Expression.Brackets brackets) {
            return brackets.rows().stream().flatMap(List::stream).flatMap(entry -> entries(entry).stream()).toList();
        } else if (written instanceof Expression.Transpose) {
            return List.of();
        }
        return List.of(written);
    }

    private static double halfUnit(Expression entry, int digits) {
        String number = number(entry);
        boolean exact = number == null || digits < 0 && number.matches("[0-9]+") || significant(number) < (digits < 0 ? 2 : digits);
        return exact ? Double.NaN : 0.5 * unit(entry);
    }

    private static int significant(String number) {
        return mantissa(number).replace(".", "").replaceFirst("^0+", "").length();
    }

    /** What the last digit of a number counts; NaN for an entry that is no number. */
    private static double unit(Expression entry) {
        String number = number(entry);
        if (number == null) {
            return Double.NaN;
        }
        String mantissa = mantissa(number);
        int exponent = mantissa.length() == number.length() ? 0 : Integer.parseInt(number.substring(mantissa.length() + 1));
        int point = mantissa.indexOf('.');
        return Math.pow(10, exponent - (point < 0 ? 0 : mantissa.length() - point - 1));
    }

    private static String mantissa(String number) {
        int e = number.indexOf('e');
        return e < 0 ? number : number.substring(0, e);
    }

    /** A number as it was written, without its sign; null for an entry that is none. */
    private static String number(Expression entry) {
        if (entry instanceof Expression.Negation negative) {
            return number(negative.operand());
        }
        return entry instanceof Expression.Number number ? number.written().toLowerCase(Locale.ROOT) : null;
    }
}
