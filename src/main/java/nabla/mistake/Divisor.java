package nabla.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Topology;

/**
 * What a mean divides by: the m of 1/m.
 *
 * @param text as it is called in the text
 */
record Divisor(String text, double value) {

    /** Smaller literal numbers belong to squares. */
    private static final double SMALLEST = 3;

    /** Those of a graph, each value once. */
    static List<Divisor> of(Backprop pass) {
        List<Divisor> divisors = new ArrayList<>();
        for (Node node : pass.order()) {
            if (node instanceof Apply use) {
                for (Divisor divisor : of(use, pass)) {
                    if (divisor.value() > 1 && divisors.stream().noneMatch(other -> other.value() == divisor.value())) {
                        divisors.add(divisor);
                    }
                }
            }
        }
        return divisors;
    }

    /** Those of one operation, as written or by its definition. */
    private static List<Divisor> of(Apply use, Backprop pass) {
        Node definition = use.op().definition(use);
        Node source = definition == null ? use : definition;
        while (source instanceof Apply negative && negative.op().meaning() == Meaning.NEGATION) {
            source = negative.argument(0);
        }
        if (!(source instanceof Apply quotient) || quotient.op().meaning() != Meaning.QUOTIENT) {
            return List.of();
        }
        List<Node> order = Topology.order(List.of(quotient.argument(1)));
        // A root is no number of examples: sqrt(d).
        boolean function = order.stream().anyMatch(node -> node instanceof Apply apply && apply.op().unary() != null);
        return function ? List.of() : order.stream().flatMap(node -> Stream.ofNullable(divisor(node, definition != null,
                node == quotient.argument(1), use, pass))).toList();
    }

    /** A size or a number that stands in a divisor. */
    private static Divisor divisor(Node node, boolean defined, boolean whole, Apply use, Backprop pass) {
        double size = pass.size(node);
        if (!Double.isNaN(size)) {
            return new Divisor(node.name() != null ? node.name() : "m", size);
        } else if (!(node instanceof Constant) || !node.shape().isScalar()) {
            return null;
        }
        double value = ((Constant) node).value().at(0);
        if (defined) {
            return new Divisor(use.op().meaning() == Meaning.MEAN ? "n" : "m", value);
        }
        return whole && value >= SMALLEST ? new Divisor(Naming.number(value), value) : null;
    }
}
