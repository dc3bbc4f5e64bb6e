package nabla.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.source.Display;

/** Characters in rows and columns. Lines of one owner that meet are joined; of two that cross, one passes under the other. */
final class Canvas {

    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;
    /** By the directions in which a line leaves the cell. */
    private static final String JOINTS = " │││─┘┐┤─└┌├─┴┬┼";
    private static final char ESCAPE = '\u001b';

    private final String[][] cells;
    private final byte[][] lines;
    private final String[][] colors;
    /** Who drew the horizontal and the vertical line through a cell. */
    private final Object[][] across;
    private final Object[][] down;

    Canvas(int rows, int columns) {
        cells = new String[rows][columns];
        lines = new byte[rows][columns];
        colors = new String[rows][columns];
        across = new Object[rows][columns];
        down = new Object[rows][columns];
    }

    void text(int row, int column, String text, String color) {
        int at = column;
        for (int c : text.codePoints().toArray()) {
            String cell = Character.toString(c);
            cells[row][at] = cell;
            colors[row][at] = color;
            for (int k = 1; k < Display.width(cell); k++) {
                cells[row][at + k] = "";
            }
            at += Display.width(cell);
        }
    }

    void horizontal(int row, int from, int to, Object owner) {
        for (int column = from; column < to; column++) {
            lines[row][column] |= RIGHT;
            lines[row][column + 1] |= LEFT;
        }
        Arrays.fill(across[row], from, to + 1, owner);
    }

    void vertical(int column, int from, int to, Object owner) {
        for (int row = from; row < to; row++) {
            lines[row][column] |= DOWN;
            lines[row + 1][column] |= UP;
        }
        for (int row = from; row <= to; row++) {
            down[row][column] = owner;
        }
    }

    void rectangle(int top, int left, int bottom, int right, Object owner) {
        horizontal(top, left, right, owner);
        horizontal(bottom, left, right, owner);
        vertical(left, top, bottom, owner);
        vertical(right, top, bottom, owner);
    }

    /** A line that passes under another is interrupted there: joined lines are one line. */
    private char joint(int row, int column) {
        boolean crossing = across[row][column] != null && down[row][column] != null && across[row][column] != down[row][column];
        return JOINTS.charAt(crossing ? UP | DOWN : lines[row][column]);
    }

    /** The rows, with or without colours. */
    List<String> rows(boolean colored) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            StringBuilder line = new StringBuilder();
            String color = null;
            for (int column = 0; column < cells[row].length; column++) {
                String wanted = colored ? colors[row][column] : null;
                if (color != null && !color.equals(wanted)) {
                    line.append(ESCAPE).append("[0m");
                }
                if (wanted != null && !wanted.equals(color)) {
                    line.append(ESCAPE).append('[').append(wanted).append('m');
                }
                color = wanted;
                String cell = cells[row][column];
                line.append(cell != null ? cell : String.valueOf(joint(row, column)));
            }
            rows.add((color == null ? line : line.append(ESCAPE).append("[0m")).toString().stripTrailing());
        }
        return rows;
    }
}
