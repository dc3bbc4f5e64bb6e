package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.tensor.Shape;

/** How many numbers a graph may hold. */
public final class Extent {

    /** The most entries of all nodes together; their gradients take as much again. */
    static final long MOST = 200_000_000;

    private Extent() { }

    /** The shape of a matrix of so many rows and columns, unless that is too large. */
    static Shape limited(String name, int rows, int columns, Span span) {
        if (rows > Apply.MOST_ENTRIES / columns) {
            throw Fault.refused(span, "" + name + " would be " + rows + "×" + columns + ", more than 50 million entries", "take smaller sizes");
        }
        return new Shape(rows, columns);
    }

    /** Says that a graph is too large, at its largest node; null if it is not. */
    public static Diagnostic refusal(Model model) {
        List<Node> roots = new ArrayList<>(model.definitions());
        if (model.root() != null) {
            roots.add(model.root());
        }
        long total = 0;
        Node largest = null;
        for (Node node : Topology.order(roots)) {
            total += node.shape().count();
            if (model.origins().containsKey(node) && (largest == null || node.shape().count() > largest.shape().count())) {
                largest = node;
            }
        }
        return total <= MOST ? null : Diagnostic.refusal(largest == null ? null : model.origins().get(largest),
                total / 1_000_000 + " million entries in all, more than " + MOST / 1_000_000 + " million", "take smaller sizes");
    }
}
