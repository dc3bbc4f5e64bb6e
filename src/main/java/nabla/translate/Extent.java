package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

    /** The shape of these sizes, unless that is too large. */
    static Shape limited(String name, List<Integer> sizes, Span span) {
        String written = sizes.stream().map(String::valueOf).collect(Collectors.joining("×"));
        if (sizes.size() > Shape.MOST_DIMENSIONS) {
            throw Fault.refused(span, name + " would have " + sizes.size() + " dimensions", "at most " + Shape.MOST_DIMENSIONS + " are worked with");
        }
        long entries = 1;
        for (int size : sizes) {
            if (size > Apply.MOST_ENTRIES / entries) {
                throw Fault.refused(span, name + " would be " + written + ", more than 50 million entries", "take smaller sizes");
            }
            entries *= size;
        }
        return Shape.of(sizes.stream().mapToInt(Integer::intValue).toArray());
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
