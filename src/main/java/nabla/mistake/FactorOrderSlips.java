package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.op.Layouts;
import nabla.op.Substitution;
import nabla.tensor.Axes;

/** Right factors in the wrong order: of the matrix products of the formula that was handed in, and of the entries of what it is made of. */
record FactorOrderSlips(Backprop pass, Node target, Naming naming, Drafts drafts) {

    /** Products of more factors are not put in all orders. */
    private static final int MOST = 5;

    void slips() {
        List<Node> order = Topology.order(List.of(drafts.answer()));
        Set<Node> inner = new HashSet<>();
        order.stream().filter(FactorOrderSlips::isLink).forEach(node -> inner.addAll(node.arguments()));
        for (Node node : order) {
            if (isLink(node) && !inner.contains(node) && !drafts.isFull()) {
                products(node);
            }
        }
        for (Node node : pass.order()) {
            if (node.name() != null && node.shape().count() > 1 && order.contains(node) && !drafts.isFull()) {
                turned(node);
            }
        }
    }

    private static boolean isLink(Node node) {
        return node instanceof Apply use && (use.op().meaning() == Meaning.MATRIX_PRODUCT || use.op().meaning() == Meaning.TRANSPOSE && isLink(use.argument(0)));
    }

    private void products(Node product) {
        List<Node> factors = new ArrayList<>();
        flatten(product, false, factors);
        if (factors.size() <= MOST) {
            permuted(factors, new ArrayList<>(), product);
        }
    }

    private static void flatten(Node node, boolean turned, List<Node> factors) {
        if (!isLink(node)) {
            factors.add(turned ? Algebra.transpose(node) : node);
        } else if (node.arguments().size() == 1) {
            flatten(node.arguments().get(0), !turned, factors);
        } else {
            flatten(node.arguments().get(turned ? 1 : 0), turned, factors);
            flatten(node.arguments().get(turned ? 0 : 1), turned, factors);
        }
    }

    private void permuted(List<Node> left, List<Node> chosen, Node product) {
        if (left.isEmpty()) {
            Node other = chosen.stream().reduce(Algebra::matmul).orElseThrow();
            add("the factors of the matrix product are in the wrong order", product, other);
        }
        for (int k = 0; k < left.size() && !drafts.isFull(); k++) {
            Node next = left.get(k);
            if (chosen.isEmpty() || chosen.get(chosen.size() - 1).shape().columns() == next.shape().rows()) {
                List<Node> rest = new ArrayList<>(left);
                rest.remove(k);
                List<Node> more = new ArrayList<>(chosen);
                more.add(next);
                permuted(rest, more, product);
            }
        }
    }

    /** A filter that is not turned round: its entries belong in the opposite order. */
    private void turned(Node node) {
        int last = node.shape().dimensions() - 1;
        add(naming.of(node) + " has to be turned round: its entries belong in the opposite order", node,
                Layouts.flipped(node, new Axes(1 << last | 1 << last - 1)));
        for (int axis = last - 1; axis <= last && !node.shape().isMatrix(); axis++) {
            add(naming.of(node) + " has to be turned round along axis " + axis + " too", node, Layouts.flipped(node, new Axes(1 << axis)));
        }
    }

    private void add(String message, Node written, Node meant) {
        if (written.shape().equals(meant.shape())) {
            try {
                drafts.add(Codes.of(TRANSPOSE), message, pass.gradient(target), new Substitution().put(written, meant).of(drafts.answer()));
            } catch (ShapeMismatch e) {
                // What comes after it does not take it: nobody meant that.
            }
        }
    }
}
