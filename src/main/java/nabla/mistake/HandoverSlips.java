package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.source.Iteration;

/**
 * Gradients that one part of a text should hand on to another and does not: a later step of a {@code for} block to an earlier one, however
 * many paths lead there; and what comes from above for one of several outputs of an operation.
 */
record HandoverSlips(Backprop pass, Node target, Naming naming) {

    void slips(Drafts drafts) {
        Map<Iteration, Node> lost = new LinkedHashMap<>();
        Iteration own = iteration(target);
        for (Edge edge : Edge.of(pass, List.of(target))) {
            Iteration step = own == null || edge.input() != target ? null : iteration(edge.use());
            if (step != null && step.block().equals(own.block()) && !step.text().equals(own.text())) {
                lost.merge(step, edge.term(), Algebra::add);
            }
            if (isFromAbove(edge) && !drafts.isFull()) {
                drafts.add(Codes.of(LOST_PATH), "the gradient of the output " + naming.of(edge.input()) + ", " + edge.other().name() + ", is not handed on",
                        edge.contributing(Algebra.zeros(edge.input().shape()), target));
            }
        }
        lost.forEach((step, terms) -> drafts.add(Codes.of(LOST_PATH), "the gradient from " + which(own, step) + ", " + step.text() + ", is not handed on",
                Algebra.sub(pass.gradient(target), terms)));
    }

    /** The step of what is defined by a node, or with it on the way. */
    private Iteration iteration(Node node) {
        Node named = node;
        while (named != null && named.name() == null) {
            Node part = named;
            named = pass.order().stream().filter(user -> user.arguments().contains(part)).findFirst().orElse(null);
        }
        return named == null ? null : naming.steps().get(named.name());
    }

    private String which(Iteration own, Iteration step) {
        List<String> steps = Stream.concat(naming.steps().values().stream(), Stream.of(own, step)).filter(other -> other.block().equals(own.block()))
                .map(Iteration::text).distinct().toList();
        return Math.abs(steps.indexOf(step.text()) - steps.indexOf(own.text())) == 1 ? "the next step" : "a later step";
    }

    /** Whether a use is the product of an output c with dc, which comes from above: nothing else is called so where c is a node. */
    private static boolean isFromAbove(Edge edge) {
        Apply use = edge.use();
        return use.op().meaning() == Meaning.PRODUCT && edge.other() != edge.input() && edge.input().name() != null
                && edge.other() instanceof Input upstream && ("d" + edge.input().name()).equals(upstream.name());
    }
}
