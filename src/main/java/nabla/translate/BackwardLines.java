package nabla.translate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.model.Handwork.Rule;
import nabla.model.Repair;
import nabla.op.Meanings;
import nabla.op.Substitution;
import nabla.source.Diagnostic;
import nabla.syntax.Statement;

/**
 * The backward lines of an operation. Each is built twice: over the lines above as they were written, which is what the operation
 * computes, and over the right gradients in their place, which is how the line is judged: only the first wrong line is to blame.
 */
final class BackwardLines {

    private final StatementContext building;
    private final OperationScope asWritten;
    private final OperationScope given;
    private final StatementContext apart;
    private final List<Input> upstreams;
    private final ReversePass derived;
    private final Map<String, String> meant;
    private final Map<String, Node> locals = new LinkedHashMap<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    /** The gradients that have a line, as they appear in the derived pass: there they may be called by their names. */
    private final Map<Node, Node> noted = new IdentityHashMap<>();

    /**
     * Lines of an operation.
     *
     * @param scope   its names, to which those of the lines are added
     * @param derived the reverse pass that the tool derives
     * @param meant   the values whose gradients lines with other names are
     */
    BackwardLines(StatementContext building, OperationScope scope, List<Input> upstreams, ReversePass derived, Map<String, String> meant) {
        this.meant = meant;
        this.building = building;
        this.asWritten = scope;
        this.given = scope.copy();
        this.apart = new StatementContext(given, building.source(), new IdentityHashMap<>(), new ArrayList<>(), building.seed(), null);
        this.upstreams = upstreams;
        this.derived = derived;
    }

    /**
     * Reads the next line.
     *
     * @throws Fault if it has an error other than one of shapes, which makes it wrong
     */
    void read(Statement.Line line) {
        String name = line.target().name();
        if (upstreams.stream().anyMatch(upstream -> upstream.name().equals(name))) {
            throw Fault.at(line.target().span(), name + " is the gradient of " + (upstreams.size() == 1 ? "the output" : "an output") + ", and given", "the lines say what follows from it");
        }
        Node target = meant.containsKey(name) ? asWritten.find(meant.get(name)) : asWritten.isGradient(name) ? asWritten.find(name.substring(1)) : null;
        Line mine = built(building, line);
        Line judged = built(apart, line);
        if (target != null) {
            gradient(line, target, mine, judged);
        } else {
            local(asWritten, line, mine);
            local(given, line, judged);
            if (judged.node() != null) {
                locals.put(name, judged.node());
            }
        }
    }

    /** The lines that are the gradient of nothing by their names, over the right gradients. */
    Map<String, Node> locals() {
        return locals;
    }

    /** What became of a line in one of the two scopes: a node, or why it has none. */
    private record Line(Node node, Fault fault) { }

    private static Line built(StatementContext building, Statement.Line line) {
        String name = line.target().name();
        try {
            return new Line(Expressions.of(building, "backward " + name).build(line.value(), name), null);
        } catch (Fault fault) {
            if (!fault.isShape()) {
                throw fault;
            }
            return new Line(null, fault);
        }
    }

    private static void local(OperationScope scope, Statement.Line line, Line built) {
        if (built.node() == null) {
            scope.fail(line.target(), built.fault());
        } else {
            scope.define(line.target(), built.node());
        }
    }

    private void gradient(Statement.Line line, Node target, Line mine, Line judged) {
        String name = line.target().name();
        Diagnostic problem = judged.fault() != null ? judged.fault().diagnostic()
                : new Comparison(building.source()).mismatch(name, target.shape(), line.value(), judged.node().shape());
        List<Repair> repairs = problem == null ? List.of() : new Repairs(apart, "backward " + name).of(line.value(), target.shape());
        if (judged.fault() != null && judged.fault().isMisfit()) {
            problem = Repairs.fitting(problem, repairs);
        }
        Node right = new Apply(name, Meanings.of(Meaning.IDENTITY), List.of(derived.gradient(target)));
        boolean usable = problem == null && mine.node() != null;
        Node answer = problem == null ? Comparison.fitted(judged.node(), target.shape()) : judged.node();
        Rule rule = new Rule(name, new Rule.Line(line.span(), building.source().slice(line.value().span()), answer, problem, repairs),
                usable ? Comparison.fitted(mine.node(), target.shape()) : derived.gradient(target),
                new Rule.Truth(right, derived.gradient(target), expected(target)));
        rules.put(target.name(), rule);
        asWritten.define(line.target(), rule.used());
        given.define(line.target(), right);
        if (!upstreams.contains(derived.gradient(target))) {
            noted.putIfAbsent(derived.gradient(target), right);
        }
    }

    /** The derived rule over the gradients that the lines above have names for. */
    private Node expected(Node node) {
        Substitution substitution = new Substitution();
        noted.forEach(substitution::put);
        return substitution.of(derived.gradient(node));
    }

    boolean isWritten(Node node) {
        return rules.containsKey(node.name());
    }

    /** The rule for a parameter or an intermediate value; one without a line is derived. */
    Rule rule(Node node) {
        String name = "d" + node.name();
        Rule rule = rules.get(node.name());
        return rule != null ? rule
                : Rule.derived(name, derived.gradient(node));
    }
}
