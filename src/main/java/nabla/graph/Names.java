package nabla.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A name for every node: the user's, or v1, v2, … in topological order as in the lecture (names already taken are skipped). */
public final class Names {

    private final Places places = new Places();
    /** By place, of the nodes to which the user gave none. */
    private final List<String> names = new ArrayList<>();
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
        Set<String> taken = new HashSet<>();
        for (Node node : order) {
            if (node.name() != null && node.name().startsWith("v")) {
                taken.add(node.name());
            }
        }
        int next = 1;
        for (Node node : order) {
            String name = node.name();
            while (name == null && node instanceof Apply) {
                String free = "v" + next++;
                name = taken.contains(free) ? null : free;
            }
            if (node.name() == null && name != null) {
                places.add(node, names.size());
                names.add(name);
            }
        }
    }

    /** The name of a node; null for a number written in the text and for nodes of another graph. */
    public String of(Node node) {
        return numbering ? numbered(node) : node.name();
    }

    /** The same, v1, v2, … in any case. */
    public String numbered(Node node) {
        int place = node.name() != null ? -1 : places.of(node);
        return place < 0 ? node.name() : names.get(place);
    }
}
