package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Mistakes with p − y, the gradient before a softmax under cross-entropy: used where it does not hold, or with the label forgotten. */
record LabelSlips(Backprop pass, Node target, Naming naming, List<Map<Input, Tensor>> points) {

    /** What takes logarithms of probabilities. */
    private static final Set<Meaning> ENTROPIES = EnumSet.of(Meaning.LOGARITHM, Meaning.LOG_SOFTMAX, Meaning.CROSS_ENTROPY, Meaning.SOFTMAX_CROSS_ENTROPY,
            Meaning.BINARY_CROSS_ENTROPY);

    void slips(Drafts drafts) {
        boolean entropy = pass.root().shape().isScalar() && pass.order().stream().anyMatch(node -> node instanceof Apply use && isEntropy(use));
        if (!entropy) {
            return;
        }
        Places active = Topology.dependents(pass.order(), List.of(target));
        for (Node label : pass.order()) {
            boolean fixed = !active.contains(label) && (label instanceof Input || label instanceof Constant || label.name() != null);
            if (fixed && !label.shape().isScalar() || fixed && label instanceof Input) {
                elsewhere(label, drafts);
                for (Node logits : pass.order()) {
                    if ((logits == target || active.contains(logits)) && logits.shape().equals(label.shape()) && !drafts.isFull()) {
                        forgotten(logits, label, drafts);
                    }
                }
            }
        }
    }

    /** p instead of p − y. */
    private void forgotten(Node logits, Node label, Drafts drafts) {
        for (Node guess : guesses(logits)) {
            GradientRatio ratio = new ValueComparison(points).ratio(pass.gradient(logits), Algebra.sub(guess, label));
            if (ratio != null && ratio.certain()) {
                String message = "the label " + naming.of(label) + " is forgotten";
                drafts.add(Codes.of(SOFTMAX_SUM, LOST_PATH), message, pass.instead(logits, Algebra.mul(ratio.value(), guess), target));
                for (Divisor divisor : Divisor.of(pass)) {
                    drafts.add(Codes.both(SOFTMAX_SUM, MEAN), message + ", and 1/" + divisor.text() + " is missing",
                            pass.instead(logits, Algebra.mul(ratio.value() * divisor.value(), guess), target));
                }
            }
        }
    }

    /** What logits are made into. */
    private List<Node> guesses(Node logits) {
        List<Node> guesses = new ArrayList<>();
        for (Node node : pass.order()) {
            if (node instanceof Apply use && use.argument(0) == logits) {
                Op probabilities = use.op().probabilities();
                if (use.op().meaning() == Meaning.LOGISTIC || use.op() == probabilities) {
                    guesses.add(use);
                } else if (probabilities != null) {
                    guesses.add(new Apply(probabilities, logits));
                }
            }
        }
        return guesses;
    }

    /** p − y where it does not hold. */
    private void elsewhere(Node label, Drafts drafts) {
        for (Node guess : pass.order()) {
            boolean next = guess == target || guess instanceof Apply use && use.arguments().contains(target) && isGuess(use);
            if (next && label.shape().equals(target.shape()) && guess.shape().equals(target.shape())) {
                difference(guess, label, drafts);
            }
        }
    }

    private void difference(Node guess, Node label, Drafts drafts) {
        Shape shape = target.shape();
        for (int examples : List.of(1, shape.rows(), shape.columns(), shape.count())) {
            String what = naming.of(guess) + " - " + naming.of(label);
            List<Node> meant = guesses(target);
            String message = guess == target && !meant.isEmpty() ? naming.of(target) + " stands where " + naming.of(meant.get(0)) + " belongs"
                    : guess == target ? what + " is the gradient before the activation, not that of " + naming.of(target)
                    : what + " holds only where the entries of " + naming.of(label) + " add up to 1; here they do not";
            drafts.add(guess != target || !meant.isEmpty() ? Codes.of(SOFTMAX_SUM) : Codes.of(EXTRA_ACTIVATION, SOFTMAX_SUM), message, Algebra.mul(pass.gradient(pass.root()),
                            Algebra.div(Algebra.sub(guess, label), Algebra.constant(examples))));
        }
    }

    private static boolean isEntropy(Apply use) {
        return ENTROPIES.contains(use.op().meaning());
    }

    private static boolean isGuess(Apply use) {
        return use.op().unary() != null || use.op().meaning() == Meaning.SOFTMAX;
    }
}
