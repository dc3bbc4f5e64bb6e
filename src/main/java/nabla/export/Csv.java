package nabla.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nabla.source.Display;

/**
 * Comma-separated values as spreadsheets and grade books read them. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front; numbers stay numbers.
 */
public final class Csv {

    private static final String FORMULAS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final Writer out;

    public Csv(Writer out) {
        this.out = out;
    }

    /** A line; a {@link Number} is written with a point and at most two decimals, anything else as text, and null as nothing. */
    public void row(List<?> cells) throws IOException {
        out.write(cells.stream().map(Csv::cell).collect(Collectors.joining(",")));
        out.write('\n');
    }

    private static String cell(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return value.toString();
        } else if (value instanceof Number number) {
            return String.format(Locale.ROOT, "%.2f", number.doubleValue());
        }
        return value == null ? "" : quoted(guarded(value.toString()));
    }

    private static String guarded(String text) {
        String plain = text.lines().map(Display::visible).collect(Collectors.joining("\n"));
        return !plain.isEmpty() && FORMULAS.indexOf(plain.stripLeading().isEmpty() ? ' ' : plain.stripLeading().charAt(0)) >= 0
                ? "'" + plain : plain;
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n') || !text.equals(text.strip());
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
