package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import nabla.source.Display;

/**
 * Equations with remarks beside them: signs of equality below each other, and remarks, but that beside what is too wide for it stands
 * on a line below.
 */
final class EquationRows {

    private static final int INDENT = 4;
    private static final String SPACE = "   ";
    /** Formulas are not broken into shorter pieces. */
    private static final int LEAST = 36;

    private final int width;
    private final List<String[]> rows = new ArrayList<>();

    /** A wider formula is broken, before an operator where that can be. */
    EquationRows(int width) {
        this.width = width;
    }

    /** A row; an empty name leaves the place of the one above. */
    void add(String name, String text, String remark) {
        rows.add(new String[] {name, text, remark});
    }

    /** A line that is no row. */
    void line(String text) {
        rows.add(new String[] {text});
    }

    /** Greedily, outside all brackets. */
    private static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (Display.width(rest) > width) {
            int at = breaking(rest, width);
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
    private static int breaking(String text, int width) {
        int depth = 0;
        int[] last = {-1, -1, -1};
        for (int k = 0; k < text.length() && (k <= width || Math.max(last[0], Math.max(last[1], last[2])) < 0); k++) {
            char c = text.charAt(k);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth == 0 && k > INDENT) {
                boolean spaced = text.charAt(k - 1) == ' ' && text.startsWith(" ", k + 1);
                int kind = (c == '+' || c == '-') && spaced ? 0 : c == '·' || c == '=' && spaced ? 1 : c == '*' || c == '@' ? 2 : -1;
                if (kind >= 0) {
                    last[kind] = k;
                }
            }
        }
        return last[0] > width / 2 ? last[0] : last[1] > width / 2 ? last[1] : Math.max(last[0], Math.max(last[1], last[2]));
    }

    List<String> lines() {
        List<String[]> equations = rows.stream().filter(row -> row.length > 1).toList();
        int name = equations.stream().mapToInt(row -> Display.width(row[0])).max().orElse(0);
        int text = 0;
        long most = -1;
        for (String[] row : equations) {
            int wide = Display.width(row[1]);
            long beside = equations.stream().filter(other -> isBeside(other, name, wide)).count();
            if (beside > most || beside == most && wide < text) {
                text = wide;
                most = beside;
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            if (row.length == 1) {
                lines.add(row[0]);
            } else {
                add(row, name, text, lines);
            }
        }
        return lines;
    }

    /** Whether remarks can stand in a column behind texts of that width. */
    private boolean isBeside(String[] row, int name, int text) {
        return Display.width(row[1]) <= text && name + 1 + text + (row[2].isEmpty() ? 0 : SPACE.length() + Display.width(row[2])) <= width;
    }

    private void add(String[] row, int name, int text, List<String> lines) {
        boolean beside = isBeside(row, name, text);
        List<String> parts = beside ? List.of(row[1]) : broken(row[1], Math.max(LEAST, width - name - 1));
        for (int k = 0; k < parts.size(); k++) {
            String start = Display.left(k == 0 ? row[0] : "", name) + " ";
            lines.add((start + (beside ? Display.left(parts.get(k), text) + SPACE + row[2] : parts.get(k))).stripTrailing());
        }
        if (!beside && !row[2].isEmpty()) {
            int column = Math.min(name + 1 + text + SPACE.length(), width - Display.width(row[2]));
            lines.add(" ".repeat(Math.max(name + 1 + INDENT, column)) + row[2]);
        }
    }
}
