package nabla.simplify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.simplify.Term.Kind;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Knows which entries add up to 1: those of leaves declared so, of one-hot constants, and of a softmax. */
final class Distributions {

    private final Set<? extends Node> known;
    private final Map<Term, Integer> axes = new HashMap<>();

    /** Nodes whose rows add up to 1; of a column, the column. */
    Distributions(Set<? extends Node> known) {
        this.known = known;
    }

    /** The axis along which entries add up to 1, or −1 if they are not known to. */
    int axis(Term term) {
        return term.is(Kind.CALL) || term.is(Kind.ATOM) ? axes.computeIfAbsent(term, this::decide) : -1;
    }

    private int decide(Term term) {
        if (!term.shape().isMatrix()) {
            return -1;
        }
        if (term.is(Kind.CALL)) {
            return softmax(term.op(), term.shape());
        }
        Node node = term.node();
        if (known.contains(node) || node instanceof Constant constant && hasOneHotRows(constant.value())) {
            return term.shape().columns() == 1 ? 0 : 1;
        }
        return node instanceof Apply apply ? softmax(apply.op(), term.shape()) : -1;
    }

    /** A vector as a whole, a matrix row by row, unless the formula names the axis. */
    private static int softmax(Op op, Shape shape) {
        if (op.meaning() != Meaning.SOFTMAX) {
            return -1;
        }
        if (op.formula(List.of(Formula.name("z"))) instanceof Formula.Call call) {
            for (Formula argument : call.arguments()) {
                if (argument instanceof Formula.NamedArgument named && named.value() instanceof Formula.Number axis) {
                    return (int) axis.value();
                }
            }
        }
        return shape.columns() == 1 ? 0 : 1;
    }

    private static boolean hasOneHotRows(Tensor matrix) {
        if (matrix.columns() == 1) {
            return false;
        }
        for (int i = 0; i < matrix.rows(); i++) {
            int ones = 0;
            for (int j = 0; j < matrix.columns(); j++) {
                double entry = matrix.get(i, j);
                if (entry != 0 && entry != 1) {
                    return false;
                }
                ones += (int) entry;
            }
            if (ones != 1) {
                return false;
            }
        }
        return true;
    }
}
