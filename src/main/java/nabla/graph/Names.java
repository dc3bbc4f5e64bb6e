package nabla.graph;

import java.util.BitSet;
import java.util.List;

/** A name for every node: the user's, or v1, v2, … in topological order as in the lecture (names already taken are skipped). */
public final class Names {

    /** Of larger numbers a graph has no use. */
    private static final int DIGITS = 9;

    /** The numbers of nodes to which the user gave no name. */
    private final Places places = new Places();
    private final boolean numbering;

    /** Names the nodes of a topological order. */
    public Names(List<? extends Node> order) {
        this(order, true);
    }

    /** Names for where nobody knows v1, v2, …: only those of the text, as far as what has none can be written out. */
    public static Names ofText(List<? extends Node> order) {
        return new Names(order, false);
    }

    private Names(List<? extends Node> order, boolean numbering) {
        this.numbering = numbering;
        BitSet taken = new BitSet();
        for (Node node : order) {
            int number = number(node.name(), 2 * order.size());
            if (number > 0) {
                taken.set(number);
            }
        }
        int next = 1;
        for (Node node : order) {
            if (node.name() == null && node instanceof Apply) {
                next = taken.nextClearBit(next);
                places.add(node, next++);
            }
        }
    }

    /** The number n of a name vn; 0 of any other name, and of numbers that are larger than any needed. */
    private static int number(String name, int most) {
        int digits = name == null || name.isEmpty() || name.charAt(0) != 'v' ? 0 : name.length() - 1;
        if (digits == 0 || digits > DIGITS || name.charAt(1) == '0') {
            return 0;
        }
        int number = 0;
        for (int k = 1; k <= digits; k++) {
            int digit = name.charAt(k) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = 10 * number + digit;
        }
        return number > most ? 0 : number;
    }

    /** The name of a node; null for a number written in the text and for nodes of another graph. */
    public String of(Node node) {
        return numbering ? numbered(node) : node.name();
    }

    /** The same, v1, v2, … in any case. */
    public String numbered(Node node) {
        int number = node.name() != null ? -1 : places.of(node);
        return number < 0 ? node.name() : "v" + number;
    }
}
