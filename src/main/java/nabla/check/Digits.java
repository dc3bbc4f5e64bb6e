package nabla.check;

import java.util.Arrays;
import java.util.List;
import nabla.syntax.Expression;

/**
 * How exactly a claimed number was written. A number with a decimal point or an exponent and at least two significant digits may be
 * rounded: 0.20 stands for anything from 0.195 to 0.205. Integers, numbers of one digit and formulas are exact.
 */
final class Digits {

    private Digits() { }

    /** Half a unit of the last digit written, for each of {@code count} entries; NaN where the entry is exact. */
    static double[] halfUnits(Expression written, int count) {
        double[] units = new double[count];
        Arrays.fill(units, Double.NaN);
        List<Expression> entries = entries(written);
        for (int k = 0; k < count && entries.size() == count; k++) {
            units[k] = halfUnit(entries.get(k));
        }
        return units;
    }

    private static List<Expression> entries(Expression written) {
        if (written instanceof Expression.Brackets brackets) {
            return brackets.rows().stream().flatMap(List::stream).flatMap(entry -> entries(entry).stream()).toList();
        } else if (written instanceof Expression.Transpose) {
            return List.of();
        }
        return List.of(written);
    }

    private static double halfUnit(Expression entry) {
        if (entry instanceof Expression.Negative negative) {
            return halfUnit(negative.operand());
        }
        return entry instanceof Expression.Number number ? halfUnit(number.written()) : Double.NaN;
    }

    private static double halfUnit(String written) {
        String lower = written.toLowerCase(java.util.Locale.ROOT);
        int e = lower.indexOf('e');
        String mantissa = e < 0 ? lower : lower.substring(0, e);
        int point = mantissa.indexOf('.');
        String significant = mantissa.replace(".", "").replaceFirst("^0+", "");
        if (point < 0 && e < 0 || significant.length() < 2) {
            return Double.NaN;
        }
        int exponent = e < 0 ? 0 : Integer.parseInt(lower.substring(e + 1));
        int decimals = point < 0 ? 0 : mantissa.length() - point - 1;
        return 0.5 * Math.pow(10, exponent - decimals);
    }
}
