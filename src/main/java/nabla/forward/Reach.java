package nabla.forward;

import java.util.Arrays;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.tensor.Region;

/** How many numbers depend on an entry: what one more evaluation for it costs, the same on every machine. */
public final class Reach {

    /** Up to so many operations are walked through; behind that the shortest way to the output stands for what is touched. */
    private static final int WALKED = 5000;

    private final Tape tape;
    private final Region[] regions;
    private final int[] ways;

    /** On a tape that ends with the output. */
    public Reach(Tape tape) {
        this.tape = tape;
        this.regions = new Region[tape.size()];
        this.ways = ways(tape, tape.size() - 1);
    }

    /** By place, how many operations lie on the shortest way from there to another place; the largest number where there is none. */
    public static int[] ways(Tape tape, int output) {
        int[] ways = new int[tape.size()];
        Arrays.fill(ways, Integer.MAX_VALUE);
        ways[output] = 0;
        for (int i = output; i >= 0; i--) {
            for (int k = 0; k < tape.count(i) && ways[i] < Integer.MAX_VALUE; k++) {
                ways[tape.argument(i, k)] = Math.min(ways[tape.argument(i, k)], ways[i] + 1);
            }
        }
        return ways;
    }

    /** How many entries of all results a change of one entry of a node can touch. */
    public long of(Node node, int entry) {
        int start = tape.index(node);
        if (start < 0 || ways[start] == Integer.MAX_VALUE) {
            return 0;
        } else if (tape.size() - start > WALKED) {
            return ways[start];
        }
        regions[start] = Region.entry(node.shape(), entry);
        long touched = 0;
        for (int place = start + 1; place < tape.size(); place++) {
            regions[place] = touched(place, start);
            touched += regions[place] == null ? 0 : regions[place].area() + inside((Apply) tape.node(place));
        }
        Arrays.fill(regions, start, tape.size(), null);
        return touched;
    }

    /** What is computed inside of an operation that is a graph itself is at least as much as it is given. */
    private static long inside(Apply use) {
        return use.op().isComposed() ? use.arguments().stream().mapToLong(argument -> argument.shape().count()).sum() : 0;
    }

    private Region touched(int place, int start) {
        Region part = null;
        for (int j = 0; j < tape.count(place); j++) {
            Region argument = tape.argument(place, j) < start ? null : regions[tape.argument(place, j)];
            if (argument != null) {
                Apply use = (Apply) tape.node(place);
                Region touched = use.op().touched(j, argument, use);
                part = part == null ? touched : touched == null ? part : part.union(touched);
            }
        }
        return part;
    }
}
