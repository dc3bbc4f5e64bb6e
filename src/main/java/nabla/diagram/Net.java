package nabla.diagram;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a channel that changes rows: it comes in a row from the left, turns, and leaves in other rows for its targets.
 *
 * @param row   where it comes from
 * @param rows  where it leaves
 * @param ports whether those are its targets' rows; else it is the first part of a line that turns twice
 * @param first the part of the line before this one, from whose turn it comes; null where it comes from the layer itself
 */
record Net(int row, List<Integer> rows, boolean ports, Net first) {

    int highest() {
        return IntStream.concat(IntStream.of(row), rows.stream().mapToInt(k -> k)).min().getAsInt();
    }

    int lowest() {
        return IntStream.concat(IntStream.of(row), rows.stream().mapToInt(k -> k)).max().getAsInt();
    }

    /** Whether it has a target in the row in which another comes in: then it has to turn to the right of that. */
    boolean endsWhereBegins(Net other) {
        return other != this && ports && other.first == null && rows.contains(other.row);
    }

    /** Whether both would be seen as one on the same track. */
    boolean overlaps(Net other) {
        return highest() <= other.lowest() && other.highest() <= lowest();
    }
}
