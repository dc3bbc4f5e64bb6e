package nabla.check;

import java.util.List;
import java.util.Map;
import nabla.forward.Program;
import nabla.forward.Reach;
import nabla.graph.Node;
import nabla.stencil.Ladder;

/**
 * How much work a check may be before it is cut down to a sample, counted in numbers that are computed, not in seconds: so that a report is
 * the same on every machine.
 *
 * @param numbers how many
 */
record Budget(double numbers) {

    /** About half a minute on two cores. */
    static final Budget STANDARD = new Budget(5e10);
    /** How many entries of each leaf, and of all inner nodes together, are verified where all are too many. */
    static final int SAMPLE = 1000;

    /** Whether verifying these entries at some points is within it. */
    boolean allows(Node root, Map<Node, int[]> entries, int points) {
        Reach reach = new Reach(new Program(List.of(root)));
        double planned = 0;
        for (Map.Entry<Node, int[]> each : entries.entrySet()) {
            int[] some = each.getValue();
            planned += some.length == 0 ? 0 : (double) reach.of(each.getKey(), some[0]) * some.length * Ladder.QUICK.length * points;
        }
        return planned <= numbers;
    }
}
