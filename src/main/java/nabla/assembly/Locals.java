package nabla.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.Contribution;
import nabla.check.VerifiedGraph;
import nabla.formula.Formula;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.op.Dimensions;
import nabla.simplify.Formulas;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** The local derivative of each contribution: as a formula, and for entry-by-entry operations as numbers too. */
final class Locals {

    private static final int LARGE = 2000;

    private final VerifiedGraph checked;
    private final NodeFormulas shown;
    private final Map<Contribution, Node> entrywise = new HashMap<>();
    private final Values values;
    private final boolean small;

    Locals(VerifiedGraph checked, NodeFormulas shown) {
        this.checked = checked;
        this.shown = shown;
        List<Node> nodes = new ArrayList<>();
        this.small = checked.order().size() <= LARGE;
        if (small) {
            for (Node node : checked.adjoints().nodes()) {
                for (Contribution contribution : checked.pass().contributions(node)) {
                    Node local = entrywise(contribution);
                    if (local != null) {
                        entrywise.put(contribution, local);
                        nodes.add(local);
                    }
                }
            }
        }
        values = nodes.isEmpty() ? null : Values.at(new Program(nodes), checked.points().get(0));
    }

    private static Node entrywise(Contribution contribution) {
        Apply via = contribution.via();
        return via.op().elementwise() ? via.op().adjoint(contribution.argument(), via, Algebra.ones(via.shape())) : null;
    }

    /** The local derivative as a formula; of other operations the whole rule, in terms of {@code d<via>}. */
    Formula formula(Contribution contribution) {
        Formula plain = formula(contribution, contribution.via());
        return plain != null && shown.isShort(plain) ? plain : formula(contribution, aliased(contribution.via()));
    }

    /** The shapes of the matrix product that the whole rule is, if it is one. */
    List<Shape> product(Contribution contribution) {
        Node rule = contribution.via().op().elementwise() ? null : rule(contribution, contribution.via());
        return rule == null ? List.of() : Dimensions.of(rule);
    }

    private Node rule(Contribution contribution, Apply via) {
        Node upstream = via.op().elementwise() ? Algebra.ONE : new Input("d" + checked.names().of(contribution.via()), via.shape());
        return via.op().adjoint(contribution.argument(), via, upstream);
    }

    private Formula formula(Contribution contribution, Apply via) {
        Node rule = rule(contribution, via);
        return rule == null ? null : small ? shown.rule(rule, via) : Formulas.of(rule).orElse(null);
    }

    /** The same operation on nodes that go by the names of the report, all of them. */
    private Apply aliased(Apply via) {
        List<Node> arguments = new ArrayList<>();
        for (Node argument : via.arguments()) {
            String name = checked.names().of(argument);
            arguments.add(argument.name() != null || name == null ? argument : new Input(name, argument.shape()));
        }
        return new Apply(checked.names().of(via), via.op(), arguments);
    }

    /** The value of the local derivative at the first point, or null. */
    Tensor factor(Contribution contribution) {
        Node local = entrywise.get(contribution);
        return local == null ? null : values.of(local);
    }
}
