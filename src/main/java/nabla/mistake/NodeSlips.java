package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.op.Substitution;

/** Mistakes with the whole gradient of an inner node, or with two uses at once. */
record NodeSlips(Backprop pass, Node target, Naming naming) {

    private static final int MOST_NAMED = 16;

    /** What may be the outer of two functions. */
    private static final Set<Meaning> OUTER = EnumSet.of(Meaning.PRODUCT, Meaning.QUOTIENT, Meaning.POWER);

    /** All of them, at every node between the target and the root. */
    void slips(Drafts drafts) {
        Places active = Topology.dependents(pass.order(), List.of(target));
        for (Node node : pass.order()) {
            if (!drafts.isFull() && node instanceof Apply use && node != target && active.contains(node) && node != pass.root()) {
                upstream(use, drafts);
            }
            if (node instanceof Apply use && use.op().meaning() == Meaning.QUOTIENT && active.contains(use.argument(1)) && node != target) {
                Node gradient = pass.gradient(node);
                drafts.add(Codes.of(QUOTIENT_SIGN), "the quotient rule at " + naming.use(use) + " has its signs the wrong way round: f'*g - f*g'",
                        pass.instead(node, Algebra.neg(gradient), target));
                drafts.add(Codes.of(POWER_RULE, QUOTIENT_SIGN), "the square under the quotient rule at " + naming.use(use) + " is missing",
                        pass.instead(node, Algebra.mul(gradient, use.argument(1)), target));
            }
        }
        if (pass.upstream() != null) {
            drafts.add(Codes.of(LOST_UPSTREAM), "the upstream gradient " + pass.upstream() + " is forgotten",
                    pass.instead(pass.root(), Algebra.ones(pass.root().shape()), target));
            drafts.add(Codes.of(VALUE), "the value of " + naming.of(pass.root()) + " stands where its gradient " + pass.upstream() + " belongs",
                    pass.instead(pass.root(), pass.root(), target));
        }
        symmetric(drafts);
        swapped(drafts);
        for (Edge edge : Edge.of(pass, List.of(target))) {
            only(edge, drafts);
            if (ActivationSlips.isActivation(edge) && edge.input().shape().equals(edge.use().shape()) && edge.use() != target
                    && !drafts.isFull()) {
                drafts.add(ActivationSlips.isRectifier(edge) ? Codes.of(MASK, LOST_ACTIVATION) : Codes.of(LOST_ACTIVATION),
                        edge.op().symbol() + " is left out at " + naming.use(edge.use()) + ", as if it were " + naming.of(edge.input()),
                        pass.asIf(edge.use(), edge.input(), target));
            }
        }
    }

    /** In the formula of the gradient one square matrix is not transposed, or is, as if it were symmetric. */
    private void symmetric(Drafts drafts) {
        Node truth = pass.gradient(target);
        for (Node node : Topology.order(List.of(truth))) {
            for (int k = 0; k < 2 && node instanceof Apply use && use.op().meaning() == Meaning.MATRIX_PRODUCT && !drafts.isFull(); k++) {
                Node factor = use.argument(k);
                if (factor.shape().equals(factor.shape().transposed()) && !factor.shape().isScalar()) {
                    Node turned = Algebra.transpose(factor);
                    Node product = k == 0 ? Algebra.matmul(turned, use.argument(1)) : Algebra.matmul(use.argument(0), turned);
                    drafts.add(Codes.of(TRANSPOSE), naming.of(factor) + " is taken for symmetric: a transpose is missing or too much",
                            new Substitution().put(use, product).of(truth));
                }
            }
        }
    }

    /** In the formula of the gradient one value that has a name stands in the place of another. What the answer names is tried first. */
    private void swapped(Drafts drafts) {
        Set<Node> written = new HashSet<>(Topology.order(List.of(drafts.answer())));
        if (written.stream().noneMatch(Input.class::isInstance)) {
            return;
        }
        Node truth = pass.gradient(target);
        List<Node> used = Topology.order(List.of(truth));
        List<Node> named = pass.order().stream().filter(node -> node.name() != null && !(node instanceof Constant)).limit(MOST_NAMED).toList();
        for (boolean inAnswer : new boolean[] {true, false}) {
            for (Node node : named) {
                List<Node> others = named.stream().filter(other -> written.contains(other) == inAnswer).toList();
                swapped(node, used.contains(node) ? others : List.of(), truth, drafts);
            }
        }
    }

    private void swapped(Node node, List<Node> others, Node truth, Drafts drafts) {
        for (Node other : others) {
            if (node != other && !drafts.isFull() && node.shape().equals(other.shape())) {
                drafts.add(Codes.of(ACTIVATION_AT), naming.of(other) + " stands where " + naming.of(node) + " belongs",
                        inBackwardPassOnly(node, other).of(truth), List.of(other));
            }
        }
    }

    /** What is computed in the forward pass stays as it is. */
    private Substitution inBackwardPassOnly(Node node, Node other) {
        Substitution substitution = new Substitution();
        pass.order().forEach(forward -> substitution.put(forward, forward));
        return substitution.put(node, other);
    }

    private void upstream(Apply use, Drafts drafts) {
        // Of a function of a function the outer derivative is forgotten.
        boolean outer = pass.root() instanceof Apply root && OUTER.contains(root.op().meaning()) && root.arguments().contains(use) && pass.uses(use) == 1
                && !naming.isPart(root);
        drafts.at(outer ? Rank.FAMILY : Rank.VAGUE);
        drafts.add(Codes.of(LOST_UPSTREAM), "the upstream gradient of " + naming.use(use) + " is forgotten",
                pass.instead(use, Algebra.ones(use.shape()), target));
        drafts.at(Rank.VAGUE);
        drafts.add(Codes.of(VALUE), "the value of " + naming.use(use) + " stands where its gradient belongs", pass.instead(use, use, target));
    }

    /** Of three uses and more the last one overwrites the others. */
    private void only(Edge edge, Drafts drafts) {
        if (pass.uses(edge.input()) > 2 && !drafts.isFull()) {
            boolean norm = Edge.of(pass, List.of(edge.input())).stream().anyMatch(e -> e.input() == edge.input() && PathSlips.isStatistic(e));
            drafts.add(norm ? Codes.of(NORM_PATH, LOST_PATH) : Codes.of(LOST_PATH),
                    "only the path through " + naming.use(edge.use()) + " is left, the others are lost (= instead of +=)",
                    pass.instead(edge.input(), edge.term(), target));
        }
    }
}
