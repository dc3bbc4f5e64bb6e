package nabla.forward;

import java.util.Arrays;
import nabla.graph.Node;
import nabla.tensor.Region;

/** How many numbers depend on an entry: what one more evaluation for it costs, the same on every machine. */
public final class Reach {

    /** Up to so many operations are walked through; behind that the shortest way to the output stands for what is touched. */
    private static final int WALKED = 5000;

    private final Program program;
    private final Region[] regions;
    private final int[] ways;

    /** On a program that ends with the output. */
    public Reach(Program program) {
        this.program = program;
        this.regions = new Region[program.size()];
        this.ways = ways(program, program.size() - 1);
    }

    /** By place, how many operations lie on the shortest way from there to another place; the largest number where there is none. */
    public static int[] ways(Program program, int output) {
        int[] ways = new int[program.size()];
        Arrays.fill(ways, Integer.MAX_VALUE);
        ways[output] = 0;
        for (int i = output; i >= 0; i--) {
            for (int k = 0; k < program.count(i) && ways[i] < Integer.MAX_VALUE; k++) {
                ways[program.argument(i, k)] = Math.min(ways[program.argument(i, k)], ways[i] + 1);
            }
        }
        return ways;
    }

    /** By place, how many operations lie on the longest such way; −1 where there is none. */
    public static int[] longestWays(Program program, int output) {
        int[] ways = new int[program.size()];
        Arrays.fill(ways, -1);
        ways[output] = 0;
        for (int i = output; i >= 0; i--) {
            for (int k = 0; k < program.count(i) && ways[i] >= 0; k++) {
                ways[program.argument(i, k)] = Math.max(ways[program.argument(i, k)], ways[i] + 1);
            }
        }
        return ways;
    }

    /** How many entries of all results a change of one entry of a node can touch. */
    public long of(Node node, int entry) {
        int start = program.index(node);
        if (start < 0 || ways[start] == Integer.MAX_VALUE) {
            return 0;
        } else if (program.size() - start > WALKED) {
            return ways[start];
        }
        regions[start] = Region.entry(node.shape(), entry);
        long touched = 0;
        for (int place = start + 1; place < program.size(); place++) {
            regions[place] = program.touched(place, regions);
            touched += regions[place] == null ? 0 : regions[place].area();
        }
        Arrays.fill(regions, start, program.size(), null);
        return touched;
    }
}
