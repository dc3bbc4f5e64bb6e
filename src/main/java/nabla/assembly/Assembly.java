package nabla.assembly;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nabla.backward.Contribution;
import nabla.check.Blame;
import nabla.check.Finding;
import nabla.check.NodeResult;
import nabla.check.VerifiedGraph;
import nabla.formula.Formula;
import nabla.forward.Program;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Details;
import nabla.report.NodeReport.Fault;
import nabla.report.NodeReport.Passes;
import nabla.report.NodeReport.Place;
import nabla.report.NodeReport.Role;
import nabla.report.NodeReport.Verification;
import nabla.report.RuleLine;
import nabla.source.Iteration;
import nabla.source.Span;
import nabla.tensor.Tensor;
import nabla.verdict.Verdict;

/** The nodes of a verified graph as a report shows them. */
public final class Assembly {

    /** Beyond this many nodes what is said of each is made as it is read: it would fill the memory. */
    private static final int LARGE = 2000;

    private static final Verification NOT_DRAWN = new Verification(null, 0, 0, null, null, null, new Verdict.Unchecked("not among the entries drawn"));

    private final Model model;
    private final VerifiedGraph checked;
    private final NodeFormulas shown;
    private final Rules rules;
    private final Locals locals;
    /** The operations of the text that the output depends on, in order. */
    private final List<Node> operations;
    /** What the output does not depend on, and its values. */
    private final List<Node> aside;
    private final Values valuesAside;
    private final Map<Input, Leaf> leaves = new IdentityHashMap<>();
    private final Map<String, String> layers;

    /** The layers of networks are by the names of their nodes. */
    public Assembly(Model model, VerifiedGraph checked, NodeFormulas shown, Rules rules, Map<String, String> layers) {
        this.layers = layers;
        this.model = model;
        this.checked = checked;
        this.shown = shown;
        this.rules = rules;
        this.locals = new Locals(checked, shown);
        this.operations = checked.order().stream().filter(node -> node instanceof Apply && model.origins().containsKey(node)).toList();
        this.aside = model.definitions().stream().filter(node -> checked.first().program().index(node) < 0).toList();
        this.valuesAside = Values.at(new Program(aside), checked.points().get(0));
        model.leaves().forEach(leaf -> leaves.put(leaf.node(), leaf));
    }

    /** Leaves in the order of the text, then the operations of the output's graph, then what the output does not depend on. */
    public List<NodeReport> nodes() {
        List<Node> nodes = new ArrayList<>();
        model.leaves().stream().filter(leaf -> leaf.node() != model.upstream()).forEach(leaf -> nodes.add(leaf.node()));
        nodes.addAll(operations);
        nodes.addAll(aside);
        return checked.order().size() <= LARGE ? nodes.stream().map(node -> report(node, true)).toList() : new AbstractList<>() {

            @Override
            public NodeReport get(int k) {
                return report(nodes.get(k), false);
            }

            @Override
            public int size() {
                return nodes.size();
            }
        };
    }

    /** How many operations of the text the output depends on. */
    public int operations() {
        return operations.size();
    }

    /** Of these the inputs, and all by which a gradient was looked at. */
    public List<NodeReport> verified(List<NodeReport> nodes) {
        if (checked.order().size() <= LARGE) {
            return nodes.stream().filter(NodeReport::isLookedAt).toList();
        }
        List<Node> verified = new ArrayList<>();
        model.leaves().stream().filter(leaf -> !leaf.constant() && leaf.node() != model.upstream()).forEach(leaf -> verified.add(leaf.node()));
        checked.results().keySet().stream().filter(node -> node instanceof Apply && model.origins().containsKey(node))
                .sorted(Comparator.comparingInt(checked.first().program()::index)).forEach(verified::add);
        return verified.stream().map(node -> report(node, false)).toList();
    }

    private NodeReport report(Node node, boolean keep) {
        if (node instanceof Input input) {
            return leaf(leaves.get(input), keep);
        }
        Apply apply = (Apply) node;
        if (checked.first().program().index(node) < 0) {
            return plain(apply, valuesAside.of(node), new Verdict.Unchecked("the output does not depend on it"));
        }
        return checked.adjoints().contains(node) ? verified(apply, keep) : plain(apply, checked.first().of(node), null);
    }

