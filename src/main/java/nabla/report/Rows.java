package nabla.report;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Display;

/** Equations with remarks beside them: signs of equality below each other, and remarks, except beside what is too wide for that. */
final class Rows {

    /** A wider formula is broken, before an operator where that can be. */
    private static final int WIDTH = 92;
    private static final int INDENT = 4;
    private static final String SPACE = "   ";

    private final List<String[]> rows = new ArrayList<>();

    /** A row; an empty name leaves the place of the one above. */
    void add(String name, String text, String remark) {
        List<String> lines = broken(text);
        for (int k = 0; k < lines.size(); k++) {
            rows.add(new String[] {k == 0 ? name : "", lines.get(k), k == 0 ? remark : ""});
        }
    }

    /** A line that is no row. */
    void line(String text) {
        rows.add(new String[] {text});
    }

    /** Greedily, outside all brackets. */
    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (Display.width(rest) > WIDTH) {
            int at = breaking(rest);
            if (at <= 0) {
                break;
            }
            lines.add(rest.substring(0, at).stripTrailing());
            rest = " ".repeat(INDENT) + rest.substring(at).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** The last place that fits, between terms or path factors rather than inside them. */
    private static int breaking(String text) {
        int depth = 0;
        int loose = -1;
        int tight = -1;
        for (int k = 0; k < text.length() && (k <= WIDTH || Math.max(loose, tight) < 0); k++) {
            char c = text.charAt(k);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && k > INDENT) {
                boolean spaced = "+-·".indexOf(c) >= 0 && text.charAt(k - 1) == ' ' && text.startsWith(" ", k + 1);
                loose = spaced ? k : loose;
                tight = c == '*' || c == '@' ? k : tight;
            }
        }
        return loose > WIDTH / 2 ? loose : Math.max(loose, tight);
    }

    List<String> lines() {
        int name = 0;
        int text = 0;
        for (String[] row : rows) {
            if (row.length > 1) {
                name = Math.max(name, Display.width(row[0]));
                text = Math.max(text, Math.min(WIDTH, Display.width(row[1])));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            lines.add(row.length == 1 ? row[0]
                    : (Display.left(row[0], name) + " " + Display.left(row[1], text) + SPACE + row[2]).stripTrailing());
        }
        return lines;
    }
}
