package nabla.writer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Breaks long LaTeX formulas before an operator outside all brackets, for the rows of an {@code align*}. */
final class LatexLines {

    /** About as many signs as a line of a page takes, beside a derivative and a remark. */
    private static final int WIDTH = 64;
    private static final List<String> BREAKS = List.of(" + ", " - ", " \\odot ", " \\cdot ", " \\left(", " \\, ");

    private static final Pattern OPERATOR = Pattern.compile("(\\\\odot|\\\\cdot|\\\\,|[-+])$");

    /** Rows above each other. */
    private static final Pattern STACKED = Pattern.compile("\\\\begin\\{(bmatrix|cases)}(.*?)\\\\end\\{\\1}");
    private static final Pattern FRACTION = Pattern.compile("\\\\frac\\{(.*?)}\\{((?:[^{}]|\\{[^{}]*})*)}");

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
        return lines.stream().map(LatexLines::begun).flatMap(line -> inside(line).stream()).toList();
    }

    /** A line that is still too long, broken inside brackets: they are closed and opened again by the empty one. */
    private static List<String> inside(String line) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (width(rest) > WIDTH) {
            Break place = lastBreak(rest);
            if (place.at() <= 0) {
                break;
            }
            lines.add(rest.substring(0, place.at()) + " \\right.".repeat(place.open()));
            rest = "\\quad {}" + "\\left. ".repeat(place.open()) + rest.substring(place.at()).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** A place inside so many brackets. */
    private record Break(int at, int open) { }

    /** The last sum sign that leaves a line of the width before it, outside braces and inside brackets; at 0 where there is none. */
    private static Break lastBreak(String line) {
        Break last = new Break(0, 0);
        int braces = 0;
        int open = 0;
        for (int k = 0; k < line.length(); k++) {
            braces += line.charAt(k) == '{' ? 1 : line.charAt(k) == '}' ? -1 : 0;
            open += line.startsWith("\\left", k) ? 1 : line.startsWith("\\right", k) ? -1 : 0;
            boolean sign = line.startsWith(" + ", k) || line.startsWith(" - ", k);
            boolean goes = sign && braces == 0 && open > 0 && !OPERATOR.matcher(line.substring(0, k)).find();
            if (goes && width(line.substring(0, k)) > WIDTH) {
                break;
            }
            last = goes && width(line.substring(0, k)) > WIDTH / 3 ? new Break(k, open) : last;
        }
        return last;
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
        String row = STACKED.matcher(latex).replaceAll(m -> Matcher.quoteReplacement(
                Stream.of(m.group(2).split(" \\\\\\\\ ")).max(Comparator.comparingInt(String::length)).orElse("")));
        String flat = FRACTION.matcher(row).replaceAll(m -> Matcher.quoteReplacement(m.group(m.group(1).length() < m.group(2).length() ? 2 : 1)));
        return flat.replaceAll("\\\\(left|right|mathrm|mathit|operatorname|text|quad)", "")
                .replaceAll("\\\\[A-Za-z]+", "x").replaceAll("[ {}\\\\,_^]", "").length();
    }
}
