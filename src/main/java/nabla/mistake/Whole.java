package nabla.mistake;

import java.util.List;
import nabla.backward.Gradients;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Shape;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.CrossEntropies;
import nabla.op.Losses;
import nabla.op.Reductions;
import nabla.op.Softmaxes;
import nabla.op.Unary;

/** Mistakes that show on the whole answer: something else was worked out, or it is transposed, or a penalty is missing. */
record Whole(Backprop pass, Node target, Naming naming) {

    /** The simplest of all: nothing, or the transpose. */
    void simplest(Drafts drafts) {
        drafts.add("zero lost-path", "the answer is 0: the path from " + naming.of(target) + " to " + naming.of(pass.root()) + " is cut",
                Algebra.zeros(drafts.answer().shape()));
        drafts.add("sign", "the sign is flipped", Algebra.neg(truth()));
        if (!target.shape().isScalar()) {
            drafts.add("transpose", "the answer is the transpose of the gradient", Algebra.transpose(truth()));
        }
        drafts.next();
        drafts.add("factor", "the answer is 2 times the right one", Algebra.mul(2, truth()));
        drafts.add("factor", "the answer is half of the right one", Algebra.mul(0.5, truth()));
    }

    /** An answer of the wrong shape: an axis is left that should have been summed over. */
    void shapes(Drafts drafts) {
        if (!drafts.answer().shape().equals(target.shape())) {
            String message = "the sum over the " + (target.shape().isScalar() ? "entries" : "examples") + " is missing: " + naming.of(target) + " is used for every one of them";
            for (int axis : List.of(0, 1, -1)) {
                drafts.add("bias-sum", message, truth(), Algebra.sum(drafts.answer(), axis));
                if (pass.upstream() != null) {
                    drafts.add("lost-upstream+bias-sum", "the upstream gradient " + pass.upstream() + " is forgotten, and " + message,
                            pass.instead(pass.root(), Algebra.ones(pass.root().shape()), target), Algebra.sum(drafts.answer(), axis));
                }
            }
        }
    }

    private Node truth() {
        return pass.gradient(target);
    }

    /** Something else than the derivative. */
    void other(Drafts drafts) {
        String by = naming.of(target);
        drafts.add("value", "this is the value of " + naming.of(pass.root()) + ", not its derivative", pass.root());
        for (Node node : pass.order()) {
            if (node instanceof Input && node != target) {
                drafts.add("other-variable", "this is the derivative by " + naming.of(node) + ", not by " + by, pass.gradient(node));
                drafts.add("lost-path", naming.of(node) + " is left out, as if it were 0", pass.asIf(node, Algebra.zeros(node.shape()), target));
            }
        }
        // What is not written over the target is the antiderivative of nothing but 0.
        boolean over = Topology.order(List.of(drafts.answer())).contains(target);
        if (over && target.shape().isScalar() && drafts.answer().shape().isScalar() && pass.root().shape().isScalar()) {
            drafts.add("integrated", naming.of(pass.root()) + " is integrated by " + by + ", not differentiated", pass.root(),
                    Gradients.of(drafts.answer(), target));
        }
    }

    /** p − y, which is right for softmax with cross-entropy only. */
    void probabilities(Drafts drafts) {
        boolean entropy = pass.root().shape().isScalar() && pass.order().stream().anyMatch(node -> node instanceof Apply use && isEntropy(use));
        for (Node label : pass.order()) {
            if (entropy && label instanceof Input && label != target && label.shape().equals(target.shape())) {
                for (Node guess : pass.order()) {
                    boolean next = guess == target || guess instanceof Apply use && use.arguments().contains(target) && isGuess(use);
                    if (next && guess.shape().equals(target.shape())) {
                        difference(guess, label, drafts);
                    }
                }
            }
        }
    }

