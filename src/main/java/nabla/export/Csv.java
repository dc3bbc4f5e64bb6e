package nabla.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nabla.formula.NumberText;
import nabla.source.Display;

/**
 * Comma-separated values as spreadsheets and grade books read them (RFC 4180, but for the line ends, which are those of all that nabla
 * writes). A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection); numbers stay numbers.
 * Line ends in a text stay, all other control characters are escaped.
 */
public final class Csv {

    private static final String FORMULAS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String SPECIAL = ",\"\n";

    private final Writer out;

    /** Writes to {@code out}, which stays open. */
    public Csv(Writer out) {
        this.out = out;
    }

    /** A line of cells; {@code double}s are written to the last digit, decimals as they are rounded, and null as nothing. */
    public void row(Object... cells) throws IOException {
        row(Arrays.asList(cells));
    }

    /** The same for a list. */
    public void row(List<?> cells) throws IOException {
        out.write(cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + '\n');
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        } else if (value instanceof Double number) {
            return NumberText.of(number);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Number ? value.toString() : quoted(guarded(value.toString()));
    }

    private static String guarded(String text) {
        String plain = text.lines().map(Display::visible).collect(Collectors.joining("\n"));
        String start = plain.stripLeading();
        return !start.isEmpty() && FORMULAS.indexOf(start.charAt(0)) >= 0 ? "'" + plain : plain;
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0) || !text.equals(text.strip());
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
