package nabla.cli;

/** Whether standard output is a terminal that wants colours. */
final class Colors {

    /** Set by the launcher, which can ask the shell; Java before 22 only knows whether all of the process is interactive. */
    private static final String PROPERTY = "nabla.terminal";

    private Colors() { }

    static boolean wanted() {
        String noColor = System.getenv("NO_COLOR");
        boolean refused = noColor != null && !noColor.isEmpty() || "dumb".equals(System.getenv("TERM"));
        return !refused && isTerminal();
    }

    /** Whether standard error is a terminal, which a progress bar needs. */
    static boolean progress() {
        return isTerminal(".error");
    }

    /** Whether somebody types and reads: standard input and output are a terminal. */
    static boolean interactive() {
        return isTerminal(".input") && isTerminal();
    }

    /** Whether standard output is a terminal. */
    static boolean isTerminal() {
        return isTerminal("");
    }

    private static boolean isTerminal(String stream) {
        String told = System.getProperty(PROPERTY + stream);
        return told == null ? System.console() != null && System.getenv("TERM") != null : Boolean.parseBoolean(told);
    }
}
