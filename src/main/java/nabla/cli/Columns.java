package nabla.cli;

import nabla.source.Paragraph;

/** How wide lines are. */
final class Columns {

    /** Set by the launcher where standard output is a terminal; Java cannot ask without a library that takes longer to load than a small check. */
    private static final String PROPERTY = "nabla.terminal.columns";
    private static final int WIDEST = 1000;

    private Columns() { }

    /** Those of the terminal, or those that COLUMNS says; else {@link Paragraph#WIDTH}. */
    static int wanted() {
        int told = number(System.getProperty(PROPERTY));
        int said = told > 0 ? told : number(System.getenv("COLUMNS"));
        return said <= 0 ? Paragraph.WIDTH : Math.max(Paragraph.NARROWEST, Math.min(WIDEST, said));
    }

    private static int number(String text) {
        try {
            return text == null || text.isBlank() ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
