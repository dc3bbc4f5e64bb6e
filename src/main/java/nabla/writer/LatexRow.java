package nabla.writer;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of an {@code align*}.
 *
 * @param cells     equations side by side, each with its sign of alignment
 * @param remark    words beside them, in LaTeX; or empty
 * @param continued whether it goes on with the equation above
 */
public record LatexRow(List<String> cells, String remark, boolean continued) {

    /** The cell of an equation that is not there. */
    static final String NO_EQUATION = "&";
    private static final int LONGEST_REMARK = 70;

    /** An equation without a remark. */
    static LatexRow of(String equation) {
        return new LatexRow(List.of(equation), "", false);
    }

    /** The rows of an equation in lines; a remark stands at the end of the first. */
    static List<LatexRow> of(String start, List<String> lines, String remark) {
        List<LatexRow> rows = new ArrayList<>(List.of(new LatexRow(List.of(start + lines.get(0)), remark, false)));
        lines.subList(1, lines.size()).forEach(line -> rows.add(new LatexRow(List.of('&' + line), "", true)));
        return rows;
    }

    /** The same with another remark. */
    public LatexRow with(String other) {
        return new LatexRow(cells, other, continued);
    }

    /** How many equations stand side by side. */
    public long equations() {
        return cells.stream().filter(cell -> !cell.equals(NO_EQUATION)).count();
    }

    /** The remark cut before a comma so that it is no longer than that, where it can be. */
    public LatexRow cut(int room) {
        int comma = remark.lastIndexOf(", ", room);
        return remark.length() <= room || comma < 0 ? this : with(remark.substring(0, comma));
    }

    /** The remark in rows of its own. */
    List<LatexRow> below() {
        List<LatexRow> rows = new ArrayList<>();
        String rest = remark;
        while (!rest.isEmpty()) {
            int comma = rest.length() <= LONGEST_REMARK ? -1 : rest.lastIndexOf(", ", LONGEST_REMARK);
            int end = comma < 0 ? rest.length() : comma + 1;
            rows.add(new LatexRow(List.of(), rest.substring(0, end), false));
            rest = rest.substring(end).strip();
        }
        return rows;
    }

    /** As it stands in a document, without its end. */
    public String text() {
        return cells.isEmpty() ? "&\\quad \\text{" + remark + '}' : String.join(" & ", cells) + beside();
    }

    /** The column of the remark. */
    String beside() {
        return remark.isEmpty() ? "" : " && \\text{" + remark + '}';
    }
}