    private void difference(Node guess, Node label, Drafts drafts) {
        Shape shape = target.shape();
        for (int examples : List.of(1, shape.rows(), shape.columns(), shape.count())) {
            String what = naming.of(guess) + " - " + naming.of(label);
            String message = guess == target ? what + " is the gradient of what the activation is applied to, not of " + naming.of(target)
                    : what + " is the gradient for softmax with cross-entropy, with entries of " + naming.of(label)
                            + " that add up to 1; it is not so here";
            drafts.add(guess == target ? "extra-activation softmax-sum" : "softmax-sum", message, Algebra.mul(pass.gradient(pass.root()),
                            Algebra.div(Algebra.sub(guess, label), Algebra.constant(examples))));
        }
    }

    private static boolean isEntropy(Apply use) {
        return use.op() == Unary.LOG || use.op() instanceof CrossEntropies.CrossEntropy || use.op() instanceof Softmaxes.LogSoftmax
                || use.op() instanceof CrossEntropies.SoftmaxCrossEntropy || use.op() instanceof Losses.BinaryCrossEntropy;
    }

    private static boolean isGuess(Apply use) {
        return use.op() instanceof Unary || use.op() instanceof Softmaxes.Softmax;
    }

    /** A penalty on the size of a parameter that is forgotten, counted double or half, or put where it does not belong. */
    void penalties(Drafts drafts) {
        boolean data = pass.order().stream().anyMatch(node -> node instanceof Input && node != target);
        List<Apply> squares = !data ? List.of() : pass.order().stream().filter(Apply.class::isInstance).map(Apply.class::cast)
                .filter(use -> isSquare(use) && isLinear(use)).toList();
        squares.stream().filter(use -> isWeighted(use, squares.size())).forEach(use -> penalty(use, drafts));
    }

    /** Whether the weight of a square is one: what it is computed from serves nothing but the squares. */
    private boolean isWeighted(Apply use, int squares) {
        return Topology.order(List.of(pass.gradient(use))).stream().filter(Input.class::isInstance)
                .allMatch(weight -> weight != target && pass.uses(weight) <= squares);
    }

    private void penalty(Apply use, Drafts drafts) {
        Node of = use.argument(0);
        Node term = Backprop.fitted(use.op().adjoint(0, use, pass.gradient(use)), of.shape());
        Node whole = use.op() == Binary.POW ? term : Algebra.mul(2, term);
        if (of == target && pass.uses(target) > (whole == term ? 1 : 2)) {
            String name = "the penalty on " + naming.of(target);
            drafts.add("regulariser lost-path", name + " is forgotten", Algebra.sub(truth(), whole));
            drafts.add("regulariser factor", name + " is half of what it should be", Algebra.sub(truth(), Algebra.mul(0.5, whole)));
            drafts.add("regulariser factor", name + " is counted twice", Algebra.add(truth(), whole));
            drafts.add("regulariser sign", name + " has the wrong sign", Algebra.sub(truth(), Algebra.mul(2, whole)));
        } else if (of != target && of instanceof Input && target instanceof Input) {
            Node rate = Algebra.div(Algebra.sum(Algebra.mul(whole, of)), Algebra.sum(Algebra.mul(of, of)));
            String message = "the penalty is on " + naming.of(of) + " only, not on " + naming.of(target);
            drafts.add("regulariser", message, Algebra.add(truth(), Algebra.mul(rate, target)));
            drafts.add("regulariser", message, Algebra.add(truth(), Algebra.mul(Algebra.mul(0.5, rate), target)));
        }
    }

    /** Whether a square is added with a constant weight: its own gradient does not depend on what is squared. */
    private boolean isLinear(Apply use) {
        Node gradient = pass.gradient(use);
        return !Topology.dependents(Topology.order(List.of(gradient)), use.arguments()).contains(gradient);
    }

    private static boolean isSquare(Apply use) {
        return use.op() == Binary.POW && use.argument(1) instanceof Constant two && two.isAll(2)
                || (use.op() == Binary.MUL || use.op() instanceof Reductions.Dot) && use.argument(0) == use.argument(1);
    }
}
