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

    /** The last place that fits: between terms rather than between factors of a path, and there rather than inside them. */
    private static int breaking(String text) {
        int depth = 0;
        int[] last = {-1, -1, -1};
        for (int k = 0; k < text.length() && (k <= WIDTH || Math.max(last[0], Math.max(last[1], last[2])) < 0); k++) {
            char c = text.charAt(k);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && k > INDENT) {
                boolean spaced = text.charAt(k - 1) == ' ' && text.startsWith(" ", k + 1);
                int kind = (c == '+' || c == '-') && spaced ? 0 : c == '·' ? 1 : c == '*' || c == '@' ? 2 : -1;
                if (kind >= 0) {
                    last[kind] = k;
                }
            }
        }
        return last[0] > WIDTH / 2 ? last[0] : last[1] > WIDTH / 2 ? last[1] : Math.max(last[0], Math.max(last[1], last[2]));
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
