package nabla.formula;

/**
 * A part of a formula in LaTeX.
 *
 * @param level  how tightly it holds together, from {@link #CASES} to {@link #PRIMARY}
 * @param tall   whether brackets around it have to grow
 * @param matrix whether its value may be other than a single number
 */
record LatexPiece(String text, int level, boolean tall, boolean matrix) {

    private static final String FRACTION = "\\frac";
    private static final String WORD = "\\math";

    /** A distinction of cases, which has one brace. */
    static final int CASES = 0;
    static final int COMPARISON = 1;
    static final int SUM = 2;
    static final int NEGATIVE = 3;
    /** Entry by entry, a ⊙ b. */
    static final int HADAMARD = 4;
    /** Matrices side by side. */
    static final int CHAIN = 5;
    /** A number beside anything. */
    static final int PRODUCT = 6;
    static final int POWER = 7;
    static final int PRIMARY = 8;

    /** In brackets if it holds together less than this. */
    String from(int least) {
        return level >= least ? text : bracketed();
    }

    /** In brackets; a comparison in square ones, Iverson's for 1 or 0. */
    String bracketed() {
        return level == COMPARISON ? "\\left[" + text + "\\right]" : "\\left(" + text + "\\right)";
    }

    /** The same at another level. */
    LatexPiece as(String changed, int at) {
        return new LatexPiece(changed, at, tall, matrix);
    }

    /** Side by side, so that digits do not run together and words keep apart. */
    static String beside(String left, String right) {
        if (Character.isDigit(right.charAt(0)) || left.startsWith(FRACTION) && right.startsWith(FRACTION)) {
            return left + " \\cdot " + right;
        }
        boolean words = left.endsWith(")") && !left.endsWith("\\right)") || left.contains(WORD) || right.startsWith(WORD) || right.startsWith("\\operatorname");
        return left + (words ? " \\, " : " ") + right;
    }
}
