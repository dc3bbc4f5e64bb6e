package nabla.point;

import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * Which entries of which nodes the output can see at a point: an entry in the branch that a {@code where} does not select is not
 * seen, so its kinks and the edges of its domain do not count.
 */
public final class Liveness {

    private final Map<Node, boolean[]> live = new IdentityHashMap<>();

    /** For everything below the roots, a topological order of which is given. */
    public Liveness(List<Node> nodes, Collection<? extends Node> roots, Values values) {
        if (nodes.stream().noneMatch(n -> n instanceof Apply a && a.op().meaning() == Meaning.CHOICE)) {
            return;
        }
        roots.forEach(root -> mark(root, root.shape(), true, null));
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i) instanceof Apply use && live.containsKey(use)) {
                for (int k = 0; k < use.arguments().size(); k++) {
                    boolean where = use.op().meaning() == Meaning.CHOICE && k > 0;
                    Tensor condition = where ? values.of(use.argument(0)) : null;
                    if (use.op().elementwise()) {
                        mark(use.argument(k), use.shape(), false, selected(use, condition, k == 1));
                    } else {
                        mark(use.argument(k), use.shape(), any(live.get(use)), null);
                    }
                }
            }
        }
    }

    /** The live entries of a use, without those where the condition picks the other side. */
    private boolean[] selected(Apply use, Tensor condition, boolean whenTrue) {
        boolean[] entries = live.get(use).clone();
        for (int k = 0; condition != null && k < entries.length; k++) {
            entries[k] &= condition.at(condition.shape().stretched(k, use.shape())) != 0 == whenTrue;
        }
        return entries;
    }

    private void mark(Node node, Shape from, boolean all, boolean[] entries) {
        boolean[] marks = live.computeIfAbsent(node, n -> new boolean[n.shape().count()]);
        if (all) {
            Arrays.fill(marks, true);
        }
        for (int k = 0; entries != null && k < entries.length; k++) {
            marks[node.shape().stretched(k, from)] |= entries[k];
        }
    }

    private static boolean any(boolean[] marks) {
        for (boolean mark : marks) {
            if (mark) {
                return true;
            }
        }
        return false;
    }

    /** Which entries count of a quantity that belongs to a use (its guard's distance, say); null if all do. */
    public boolean[] of(Apply use, Shape shape) {
        if (live.isEmpty()) {
            return null;
        }
        boolean[] counts = new boolean[shape.count()];
        boolean[] marks = live.get(use);
        if (marks == null) {
            return counts;
        }
        if (!use.shape().equals(shape.broadcast(use.shape()))) {
            Arrays.fill(counts, any(marks));
            return counts;
        }
        for (int k = 0; k < marks.length; k++) {
            counts[shape.stretched(k, use.shape())] |= marks[k];
        }
        return counts;
    }
}
