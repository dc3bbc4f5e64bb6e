package nabla.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.report.WarningCode;
import nabla.tensor.Tensor;

/**
 * A way of breaking a rule on purpose, and what makes a point blind to it.
 *
 * @param change what the broken rule contributes more than the right one; a point where it is zero cannot show the mistake
 */
record Blindness(Kind kind, Edge edge, Node change) {

    private enum Kind {
        /** The term is dropped; a sign or a factor in it shows where this shows. */
        PATH,
        /** The local derivative is 1. */
        LINK,
        /** The upstream gradient is 1. */
        UPSTREAM,
        /** The other factor is not transposed. */
        TRANSPOSE
    }

    /** Why a mistake does not show: a sentence in which {@code {}} stands for the names it is about. */
    record Reason(WarningCode code, String sentence, String name) { }

    /** What the broken rule takes a part of: a lost path is lost beside others. */
    private Node whole() {
        return kind == Kind.PATH ? edge.pass().gradient(edge.input()) : edge.term();
    }

    /** Whether the rule broken in this way gives another gradient. */
    boolean shows(PointVisibility sight) {
        return sight.shows(change, whole());
    }

    /** All ways of breaking the rule of an edge. */
    static List<Blindness> at(Edge edge) {
        Node term = edge.term();
        List<Blindness> kinds = new ArrayList<>();
        kinds.add(new Blindness(Kind.PATH, edge, term));
        boolean function = edge.op().unary() != null && !edge.is(Meaning.NEGATION, Meaning.IDENTITY);
        if (function || ActivationSlips.isActivation(edge) || ActivationSlips.isChoice(edge)) {
            kinds.add(new Blindness(Kind.LINK, edge, Algebra.sub(Backprop.fitted(edge.gradient(), edge.input().shape()), term)));
        }
        if (edge.use() != edge.pass().root()) {
            Node ones = Backprop.fitted(edge.rule(edge.pass().ones(edge.use().shape())), edge.input().shape());
            kinds.add(new Blindness(Kind.UPSTREAM, edge, Algebra.sub(ones, term)));
        }
        boolean square = edge.other().shape().rows() == edge.other().shape().columns() && !edge.other().shape().isScalar();
        if (edge.is(Meaning.MATRIX_PRODUCT) && square) {
            Node turned = edge.rule(edge.with(1 - edge.argument(), Algebra.transpose(edge.other())), edge.gradient());
            kinds.add(new Blindness(Kind.TRANSPOSE, edge, Algebra.sub(turned, term)));
        }
        return kinds;
    }

    /**
     * What makes a point blind to it, or null if that is no matter of the point.
     *
     * @param sight of the point, where the change does not show
     * @param shows whether it shows at other points
     */
    Reason reason(PointVisibility sight, boolean shows, Naming naming) {
        Values here = sight.values();
        if (here.of(edge.gradient()).largest() == 0) {
            return null;
        }
        return switch (kind) {
            case PATH -> path(sight, shows, naming);
            case LINK -> shows ? link(here, naming) : null;
            case UPSTREAM -> shows && here.of(edge.term()).largest() > 0
                    ? new Reason(WarningCode.ONE, "the gradient of {} is 1 at this point: forgetting it cannot be seen", naming.of(edge.use()))
                            : null;
            case TRANSPOSE -> shows && isSymmetric(here.of(edge.other())) ? new Reason(WarningCode.SYMMETRIC,
                    "{} is symmetric: a missing transpose cannot be seen", naming.of(edge.other())) : null;
        };
    }

    private Reason path(PointVisibility here, boolean shows, Naming naming) {
        if (ActivationSlips.isRectifier(edge) && !edge.is(Meaning.ABSOLUTE)) {
            return shows ? new Reason(WarningCode.ALL_OFF, "{} is 0 everywhere, no gradient comes through: mistakes before it cannot be seen",
                    naming.of(edge.use())) : null;
        } else if (ActivationSlips.isChoice(edge)) {
            return shows ? new Reason(WarningCode.UNSELECTED, "{} is not selected at this point: mistakes in its gradient cannot be seen",
                    naming.of(edge.input())) : null;
        }
        boolean product = edge.is(Meaning.PRODUCT) || edge.is(Meaning.MATRIX_PRODUCT);
        Node zero = product ? edge.other() : edge.input();
        boolean vanishes = here.values().of(zero).largest() == 0 && (product || edge.is(Meaning.POWER));
        if (vanishes && (shows || zero instanceof Input)) {
            return new Reason(WarningCode.ZERO, "{} = 0 hides what it is multiplied by", naming.of(zero));
        }
        String much = here.isZero(change) ? "nothing at this point: that it is lost cannot be seen"
                : "next to nothing at this point: that it is lost can hardly be seen";
        return shows ? new Reason(WarningCode.HIDDEN, "the path through {} carries " + much, naming.use(edge.use())) : null;
    }

    private Reason link(Values here, Naming naming) {
        if (ActivationSlips.isRectifier(edge)) {
            boolean on = Arrays.stream(here.of(edge.input()).data()).allMatch(entry -> entry > 0);
            return on ? new Reason(WarningCode.ALL_ON, "every entry of {} is on: a dropped mask cannot be seen", naming.of(edge.use()))
                    : new Reason(WarningCode.HIDDEN, "what is off in {} is lost further on: a dropped mask cannot be seen", naming.of(edge.use()));
        } else if (here.of(edge.input()).largest() == 0) {
            return new Reason(WarningCode.ZERO, "{} = 0 hides even terms: a forgotten or misplaced derivative cannot be seen",
                    naming.of(edge.input()));
        }
        return null;
    }

    private static boolean isSymmetric(Tensor matrix) {
        boolean symmetric = true;
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < i; j++) {
                symmetric &= matrix.get(i, j) == matrix.get(j, i);
            }
        }
        return symmetric;
    }
}
