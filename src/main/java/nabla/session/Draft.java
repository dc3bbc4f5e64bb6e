package nabla.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import nabla.assembly.Audience;
import nabla.assembly.DrawnNode;
import nabla.assembly.NodeFormulas;
import nabla.assembly.Pass;
import nabla.assembly.Reservation;
import nabla.formula.Formula;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.model.Claim;
import nabla.model.Domain;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.op.Functions;
import nabla.op.Substitution;
import nabla.point.Points;
import nabla.report.ClaimReport;
import nabla.simplify.Simplifier;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.syntax.Reader;
import nabla.syntax.Script;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Query;
import nabla.translate.Translation;
import nabla.translate.Translator;

/**
 * A text that is still being written, as far as it goes: values, formulas and claims, nothing verified. A name without a meaning is an
 * input without a value; what depends on it has a formula and no number. Values are those that {@link Session#check} shows.
 */
public final class Draft {

    private final Model model;
    private final Query.Result answer;
    private final Dependencies dependencies;
    private final NodeFormulas shown;
    private final Simplifier simplifier;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Node> free = new LinkedHashSet<>();
    private final Set<Node> drawn = new LinkedHashSet<>();
    private List<Map<Input, Tensor>> points;
    /** The same with derived rules, made when a claim is judged; claims are about derivatives, whatever is written by hand. */
    private final Supplier<Draft> derived;
    private Draft truth;
    /** The same where the factor 1/m of a mean is left to the gradients of the inputs. */
    private final IntFunction<Model> leaving;
    private Map<Node, Tensor> found;

    private Draft(Script script, Options options) {
        this(script, options, Map.of(), null);
    }

    private Draft(Script script, Options options, Map<String, Tensor> given, Query query) {
        Translation translation = Translator.translation(script, options, given, query);
        this.model = translation.model();
        this.answer = translation.answer();
        this.leaving = m -> Translator.translate(script, options.leaving(m), given);
        this.derived = () -> translation.handwork().isEmpty() || options.derived() ? this
                : new Draft(script, options.withDerived());
        this.dependencies = new Dependencies(script);
        this.simplifier = new Simplifier(model.distributions());
        this.shown = new NodeFormulas(simplifier, null, model, false);
        for (Leaf leaf : model.leaves()) {
            nodes.put(leaf.node().name(), leaf.node());
            if (leaf.value() == null && leaf.node() != model.upstream()) {
                (dependencies.isKnown(leaf.node().name()) ? drawn : free).add(leaf.node());
            }
        }
        model.definitions().forEach(node -> nodes.put(node.name(), node));
    }

    /** Reads a text. What is wrong with it is in the diagnostics; nothing is thrown for it. */
    public static Draft of(SourceText source, Settings settings, Path folder) {
        return of(source, settings, folder, null);
    }

    /** The same with an expression that is asked about. */
    public static Draft of(SourceText source, Settings settings, Path folder, Query query) {
        Options options = new Options(settings.seed(), settings.at(), true, folder).inOrder();
        Draft draft = new Draft(new Reader(Functions.names()).read(source), options, Map.of(), query);
        Set<String> known = draft.inputs();
        return known.isEmpty() ? draft : new Draft(new Reader(Functions.names()).read(source, known), options, Map.of(), query);
    }

    /** Statements over names whose values are known, whatever they were worked out from. */
    public static Draft of(Script script, Map<String, Tensor> given, Settings settings, Path folder) {
        return new Draft(script, new Options(settings.seed(), settings.at(), false, folder), given, null);
    }

    /** The value of a name; null where it has none. */
    public Tensor value(String name) {
        found = found == null ? values(nodes.values()) : found;
        return found.get(nodes.get(name));
    }

    /** The shape of what a name stands for. */
    public Shape shape(String name) {
        return nodes.get(name).shape();
    }

    /** The names without a meaning, which make {@code dz/dx} a derivative; not what would be the gradient by one. */
    private Set<String> inputs() {
        Set<String> names = new LinkedHashSet<>(free());
        names.removeIf(name -> name.startsWith("d") && (nodes.containsKey(name.substring(1))));
        return names;
    }

    public List<Diagnostic> diagnostics() {
        return model.diagnostics();
    }

    /** Whether an error is about shapes, which may fit once inputs have other values. */
    public boolean isMisfit(Diagnostic error) {
        return model.misfits().contains(error);
    }

    /** The names without a meaning that the text uses. */
    public List<String> free() {
        return free.stream().map(Node::name).toList();
    }

    /** The name of the output, or null. */
    public String output() {
        return model.output() == null ? null : model.output().name();
    }

    /** The seed of everything random. */
    public long seed() {
        return model.seed();
    }

    /** The names without a value that a name is computed from, also where it could not be built. */
    public List<String> missing(String name) {
        List<String> known = free();
        return dependencies.closure(name).stream().filter(known::contains).toList();
    }

