package nabla.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nabla.backward.Contribution;
import nabla.backward.ReversePass;
import nabla.check.VerifiedGraph;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.simplify.Abbreviations;
import nabla.simplify.Formulas;
import nabla.simplify.LocalSizes;
import nabla.simplify.Simplifier;
import nabla.tensor.Shape;

/** Nodes as the formulas a reader is shown. */
public final class NodeFormulas {

    /** Beyond this many nodes a gradient is shown in terms of the gradients next to it: simplifying each whole would take their square. */
    private static final int LARGE = 400;

    /** So many characters are read at a glance. */
    private static final int GLANCE = 32;

    private final Simplifier simplifier;
    private final Abbreviations abbreviations;
    private final Set<Node> written;
    /** Null for an operation's own trial, in which its sizes are known. */
    private final LocalSizes sizes;
    private final boolean expand;
    /** The names of the graph; null until they are asked for. */
    private Set<String> taken;

    /** For a model whose graph was checked; null if it has none. With {@code expand}, gradients are written down to the inputs. */
    public NodeFormulas(Simplifier simplifier, VerifiedGraph checked, Model model, boolean expand) {
        this.expand = expand;
        this.simplifier = simplifier;
        this.written = model.origins().keySet();
        this.sizes = checked == null ? null : new LocalSizes(name -> taken(checked, model).contains(name));
        boolean small = checked != null && checked.order().size() <= LARGE;
        this.abbreviations = new Abbreviations(small ? checked.order() : List.of(), checked == null ? new Names(List.of()) : checked.names());
    }

    /** The simplified formula of a node over the names of the text; null where it would be too long. */
    public Formula formula(Node node) {
        return shown(simplifier.simplify(node));
    }

    /** The simplified formula of a derivative of a node; what has a name is called by it. */
    public Formula derivative(Node node, Node of) {
        Node simple = simplifier.derivative(node, of);
        return simple.name() == null ? shown(simple) : simplifier.sizes().in(Formulas.derivative(simple, of).orElse(null));
    }

    /** The same of the rule of an operation, in which its sizes go by their names. */
    Formula rule(Node rule, Node of) {
        Node simple = simplifier.derivative(rule, of);
        return simplifier.sizes().in((simple.name() == null ? abbreviations.of(simple) : Formulas.derivative(simple, of)).orElse(null));
    }

    private Formula shown(Node simple) {
        Node clear = sizes == null ? simple : sizes.in(simple);
        Formula formula = simplifier.sizes().in(abbreviations.of(clear).orElse(null));
        return sizes == null ? formula : sizes.told(formula, clear);
    }

    private Set<String> taken(VerifiedGraph checked, Model model) {
        if (taken == null) {
            taken = new HashSet<>();
            checked.order().stream().map(checked.names()::of).filter(Objects::nonNull).forEach(taken::add);
            model.sizes().values().forEach(size -> taken.add(size.name()));
        }
        return taken;
    }

    /** Whether a formula can be taken in beside numbers. */
    boolean isShort(Formula formula) {
        return TextFormula.text(formula).length() <= GLANCE;
    }

    /**
     * The definition of a node over the names of the text, as it was written (the definition by a derivative simplified); null where it
     * would be too long.
     */
    public Formula definition(Apply apply) {
        Apply unnamed = new Apply(null, apply.op(), apply.arguments());
        return isWritten(apply) ? Formulas.of(unnamed).orElse(null) : formula(unnamed);
    }

    /** Whether the arguments are in the text. Those of a derivative are made from it. */
    private boolean isWritten(Apply apply) {
        return apply.arguments().stream().allMatch(argument -> argument.name() != null || !(argument instanceof Apply) || written.contains(argument));
    }

    /** One level deep: an operation over the names of its arguments; null where an argument is a large matrix of numbers. */
    Formula expression(Apply apply, Names names) {
        if (!isWritten(apply)) {
            return definition(apply);
        }
        List<Formula> arguments = new ArrayList<>();
        for (Node argument : apply.arguments()) {
            String name = names.of(argument);
            Formula formula = name != null ? Formula.name(name) : Formulas.of(argument).orElse(null);
            if (formula == null) {
                return null;
            }
            arguments.add(formula);
        }
        return apply.op().formula(arguments);
    }

    /** The gradient of the output with respect to a node: whole, or by the chain rule over {@code dL/du} of its uses u. */
    Formula gradient(Node node, VerifiedGraph checked, Node output) {
        Formula whole = checked.order().size() > LARGE || simplifier.isSpent() ? null : whole(checked.adjoints().of(node), output);
        return whole != null || checked.pass().contributions(node).isEmpty() ? whole : chain(node, checked, output.name());
    }

    private Formula whole(Node adjoint, Node output) {
        return expand ? Formulas.of(simplifier.simplify(adjoint, true), true, Formulas.LIMIT).orElse(null) : derivative(adjoint, output);
    }

    /** Null where there are more terms than a formula has leaves. */
    private Formula chain(Node node, VerifiedGraph checked, String output) {
        List<Contribution> contributions = checked.pass().contributions(node);
        if (contributions.size() > Formulas.LIMIT) {
            return null;
        }
        Node sum = null;
        for (Contribution contribution : contributions) {
            Apply via = contribution.via();
            Shape shape = via.shape();
            Node upstream = new Input("d" + output + "/d" + checked.names().of(via), shape);
            Node term = ReversePass.fit(via.op().adjoint(contribution.argument(), via, upstream), node.shape());
            sum = sum == null ? term : Algebra.add(sum, term);
        }
        return Formulas.of(sum).orElse(null);
    }
}
