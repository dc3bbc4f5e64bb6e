package nabla.derive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.backward.ReversePass;
import nabla.check.KnownFacts;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.op.Algebra;
import nabla.report.Derivation;
import nabla.report.Derivation.Line;
import nabla.report.Derivation.Quotient;
import nabla.report.Derivation.Setting;
import nabla.report.Derivation.Working;
import nabla.simplify.Formulas;
import nabla.simplify.Simplifier;
import nabla.tensor.Tensor;

/**
 * Works out derivations in a model.
 *
 * <pre>{@code
 * Derivation derivation = new Deriver(model).derive(model.output(), x);
 * }</pre>
 */
public final class Deriver {

    /** Beyond this many nodes, or paths, a derivative as a whole is not simplified: nobody could read it. */
    private static final int LARGE = 400;
    private static final long MANY = 10_000;
    /** A result longer than a line is written over the names of what it repeats. */
    private static final int LINE = 88;

    private final Model model;
    private final Simplifier simplifier;
    private final boolean expand;

    /** Results stop at names. */
    public Deriver(Model model) {
        this(model, false);
    }

    /** With {@code expand}, results go down to the inputs. */
    public Deriver(Model model, boolean expand) {
        this.model = model;
        this.simplifier = KnownFacts.simplifier(model);
        this.expand = expand;
    }

    /**
     * The derivation of what has one name by what has another, v1, v2, … included.
     *
     * @param of null for the output
     * @param by null for the only input
     * @throws NoDerivative if a name is unknown, or belongs to what has no derivative or to what none is taken by
     */
    public Derivation derive(String of, String by) throws NoDerivative {
        Lookup lookup = new Lookup(model);
        Node upper = lookup.of(of);
        return derive(upper, lookup.by(by, upper));
    }

    /**
     * The derivation of a node by another. Where it does not depend on that there are no steps, and the result is 0; where it is no
     * scalar, the gradient is that of ⟨dC, C⟩ as everywhere.
     */
    public Derivation derive(Node given, Node by) {
        Node of = by.name() == null ? given : written(given);
        Names names = new Names(Topology.order(model.root() == null || of != given ? List.of(of) : List.of(model.root(), of)));
        List<Node> order = Topology.order(List.of(of));
        DerivedNumbers numbers = new DerivedNumbers(model.leaves(), List.of(of, by));
        Node seed = of.shape().isScalar() ? Algebra.ONE : new Input("d" + names.of(of), of.shape());
        Subject subject = Subject.of(of, by, names.of(by), seed, numbers);
        Way way = order.contains(by) ? new Way(of, by, subject.leaf(), names) : null;
        long count = way == null ? 0 : PathSum.count(way);
        boolean large = order.size() > LARGE || count > MANY;
        Node shortest = large ? subject.adjoint() : shortest(subject, seed);
        Formula result = large ? null : (expand ? Formulas.of(shortest, true, Formulas.LIMIT) : Formulas.derivative(shortest, subject.root())).orElse(null);
        if (count > 0 && !large && !expand && isLong(result)) {
            result = named(way, seed, result);
        }
        result = expand ? result : simplifier.sizes().in(result);
        Tensor value = seed == Algebra.ONE ? numbers.at(subject.adjoint()) : null;
        Working working = count > 0 ? working(way, count, seed, numbers) : Working.NONE;
        Formula left = seed == Algebra.ONE ? new Formula.Derivative(names.of(of), names.of(by)) : Formula.name("d" + names.of(by));
        return new Derivation(new Quotient(left, names.of(of), names.of(by), by.shape()),
                new Setting(definition(of), matrices(order, names), numbers.given()), working, result, value,
                new Trial(model).of(subject, shortest, seed, numbers));
    }

    /** The derivative of a scalar alone, as a derivation ends with it; null where it would be too long. */
    public Formula formula(Node of, Node by) {
        Subject subject = Subject.of(of, by, by.name(), Algebra.ONE, new DerivedNumbers(model.leaves(), List.of(of, by)));
        return simplifier.sizes().in(Formulas.derivative(shortest(subject, Algebra.ONE), subject.root()).orElse(null));
    }

    private Node shortest(Subject subject, Node seed) {
        if (expand) {
            return simplifier.simplify(subject.adjoint(), true);
        }
        Node shortest = simplifier.derivative(subject.adjoint(), subject.root());
        return seed == Algebra.ONE ? new NameElimination(simplifier, seed).of(subject, shortest) : shortest;
    }

    /** What is defined by a derivative, as a formula: the steps that led to the derivative are not those of this one. */
    private Node written(Node given) {
        boolean derived = given instanceof Apply && model.origins().containsKey(given) && given.arguments().stream()
                .anyMatch(argument -> argument instanceof Apply && argument.name() == null && !model.origins().containsKey(argument));
        Node simple = derived ? simplifier.simplify(given) : given;
        return !(simple instanceof Apply apply) || given.name() == null || simple == given ? given
                : new Apply(given.name(), apply.op(), apply.arguments());
    }

    private static boolean isLong(Formula formula) {
        return formula == null || TextFormula.text(formula).length() > LINE;
    }

    /** The result over v1, v2, … where it repeats what they stand for. */
    private Formula named(Way way, Node seed, Formula whole) {
        Node adjoint = new ReversePass(way.of(), seed, List.of(way.by())).adjoint(way.by());
        Formula named = adjoint == null ? null : Formulas.of(simplifier.simplify(adjoint)).orElse(null);
        boolean shorter = named != null && (whole == null || TextFormula.text(named).length() < TextFormula.text(whole).length());
        return shorter ? named : whole;
    }

    private Working working(Way way, long count, Node seed, DerivedNumbers numbers) {
        if (seed == Algebra.ONE && PathSum.fits(way, count)) {
            PathSum chain = new PathSum(way, numbers, new StepFormulas(simplifier));
            return new Working(lines(way, numbers), chain.locals(), chain.paths(), List.of(), count, way.omitted());
        }
        return new Working(lines(way, numbers), List.of(), List.of(), new BackwardSteps(way, seed, numbers, new StepFormulas(simplifier)).steps(), count, way.omitted());
    }

    private static List<Line> lines(Way way, DerivedNumbers numbers) {
        List<Node> shown = way.stops().stream().filter(stop -> stop instanceof Apply && way.isShown(stop)).toList();
        DerivedNumbers.At values = numbers.at(shown);
        List<Line> lines = new ArrayList<>();
        for (Node stop : shown) {
            lines.add(new Line(stop.name(), definition(stop), values.of(stop)));
        }
        return lines;
    }

    private static Formula definition(Node node) {
        return node instanceof Apply apply ? Formulas.of(new Apply(null, apply.op(), apply.arguments())).orElse(null) : null;
    }

    private static Set<String> matrices(List<Node> order, Names names) {
        Set<String> matrices = new LinkedHashSet<>();
        for (Node node : order) {
            if (!node.shape().isScalar() && names.of(node) != null) {
                matrices.add(names.of(node));
                matrices.add("d" + names.of(node));
            }
        }
        return matrices;
    }
}
