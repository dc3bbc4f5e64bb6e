package nabla.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks long LaTeX formulas before an operator outside all brackets, for the rows of an {@code align*}. */
final class LatexLines {

    /** About as many signs as a line of a page takes, beside a derivative and a remark. */
    private static final int WIDTH = 64;
    private static final List<String> BREAKS = List.of(" + ", " - ", " \\odot ", " \\cdot ", " \\left(", " \\, ");

    private static final Pattern OPERATOR = Pattern.compile("(\\\\odot|\\\\cdot|\\\\,|[-+])$");

    private LatexLines() { }

    /** The lines of a formula; one where it is short. */
    static List<String> of(String latex) {
        if (width(latex) <= WIDTH) {
            return List.of(latex);
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        int last = -1;
        int depth = 0;
        for (int k = 0; k < latex.length(); k++) {
            depth += depth(latex, k);
            int at = k;
            boolean breaks = depth == 0 && !OPERATOR.matcher(latex.substring(0, k)).find() && BREAKS.stream().anyMatch(sign -> latex.startsWith(sign, at));
            if (breaks && last > start && width(latex.substring(start, k)) > WIDTH) {
                lines.add(latex.substring(start, last));
                start = last;
            }
            last = breaks ? k : last;
        }
        if (last > start && width(latex.substring(start)) > WIDTH) {
            lines.add(latex.substring(start, last));
            start = last;
        }
        lines.add(latex.substring(start));
        return lines.stream().map(LatexLines::begun).toList();
    }

    /** A line that goes on with a factor says so. */
    private static String begun(String line) {
        String text = line.startsWith(" \\, ") ? line.substring(4) : line.strip();
        return !line.startsWith(" ") ? text : text.startsWith("+") || text.startsWith("-") || text.startsWith("\\odot") || text.startsWith("\\cdot")
                ? "\\quad {}" + text : "\\quad {}\\cdot " + text;
    }

    private static int depth(String latex, int k) {
        char c = latex.charAt(k);
        int environments = latex.startsWith("\\begin{", k) ? 1 : latex.startsWith("\\end{", k) ? -1 : 0;
        boolean opens = c == '{' || c == '(' || c == '[' || latex.startsWith("\\left\\lVert", k);
        boolean closes = c == '}' || c == ')' || c == ']' || latex.startsWith("\\right\\rVert", k);
        return environments + (opens ? 1 : closes ? -1 : 0);
    }

    /** About how many signs are seen. */
    static int width(String latex) {
        return latex.replaceAll("\\\\frac\\{(.*?)}\\{.*?}", "$1").replaceAll("\\\\(left|right|mathrm|mathit|operatorname|text|quad)", "")
                .replaceAll("\\\\[A-Za-z]+", "x").replaceAll("[ {}\\\\,_^]", "").length();
    }
}
