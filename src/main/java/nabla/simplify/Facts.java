package nabla.simplify;

import java.util.Map;
import java.util.Set;
import nabla.graph.Node;

/**
 * What is known of nodes beforehand, from the text: it holds at every point.
 *
 * @param distributions nodes whose rows add up to 1 (of a column: the column)
 * @param nonnegative   nodes without a negative entry
 * @param sizes         constants with a name, by their value, that numbers of rows and columns are called by
 */
public record Facts(Set<? extends Node> distributions, Set<? extends Node> nonnegative, Map<Integer, Node> sizes) {

    /** No size has a name. */
    public Facts(Set<? extends Node> distributions, Set<? extends Node> nonnegative) {
        this(distributions, nonnegative, Map.of());
    }

    /** Nothing is known. */
    public static final Facts NONE = new Facts(Set.of(), Set.of());
}