    /** Every name that stands for something, in the order of leaves, then definitions. */
    public List<Quantity> quantities() {
        Map<Node, Tensor> values = values(nodes.values());
        List<Quantity> quantities = new ArrayList<>();
        nodes.forEach((name, node) -> quantities.add(
                quantity(name, node, node instanceof Apply apply ? shown.definition(apply) : null, values.get(node))));
        return quantities;
    }

    private Quantity quantity(String name, Node node, Formula formula, Tensor value) {
        return new Quantity(name, node instanceof Input, formula, value, value != null ? List.of() : names(node, free), names(node, drawn));
    }

    private static List<String> names(Node node, Set<Node> among) {
        return among.isEmpty() ? List.of() : Topology.order(List.of(node)).stream().filter(among::contains).map(Node::name).toList();
    }

    /** The values of those nodes that depend on nothing without one. */
    private Map<Node, Tensor> values(Iterable<? extends Node> wanted) {
        List<Node> all = new ArrayList<>();
        wanted.forEach(all::add);
        Places incomplete = Topology.dependents(Topology.order(all), free);
        all.removeIf(incomplete::contains);
        Map<Node, Tensor> values = new IdentityHashMap<>();
        Values found = Values.at(new Program(all), points().get(0));
        all.forEach(node -> values.put(node, found.of(node)));
        return values;
    }

    private List<Map<Input, Tensor>> points() {
        if (points == null) {
            points = Points.of(model, List.of()).text();
        }
        return points;
    }

    /** Whether values are sampled without a search, as they would be for any of the names alone: no domain and no edge asked for others. */
    public boolean isPlain() {
        return Points.isPlain(model, List.copyOf(nodes.values()));
    }

    /** The places of the claims in the text, in its order. */
    public List<Span> claims() {
        return model.claims().stream().map(Claim::span).toList();
    }

    /** The names without a value that claim k is about. */
    public List<String> missingIn(int k) {
        Claim claim = model.claims().get(k);
        if (claim.truth() == null || claim.answer() == null) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>(names(claim.truth(), free));
        names.addAll(names(claim.answer(), free));
        return List.copyOf(names);
    }

    /** Whether claim k is a formula for a derivative, judged at random points too. */
    public boolean isFormula(int k) {
        return model.claims().get(k).kind() == Claim.Kind.FORMULA;
    }

    /** Judges claim k, at random points where values are missing. */
    public ClaimReport judge(int k, Audience audience) {
        truth = truth == null ? derived.get() : truth;
        return new DraftClaims(truth.model, truth.shown, truth.simplifier, truth.points(), truth.leaving).judged(k, audience);
    }

    /** What there is to say of the expression that is asked about. */
    public Query.Result answer() {
        return answer;
    }

    /**
     * What the expression that is asked about stands for. What is simpler may depend on less.
     *
     * @param of the name of what it is a derivative of; null if it is none
     * @return null where it cannot be built
     */
    public Quantity asked(String text, String of) {
        Node node = answer.node();
        if (node == null) {
            return null;
        }
        Node simple = names(node, free).isEmpty() ? node : simplifier.simplify(node);
        boolean called = of != null && !of.equals(node.name());
        Formula formula = node instanceof Constant ? null : called ? shown.derivative(node, null) : shown.formula(node);
        return quantity(text, simple, formula, values(List.of(simple)).get(simple));
    }

    /** What has to be said with a derivative of one name by another where the inputs are; null where there is nothing to say. */
    public Reservation reservation(String of, String by) {
        Node differentiated = nodes.get(of);
        Node variable = nodes.get(by);
        boolean known = differentiated != null && variable != null && names(differentiated, free).isEmpty();
        return known ? Reservation.of(differentiated, variable, model, points().get(0)) : null;
    }

    /** The same of the derivative that was asked for, by what is computed: {@code f'(0)}, or a derivative at other values. */
    public Reservation reservation() {
        Claim.Derivative asked = answer.derivative();
        if (asked.of() == null || !(asked.by() instanceof Apply by) || !names(asked.of(), free).isEmpty()) {
            return null;
        }
        Input variable = new Input("x", by.shape());
        List<Leaf> leaves = new ArrayList<>(model.leaves());
        leaves.add(new Leaf(variable, false, null, new Domain.FixedValue()));
        Map<Input, Tensor> point = new HashMap<>(points().get(0));
        point.put(variable, Values.of(by, point));
        return Reservation.of(new Substitution().put(by, variable).of(asked.of()), variable, model.with(leaves), point);
    }

    /** The graph of the output, arguments before their uses; empty without one. */
    public List<DrawnNode> graph() {
        return model.output() == null ? List.of() : new Pass(model, shown).vertices(this::values);
    }
}
