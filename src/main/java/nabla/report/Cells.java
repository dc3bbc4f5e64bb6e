package nabla.report;

import java.util.stream.Collectors;
import nabla.source.Display;

/** Texts in cells of a table. */
public final class Cells {

    private static final String FORMULA_STARTS = "=+-@";

    private Cells() { }

    /**
     * A text that a spreadsheet does not take for a formula: one that begins like a formula gets an apostrophe before it (OWASP, CSV
     * injection). Line ends stay, all other control characters are escaped.
     */
    public static String text(String text) {
        String safe = text.lines().map(Display::visible).collect(Collectors.joining("\n"));
        return !safe.isEmpty() && FORMULA_STARTS.indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe;
    }

    /** A text in a cell of a Markdown table. */
    public static String markdown(String text) {
        return Display.visible(text).replaceAll("[\\\\|<>`*_\\[\\]]", "\\\\$0");
    }
}
