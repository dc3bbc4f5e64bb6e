package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.op.Algebra;

/** Rules of calculus that do not exist: (f*g)' = f'*g', and g(f)' = g'(f'). */
record CalculusSlips(Backprop pass, Node target, Naming naming) {

    void slips(Drafts drafts) {
        Places active = Topology.dependents(pass.order(), List.of(target));
        for (Edge edge : Edge.of(pass, List.of(target))) {
            if (!drafts.isFull()) {
                if (edge.argument() == 0 && edge.is(Meaning.PRODUCT, Meaning.QUOTIENT) && active.contains(edge.use().argument(1))) {
                    products(edge, drafts);
                }
                if (edge.argument() == 1 && edge.is(Meaning.QUOTIENT) && !active.contains(edge.use().argument(0))) {
                    reciprocal(edge, drafts);
                }
                boolean function = edge.op().unary() != null || edge.is(Meaning.POWER) && edge.argument() == 0;
                if (function && edge.input() != target && edge.input() instanceof Apply) {
                    misplaced(edge, drafts);
                }
            }
        }
    }

    /** The derivative of a node by the target entry by entry; null where shapes say that it is no such thing. */
    private Node slope(Node node) {
        return node.shape().equals(target.shape()) ? pass.carried(node, Algebra.ones(node.shape()), target) : null;
    }

    private void products(Edge edge, Drafts drafts) {
        Node f = slope(edge.use().argument(0));
        Node g = slope(edge.use().argument(1));
        if (f != null && g != null) {
            Node wrong = edge.is(Meaning.PRODUCT) ? Algebra.mul(f, g) : Algebra.div(f, g);
            Node without = pass.instead(edge.use(), Algebra.zeros(edge.use().shape()), target);
            drafts.add(Codes.of(PRODUCT_RULE),
                    "the derivative of " + naming.use(edge.use()) + " is not the " + (edge.is(Meaning.PRODUCT) ? "product" : "quotient")
                    + " of the derivatives", Algebra.add(without, Algebra.mul(edge.gradient(), wrong)));
        }
    }

    /** (c/g)' = c/g'. */
    private void reciprocal(Edge edge, Drafts drafts) {
        Node g = slope(edge.input());
        if (g != null && edge.use().shape().equals(g.shape())) {
            Node without = pass.instead(edge.use(), Algebra.zeros(edge.use().shape()), target);
            drafts.add(Codes.of(PRODUCT_RULE), "the derivative of " + naming.use(edge.use()) + " is not the quotient with the derivative of "
                    + naming.of(edge.input()), Algebra.add(without, Algebra.mul(edge.gradient(), Algebra.div(edge.other(), g))));
        }
    }

    private void misplaced(Edge edge, Drafts drafts) {
        Node inner = slope(edge.input());
        if (inner == null) {
            return;
        }
        String message = "the inner derivative is put inside " + Naming.of(edge.op()) + " at " + naming.use(edge.use())
                + ": it is a factor in front";
        Node without = edge.contributing(Algebra.zeros(edge.input().shape()), target);
        boolean number = edge.input() instanceof Apply apply && (apply.op().unary() != null || !apply.op().elementwise());
        boolean plain = target.shape().isScalar() && !number && !naming.isPart(edge.use());
        drafts.at(plain ? Rank.INNER : Rank.VAGUE);
        drafts.add(Codes.of(LOST_LINK), "the inner derivative, that of " + naming.of(edge.input()) + ", is forgotten",
                Algebra.add(without, edge.term()));
        drafts.at(Rank.VAGUE);
        for (Node inside : List.of(inner, Algebra.mul(inner, edge.input()))) {
            Node rule = edge.rule(edge.with(edge.argument(), inside), edge.gradient());
            drafts.add(Codes.of(INNER_MISPLACED), message, Algebra.add(without, rule));
            drafts.add(Codes.of(INNER_MISPLACED), message, edge.contributing(rule, target));
        }
    }
}
