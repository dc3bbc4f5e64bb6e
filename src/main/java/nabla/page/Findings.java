package nabla.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.export.Markup;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.picture.EntryText;
import nabla.report.ClaimReport.Witness;
import nabla.report.ClaimReport;
import nabla.report.Digits;
import nabla.report.Mistake;
import nabla.report.NodeReport.Contribution;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.report.ShapeFit;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;
import nabla.writer.ProductShapes;
import nabla.writer.Reasons;

/** What was found out about each gradient, claim and backward rule. */
final class Findings {

    private final Report report;
    private final Markup html;
    private final MathMl math;
    private final PageWords words;
    /** The ids of figures, by the names of nodes. */
    private final Map<String, String> figures;

    Findings(Report report, PageWords words, Markup html, MathMl math, Map<String, String> figures) {
        this.figures = figures;
        this.report = report;
        this.html = html;
        this.math = math;
        this.words = words;
    }

    void write() {
        List<NodeReport> verified = report.nodes().stream().filter(node -> node.verdict() != null && node.gradient() != null).toList();
        if (!verified.isEmpty()) {
            html.leaf(words.heading(), "Gradients", "class", "section");
            verified.forEach(this::gradient);
        }
        if (!report.rules().isEmpty()) {
            html.leaf(words.heading(), "Backward rules", "class", "section").open("ul").line();
            report.rules().forEach(this::rule);
            html.close().line();
        }
        if (!report.claims().isEmpty()) {
            html.leaf(words.heading(), "Claims", "class", "section").open("ul").line();
            report.claims().forEach(this::claim);
            html.close().line();
        }
    }

    private void gradient(NodeReport node) {
        html.open("details", "id", figures.containsKey(node.name()) ? "d" + figures.get(node.name()) : null, "open", node.isWrong() ? "open" : null).open("summary");
        math.math(words.gradient(node.name()));
        if (node.formula() != null) {
            html.text(" = ");
            math.math(node.formula().body());
        }
        String value = EntryText.brief(node.gradient());
        html.text((node.formula() instanceof Formula.Number ? "" : " = " + value) + " ");
        for (Formula.Definition name : node.formula() == null ? List.<Formula.Definition>of() : node.formula().definitions()) {
            html.text("where ");
            math.math(Formula.name(name.name()));
            html.text(" = ");
            math.math(name.value());
            html.text(" ");
        }
        verdict(node.verdict());
        html.close().line();
        html.open("div", "class", "wide");
        if (node.verification().worst() != null) {
            html.leaf("p", "backprop " + Digits.text(node.verification().worst().backprop()) + ", differences " + Digits.estimate(node.verification().worst().estimate(), node.verification().worst().error()) + " ± "
                    + Digits.error(node.verification().worst().error()) + (node.shape().isScalar() ? "" : " at " + node.verification().worst().entry() + ", the worst of "
                    + node.verification().checked() + " entries"));
        }
        if (node.verification().fault() != null) {
            html.open("p").leaf("strong", "at fault: ", "class", "bad").text(node.verification().fault().message() + (node.verification().fault().line() > 0 ? " (line " + node.verification().fault().line() + ")" : ""))
                    .close();
        }
        contributions(node);
        matrix("value", node.value());
        matrix("gradient", node.gradient());
        html.close().close().line();
    }

    private void contributions(NodeReport node) {
        if (node.contributions().isEmpty()) {
            return;
        }
        html.open("table").open("tr");
        List.of("use", "upstream", "local derivative", "term").forEach(head -> html.leaf("th", head, "scope", "col"));
        html.close().line();
        for (Contribution term : node.contributions()) {
            html.open("tr").open("td");
            math.math(Formula.name(term.via()));
            html.close().leaf("td", EntryText.brief(term.upstream())).open("td");
            math.math(term.local() == null ? Formula.number(1) : words.upstream(term.local(), term.via()));
            String fitting = ShapeFit.of(term).words();
            html.text(term.product().isEmpty() ? "" : " (" + ProductShapes.text(term.product()) + ")").close();
            html.leaf("td", EntryText.brief(term.term()) + (fitting.isEmpty() ? "" : ", " + fitting)).close().line();
        }
        html.close().line();
    }

    private void matrix(String what, Tensor matrix) {
        if (matrix != null && !matrix.shape().isScalar()) {
            html.leaf("pre", String.join("\n", EntryText.lines(what, matrix)));
        }
    }

    private static final Reasons REASON = new Reasons() {
        @Override
        public String kink(Verdict.Kink kink) {
            return "slopes " + Digits.text(kink.left(), Digits.SHORT) + " and " + Digits.text(kink.right(), Digits.SHORT)
                    + (kink.convention() == null ? "" : ", " + kink.convention());
        }
    };

    private void verdict(Verdict verdict) {
        html.leaf("span", verdict.word(), "class", PageWords.type(verdict));
        String reason = verdict.read(REASON);
        html.text(reason == null ? "" : ": " + reason);
    }

    private void claim(ClaimReport claim) {
        html.open("li").text("line " + claim.line() + ": ").leaf("code", claim.text()).text(" ");
        String how = claim.note() != null ? claim.note() : claim.judgement() == Judgement.WRONG ? null : claim.proof();
        html.leaf("span", claim.judgement().name().toLowerCase(Locale.ROOT), "class", PageWords.type(claim.judgement())).text(how == null ? "" : ": " + how);
        if (claim.judgement() != Judgement.RIGHT) {
            witness(claim.witness());
            advice(claim.expected(), claim.mistake(), claim.hint());
        }
        html.close().line();
    }

    private void witness(Witness witness) {
        if (witness == null) {
            return;
        }
        StringBuilder text = new StringBuilder();
        witness.at().forEach(at -> text.append(text.isEmpty() ? "at " : ", ").append(at.name()).append(" = ").append(EntryText.brief(at.value())));
        text.append(text.isEmpty() ? "" : ": ").append(witness.yours() == null ? "" : "claimed " + EntryText.brief(witness.yours()))
                .append(witness.correct() == null ? "" : ", correct " + EntryText.brief(witness.correct()));
        html.leaf("p", text.toString());
    }

    private void rule(RuleReport rule) {
        html.open("li").text(rule.op() + (rule.line() > 0 ? ", line " + rule.line() : "") + ": ");
        html.leaf("code", rule.gradient() + (rule.text() == null ? "" : " = " + rule.text().strip())).text(" ");
        verdict(rule.verdict());
        if (rule.through() != null) {
            html.text(": right for the right " + rule.through().gradient() + ", but line " + rule.through().line() + " is wrong");
        }
        if (rule.isWrong()) {
            advice(rule.expected(), rule.mistake(), rule.hint());
        }
        html.close().line();
    }

    private void advice(Formula expected, Mistake mistake, String hint) {
        if (expected != null) {
            html.open("p").text("expected ");
            math.math(expected);
            html.text(" (").leaf("code", TextFormula.text(expected)).text(")").close();
        }
        if (mistake != null) {
            html.open("p").text("mistake: ").leaf("strong", mistake.message()).close();
        }
        if (hint != null) {
            html.leaf("p", "hint: " + hint);
        }
    }
}
