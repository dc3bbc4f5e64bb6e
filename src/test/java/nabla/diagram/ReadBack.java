package nabla.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nabla.source.Display;

/**
 * What somebody sees who follows the lines of a drawing with a finger: at a joint a line goes on in all its directions, under a
 * line that crosses it straight on.
 */
public final class ReadBack {

    private static final String JOINTS = " │││─┘┐┤─└┌├─┴┬┼";
    private static final int[] ROWS = {-1, 1, 0, 0};
    private static final int[] COLUMNS = {0, 0, -1, 1};
    private static final int RIGHT = 3;

    private final List<List<String>> cells = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();

    /** A box by its borders and the first line in it. */
    private record Frame(int top, int left, int bottom, int right, String name) { }

    private ReadBack(List<String> lines) {
        for (String line : lines) {
            List<String> row = new ArrayList<>();
            line.codePoints().mapToObj(Character::toString).forEach(c -> {
                if (Display.width(c) > 0) {
                    row.add(c);
                }
                for (int k = 1; k < Display.width(c); k++) {
                    row.add("");
                }
            });
            cells.add(row);
        }
        for (int row = 0; row < cells.size(); row++) {
            for (int column = 0; column < cells.get(row).size(); column++) {
                if (at(row, column).equals("┌") && at(row + 1, column).equals("│") && at(row + 1, column + 1).equals(" ")
                        || at(row, column).equals("┌") && at(row + 1, column - 1).equals("►")) {
                    frame(row, column);
                }
            }
        }
    }

    /** The lines from box to box, {@code x -> v1}, by the names in the boxes. */
    public static Set<String> edges(List<String> lines) {
        ReadBack drawing = new ReadBack(lines);
        Set<String> edges = new TreeSet<>();
        drawing.frames.forEach(frame -> drawing.follow(frame, edges));
        return edges;
    }

    private String at(int row, int column) {
        return row < 0 || column < 0 || row >= cells.size() || column >= cells.get(row).size() ? " " : cells.get(row).get(column);
    }

    private void frame(int top, int left) {
        int right = left + 1;
        while (at(top, right).equals("─")) {
            right++;
        }
        int bottom = top + 1;
        while (at(bottom, left).equals("│")) {
            bottom++;
        }
        if (at(top, right).equals("┐") && at(bottom, left).equals("└") && at(bottom, right).equals("┘")) {
            frames.add(new Frame(top, left, bottom, right, String.join("", cells.get(top + 1).subList(left + 1, right)).strip()));
        }
    }

    private record Step(int row, int column, int way) { }

    private void follow(Frame frame, Set<String> edges) {
        Deque<Step> steps = new ArrayDeque<>();
        Set<Step> seen = new HashSet<>();
        for (int row = frame.top + 1; row < frame.bottom; row++) {
            if (at(row, frame.right).equals("├")) {
                steps.add(new Step(row, frame.right + 1, RIGHT));
            }
        }
        while (!steps.isEmpty()) {
            Step step = steps.poll();
            if (!seen.add(step)) {
                continue;
            }
            String cell = at(step.row, step.column);
            if (cell.equals("►")) {
                edges.add(frame.name + " -> " + target(step));
                continue;
            }
            int joint = cell.isEmpty() ? -1 : JOINTS.indexOf(cell.charAt(0));
            int back = step.way ^ 1;
            boolean under = cell.equals("│") && step.way >= 2;
            if (joint <= 0 || !under && (ways(cell) >> back & 1) == 0) {
                throw new AssertionError("the line from " + frame.name + " breaks off at row " + step.row + ", column " + step.column);
            }
            for (int way = 0; way < 4; way++) {
                if (under ? way == step.way : way != back && (ways(cell) >> way & 1) == 1) {
                    steps.add(new Step(step.row + ROWS[way], step.column + COLUMNS[way], way));
                }
            }
        }
    }

    private static int ways(String cell) {
        return switch (cell) {
            case "│" -> 3;
            case "─" -> 12;
            default -> JOINTS.indexOf(cell);
        };
    }

    private String target(Step arrow) {
        return frames.stream().filter(frame -> frame.left == arrow.column + 1 && frame.top < arrow.row && arrow.row < frame.bottom)
                .findFirst().orElseThrow(() -> new AssertionError("an arrow at row " + arrow.row + " that leads to no box")).name;
    }
}
