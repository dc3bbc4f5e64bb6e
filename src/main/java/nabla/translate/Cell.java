package nabla.translate;

import java.util.Locale;
import java.util.regex.Pattern;
import nabla.source.Display;

/**
 * A cell of a CSV file that should be a number and is not.
 *
 * @param text  without the space around it
 * @param words whether its line is the first, without a single number
 * @param left  whether its column is the first
 */
record Cell(String text, boolean words, boolean left) {

    private static final int SHOWN = 30;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern SEPARATED = Pattern.compile("[^;\\t |]*\\d *[;\\t |].*");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d+([,'’_]\\d+)+(\\.\\d+)?|[+-]?\\d+,\\d+([eE][+-]?\\d+)?");
    private static final Pattern MISSING = Pattern.compile("([+-]?(nan|inf|infinity)|na|n/a|null|none|-|\\?)?");

    /** The finite number that a cell holds, as nabla writes one; otherwise NaN. */
    static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : Double.NaN;
    }

    /** What is wrong with it, after its place. */
    String problem() {
        if (text.isEmpty()) {
            return "is empty";
        }
        return (isTooLarge() ? "is too large: \"" : "is no number: \"") + Display.cut(text, SHOWN) + "\"";
    }

    private boolean isTooLarge() {
        return NUMBER.matcher(text).matches();
    }

    /** What to write instead. */
    String hint() {
        if (isTooLarge()) {
            return "the largest number is 1.8e308";
        } else if (GROUPED.matcher(text).matches()) {
            return "write a decimal point and no other separators: 1234.5";
        } else if (SEPARATED.matcher(text).matches()) {
            return "separate the cells by commas, and write decimal points";
        } else if (MISSING.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
            return "fill it in, or leave it out: rows= and columns= choose the cells, each of them a finite number";
        } else if (words) {
            return "for a line of names write header=true";
        }
        return left ? "for a column of names write columns=1:" : "only the cells asked for have to be numbers: choose them with rows= and columns=";
    }
}
