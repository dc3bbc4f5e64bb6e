package nabla.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nabla.export.Markup;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.picture.EntryText;
import nabla.picture.Picture;
import nabla.picture.SvgPicture;
import nabla.report.NodeReport;
import nabla.report.Report.Warning;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.source.Diagnostic;
import nabla.verdict.Judgement;
import nabla.writer.ProductShapes;
import nabla.writer.SummaryLine;

/** The report of one text: what it comes to, the picture with both passes, gradients, claims, rules, notes, the text itself. */
final class Article {

    /** Letters of a formula. */
    private static final int READABLE = 200;

    private final Report report;
    private final boolean many;
    private final String id;
    private final PageWords words;

    Article(Report report, boolean many) {
        this.report = report;
        this.many = many;
        this.words = new PageWords(report, many);
        this.id = "r" + UUID.nameUUIDFromBytes(report.source().name().getBytes(StandardCharsets.UTF_8)).toString().replace("-", "").substring(0, 12);
    }

    /** The line of an index. */
    void entry(Markup html) {
        html.open("li").leaf("a", report.source().name(), "href", "#" + id).text(" ").leaf("span", PageWords.of(report.status()), "class", PageWords.type(report.status()))
                .close().line().flush();
    }

    void write(Markup html) {
        html.open("article", "class", "report", "id", id, "aria-labelledby", id + "title").line();
        html.leaf(many ? "h2" : "h1", report.source().name(), "id", id + "title");
        html.open("p").leaf("strong", PageWords.of(report.status()), "class", PageWords.type(report.status()));
        String summary = report.refusal() != null ? report.refusal().text() : SummaryLine.of(report);
        html.text(summary.isEmpty() ? "" : ": " + summary).close().line();
        diagnostics(html);
        Map<String, String> figures = report.output() == null ? Map.of() : output(html);
        new Findings(report, words, html, math(html), figures).write();
        if (!report.warnings().isEmpty()) {
            html.leaf(words.heading(), "Notes", "class", "section").open("ul").line();
            report.warnings().forEach(warning -> html.leaf("li", note(warning)).line());
            html.close().line();
        }
        source(html);
        html.close().line().flush();
    }

    private MathMl math(Markup html) {
        Map<String, Boolean> matrices = report.nodes().stream().collect(Collectors.toMap(NodeReport::name, node -> !node.shape().isScalar(), (a, b) -> a));
        Predicate<String> isMatrix = name -> matrices.getOrDefault(name, matrices.getOrDefault(name.replaceFirst("^d", ""), false));
        return new MathMl(html, isMatrix);
    }

    private void diagnostics(Markup html) {
        if (!report.diagnostics().isEmpty()) {
            html.open("ul").line();
            for (Diagnostic diagnostic : report.diagnostics()) {
                String place = diagnostic.span() == null ? "" : "line " + diagnostic.span().line() + ", column " + diagnostic.span().column() + ": ";
                html.leaf("li", place + diagnostic.message() + (diagnostic.hint() == null ? "" : " (" + diagnostic.hint() + ")")).line();
            }
            html.close().line();
        }
    }

    /** Shows the graph; the ids of its figures, by the nodes that speak for them. */
    private Map<String, String> output(Markup html) {
        html.open("p");
        MathMl math = math(html);
        math.math(Formula.name(report.output()));
        Formula definition = definition();
        if (definition != null) {
            html.text(" = ");
            math.math(definition);
        }
        html.text(report.value() == null ? "" : " = " + EntryText.brief(report.value())).close().line();
        Picture picture = Picture.of(report, false);
        html.leaf(words.heading(), "The graph: values above, gradients below", "class", "section");
        html.open("div", "class", "picture", "tabindex", "0", "role", "region", "aria-label", "graph of " + report.source().name()).line();
        new SvgPicture(html, false, id).write(picture, false);
        html.close().line();
        controls(html);
        new Passes(new Walk(report, picture), ProductShapes.of(report), words, html, math, id).write();
        Map<String, String> figures = new HashMap<>();
        for (int k = 0; k < picture.figures().size(); k++) {
            List<String> members = picture.figures().get(k).members();
            figures.put(members.get(members.size() - 1), id + "f" + k);
        }
        return figures;
    }

    /** Where all of it is too long to be read, only what the output is computed from at once. */
    private Formula definition() {
        boolean readable = report.definition() == null || TextFormula.text(report.definition()).length() <= READABLE;
        return readable ? report.definition()
                : report.nodes().stream().filter(node -> node.name().equals(report.output())).map(NodeReport::expression).findFirst().orElse(null);
    }

    private static void controls(Markup html) {
        html.open("div", "class", "controls", "role", "group", "aria-label", "steps of both passes");
        List.of("|◀ start", "◀ back", "next ▶", "end ▶|").forEach(word -> html.leaf("button", word, "type", "button"));
        html.empty("input", "type", "range", "min", "0", "max", "1", "value", "0", "aria-label", "step");
        html.leaf("span", "", "class", "count soft").close().line();
        html.leaf("div", "", "class", "now", "aria-live", "polite").line();
    }

    private static String note(Warning warning) {
        return (warning.node() == null ? "" : warning.node() + ": ") + warning.message();
    }

    /** The text with the numbers of its lines; what is wrong is marked in words. */
    private void source(Markup html) {
        if (report.source().text().isBlank()) {
            return;
        }
        Map<Integer, String> wrong = new TreeMap<>();
        report.claims().stream().filter(claim -> claim.judgement() == Judgement.WRONG).forEach(claim -> wrong.put(claim.line(), "wrong"));
        report.rules().stream().filter(RuleReport::isWrong).forEach(rule -> wrong.put(rule.line(), "wrong"));
        report.nodes().stream().filter(node -> node.verification().fault() != null && node.verification().fault().line() > 0).forEach(node -> wrong.putIfAbsent(node.verification().fault().line(), "at fault"));
        html.open("details").leaf("summary", "The text").open("pre", "class", "lines");
        int number = 0;
        for (String line : report.source().text().lines().toList()) {
            String note = wrong.get(++number);
            html.leaf("span", line, "class", note == null ? null : "bad", "data-note", note);
        }
        html.close().close().line();
    }
}
