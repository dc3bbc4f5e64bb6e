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

    /** What a check takes for each entry, at least: the values, the gradients, and copies of both that are moved as rounding may. */
    private static final int BYTES = 48;

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

    /** Says that a graph is too large, at its largest node, before any of it is worked out; null if it is not. */
    public static Diagnostic refusal(Model model) {
        return refusal(model, Runtime.getRuntime().maxMemory());
    }

    /** The same where no more memory than this may be taken, in bytes. */
    static Diagnostic refusal(Model model, long memory) {
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
        Span span = largest == null ? null : model.origins().get(largest);
        String entries = total / 1_000_000 + " million entries in all";
        if (total > MOST) {
            return Diagnostic.refusal(span, entries + ", more than " + MOST / 1_000_000 + " million", "take smaller sizes");
        }
        return total * BYTES <= memory ? null : Diagnostic.refusal(span, entries + " need more memory than the " + memory / (1 << 20)
                + " MiB that Java may take", "take smaller sizes");
    }
}
