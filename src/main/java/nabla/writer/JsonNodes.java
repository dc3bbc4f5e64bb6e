package nabla.writer;

import java.io.IOException;
import nabla.export.JsonFields;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Contribution;
import nabla.report.NodeReport.Fault;
import nabla.tensor.Shape;
import nabla.verdict.Verdict;

/** The fields of a node. */
final class JsonNodes {

    private final JsonFields fields;

    JsonNodes(JsonFields fields) {
        this.fields = fields;
    }

    void node(NodeReport node) throws IOException {
        fields.text("name", node.name());
        fields.text("role", Check.word(node.role()));
        fields.text("op", node.op());
        fields.formula("expression", node.expression());
        if (!node.arguments().isEmpty()) {
            fields.texts("arguments", node.arguments());
        }
        if (node.line() > 0) {
            fields.integer("line", node.line());
        }
        fields.integers("shape", node.shape().sizes());
        fields.matrix("value", node.value());
        fields.matrix("gradient", node.gradient());
        fields.formula("formula", node.formula());
        fields.list("contributions", node.contributions(), this::contribution);
        fields.matrix("estimate", node.verification().estimate());
        fields.number("error", node.verification().error());
        if (node.verification().estimate() != null || node.verification().checked() > 0) {
            fields.integer("checked", node.verification().checked());
        }
        fields.object("worst", node.verification().worst(), worst -> JsonParts.worst(worst, fields));
        fields.text("oracle", node.verification().evidence() == null ? null : node.verification().evidence().code());
        if (node.verdict() != null && node.verdict().asKink().isPresent()) {
            slopes(node.verdict().asKink().get());
        }
        fields.object("fault", node.verification().fault(), this::fault);
        if (node.verdict() != null) {
            JsonParts.verdict(node.verdict(), fields);
        }
    }

    private void contribution(Contribution contribution) throws IOException {
        fields.text("via", contribution.via());
        fields.matrix("upstream", contribution.upstream());
        fields.formula("local", contribution.local());
        fields.matrix("factor", contribution.factor());
        fields.matrix("term", contribution.term());
        if (!contribution.whole().equals(contribution.term().shape())) {
            fields.integers("whole", contribution.whole().sizes());
        }
        fields.integers("product", contribution.product().stream().map(Shape::sizes).toList());
    }

    private void slopes(Verdict.Kink kink) throws IOException {
        fields.object("slopes", kink, k -> {
            fields.number("left", k.left());
            fields.number("right", k.right());
        });
        fields.text("convention", kink.convention());
    }

    private void fault(Fault fault) throws IOException {
        fields.text("op", fault.op());
        if (fault.line() > 0) {
            fields.integer("line", fault.line());
        }
        if (!fault.entry().isEmpty()) {
            fields.integers("entry", JsonParts.numbers(fault.entry()));
        }
        fields.object("rule", fault.rule(), rule -> JsonParts.ruleLine(rule, fields));
        fields.text("message", fault.message());
    }
}
