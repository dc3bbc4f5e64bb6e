package nabla.session;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nabla.backward.Contribution;
import nabla.check.Checked;
import nabla.check.Finding;
import nabla.check.NodeResult;
import nabla.formula.Formula;
import nabla.forward.Tape;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.report.Report.NodeReport;
import nabla.report.Report.Point;
import nabla.report.Report.Role;
import nabla.report.Report.Worst;
import nabla.report.Verdict;
import nabla.source.Span;
import nabla.translate.Model;
import nabla.translate.Model.Leaf;

/** The nodes of a verified graph as a report shows them. */
final class Assembly {

    private final Model model;
    private final Checked checked;
    private final Shown shown;
    private final Locals locals;

    Assembly(Model model, Checked checked, Shown shown) {
        this.model = model;
        this.checked = checked;
        this.shown = shown;
        this.locals = new Locals(checked, shown);
    }

    /** Leaves in the order of the text, then the operations of the output's graph, then what the output does not depend on. */
    List<NodeReport> nodes() {
        List<NodeReport> reports = new ArrayList<>();
        for (Leaf leaf : model.leaves()) {
            if (leaf.node() != model.upstream()) {
                reports.add(leaf(leaf));
            }
        }
        Map<Node, Boolean> seen = new IdentityHashMap<>();
        for (Node node : checked.order()) {
            seen.put(node, true);
            if (node instanceof Apply apply && model.origins().containsKey(node)) {
                reports.add(checked.results().containsKey(node) ? verified(apply) : plain(apply, checked.first().of(node), null));
            }
        }
        List<Node> others = model.definitions().stream().filter(node -> !seen.containsKey(node)).toList();
        if (!others.isEmpty()) {
            Values values = Values.at(new Tape(others), checked.points().get(0));
            String reason = "the output does not depend on it";
            others.forEach(node -> reports.add(plain((Apply) node, values.of(node), new Verdict.Unchecked(reason))));
        }
        return reports;
    }

    private NodeReport leaf(Leaf leaf) {
        Matrix value = checked.points().get(0).get(leaf.node());
        if (leaf.constant()) {
            return new NodeReport(leaf.node().name(), Role.CONST, null, null, line(leaf.node()), value.shape(), value, null, null,
                    List.of(), null, Double.NaN, 0, null, null, null, null);
        }
        return with(leaf.node(), Role.INPUT, null, null, value);
    }

    private NodeReport verified(Apply apply) {
        Role role = apply == model.output() ? Role.OUTPUT : Role.INNER;
        return with(apply, role, apply.op().symbol(), Shown.expression(apply, checked.names()), checked.first().of(apply));
    }

    private NodeReport plain(Apply apply, Matrix value, Verdict verdict) {
        return new NodeReport(checked.names().of(apply), Role.INNER, apply.op().symbol(), Shown.expression(apply, checked.names()),
                line(apply), apply.shape(), value, null, null, List.of(), null, Double.NaN, 0, null, null, null, verdict);
    }

    private NodeReport with(Node node, Role role, String op, Formula expression, Matrix value) {
        NodeResult result = checked.results().get(node);
        Finding worst = result.worst();
        Verdict verdict = worst == null ? new Verdict.Unchecked("not among the entries drawn") : worst.verdict();
        return new NodeReport(checked.names().of(node), role, op, expression, line(node), node.shape(), value, result.gradient(),
                shown.gradient(node, checked, model.output().name()), contributions(node), result.estimate(), result.error(),
                result.checked(), worst(result), worst == null ? null : worst.second() ? "dfp" : "differences", null, verdict);
    }

    private static Worst worst(NodeResult result) {
        Finding worst = result.worst();
        if (worst == null) {
            return null;
        }
        int columns = result.gradient().columns();
        return new Worst(result.entry() / columns, result.entry() % columns, worst.bars(), worst.backprop(), worst.estimate(),
                worst.error(), new Point(result.point()));
    }

    private List<nabla.report.Report.Contribution> contributions(Node node) {
        List<nabla.report.Report.Contribution> reports = new ArrayList<>();
        for (Contribution contribution : checked.pass().contributions(node)) {
            Apply via = contribution.via();
            if (model.origins().containsKey(via)) {
                reports.add(new nabla.report.Report.Contribution(checked.names().of(via), checked.first().of(checked.pass().adjoint(via)),
                        locals.formula(contribution), locals.factor(contribution), checked.first().of(contribution.term())));
            }
        }
        return reports;
    }

    private int line(Node node) {
        Span span = model.origins().get(node);
        return span == null ? 0 : span.line();
    }
}
