package nabla.session;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.Contribution;
import nabla.check.Checked;
import nabla.formula.Formula;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.op.Algebra;
import nabla.simplify.Formulas;

/** The local derivative of each contribution: as a formula, and for entry-by-entry operations as numbers too. */
final class Locals {

    private static final int LARGE = 2000;

    private final Checked checked;
    private final Shown shown;
    private final Map<Contribution, Node> entrywise = new IdentityHashMap<>();
    private final Values values;

    Locals(Checked checked, Shown shown) {
        this.checked = checked;
        this.shown = shown;
        List<Node> nodes = new ArrayList<>();
        if (checked.order().size() <= LARGE) {
            for (Node node : checked.adjoints().keySet()) {
                for (Contribution contribution : checked.pass().contributions(node)) {
                    Node local = entrywise(contribution);
                    if (local != null) {
                        entrywise.put(contribution, local);
                        nodes.add(local);
                    }
                }
            }
        }
        values = nodes.isEmpty() ? null : Values.at(new Tape(nodes), checked.points().get(0));
    }

    private static Node entrywise(Contribution contribution) {
        Apply via = contribution.via();
        return via.op().elementwise() ? via.op().adjoint(contribution.argument(), via, Algebra.ones(via.shape())) : null;
    }

    /** The local derivative as a formula; of other operations the whole rule, in terms of {@code d<via>}. */
    Formula formula(Contribution contribution) {
        Node local = entrywise.get(contribution);
        if (local != null) {
            return shown.formula(local);
        }
        Apply via = contribution.via();
        Node upstream = new Input("d" + checked.names().of(via), via.shape());
        Node rule = via.op().adjoint(contribution.argument(), via, upstream);
        return rule == null ? null : entrywise.isEmpty() ? Formulas.of(rule).orElse(null) : shown.formula(rule);
    }

    /** The value of the local derivative at the first point, or null. */
    Matrix factor(Contribution contribution) {
        Node local = entrywise.get(contribution);
        return local == null ? null : values.of(local);
    }
}