    private NodeReport leaf(Leaf leaf, boolean keep) {
        Tensor value = checked.points().get(0).get(leaf.node());
        if (leaf.constant()) {
            return new NodeReport(place(leaf.node(), Role.CONST, null), Passes.forward(value), Verification.none(null),
                    Details.NONE);
        }
        return with(leaf.node(), Role.INPUT, null, value, keep);
    }

    private NodeReport verified(Apply apply, boolean keep) {
        Role role = apply == model.output() ? Role.OUTPUT : Role.INNER;
        return with(apply, role, apply.op().symbol(), checked.first().of(apply), keep);
    }

    private NodeReport plain(Apply apply, Tensor value, Verdict verdict) {
        Details details = Details.of(shown.expression(apply, checked.names()), arguments(apply), null, List.of());
        return new NodeReport(place(apply, Role.INNER, apply.op().symbol()), Passes.forward(value), Verification.none(verdict), details);
    }

    private NodeReport with(Node node, Role role, String op, Tensor value, boolean keep) {
        Details details = new WorkedDetails(node);
        return new NodeReport(place(node, role, op), new Passes(node.shape(), value, checked.first().of(checked.adjoints().of(node))),
                verification(node, checked.results().get(node)),
                keep ? Details.of(details.expression(), details.arguments(), details.formula(), details.contributions()) : details);
    }

    private Verification verification(Node node, NodeResult result) {
        Finding worst = result == null ? null : result.worst();
        return worst == null ? NOT_DRAWN
                : new Verification(result.estimate(), result.error(), result.checked(),
                        EntryIndices.worst(worst, result.gradient().shape(), result.entry(), result.point()), worst.evidence(), fault(node), worst.verdict());
    }

    private Place place(Node node, Role role, String op) {
        String name = checked.names().of(node);
        return new Place(name, node.name() != null, role, op, line(node), step(node), layers.get(name));
    }

    private Fault fault(Node node) {
        Blame.Fault fault = checked.faults().get(node);
        if (fault == null) {
            return null;
        } else if (fault.use() == null) {
            return new Fault(null, 0, List.of(), null, "every rule is right on its own: a use is lost or counted twice");
        }
        Node argument = fault.use().argument(fault.argument());
        String name = checked.names().of(argument);
        String op = fault.use().op().symbol();
        RuleLine rule = rules.blamed(fault);
        String message = rule == null ? "the backward rule of " + op + (name == null ? "" : " by " + name) + " is wrong"
                : "line " + rule.line() + " of " + op + ", " + rule.gradient() + ", is wrong";
        return new Fault(op, line(fault.use()), EntryIndices.of(argument.shape(), fault.entry()), rule, message);
    }

    /** The formulas of a node, worked out when they are asked for. */
    private final class WorkedDetails implements Details {

        private final Node node;
        private Formula formula;
        private boolean known;

        private WorkedDetails(Node node) {
            this.node = node;
        }

        @Override
        public Formula expression() {
            return node instanceof Apply apply ? shown.expression(apply, checked.names()) : null;
        }

        @Override
        public List<String> arguments() {
            return Assembly.this.arguments(node);
        }

        @Override
        public Formula formula() {
            formula = known ? formula : shown.gradient(node, checked, model.output());
            known = true;
            return formula;
        }

        @Override
        public List<NodeReport.Contribution> contributions() {
            return Assembly.this.contributions(node);
        }
    }

    private List<String> arguments(Node node) {
        return node.arguments().stream().map(checked.names()::of).filter(Objects::nonNull).toList();
    }

    private List<NodeReport.Contribution> contributions(Node node) {
        List<NodeReport.Contribution> reports = new ArrayList<>();
        for (Contribution contribution : checked.pass().contributions(node)) {
            Apply via = contribution.via();
            if (model.origins().containsKey(via)) {
                Node rule = via.op().adjoint(contribution.argument(), via, checked.pass().adjoint(via));
                reports.add(new NodeReport.Contribution(checked.names().of(via), checked.first().of(checked.pass().adjoint(via)),
                        locals.formula(contribution), locals.factor(contribution), checked.first().of(contribution.term()), rule.shape(),
                        locals.product(contribution), via.op().written(contribution.argument())));
            }
        }
        return reports;
    }

    private Iteration step(Node node) {
        return node.name() == null ? null : model.steps().get(node.name());
    }

    private int line(Node node) {
        Span span = model.origins().get(node);
        return span == null ? 0 : span.line();
    }
}
