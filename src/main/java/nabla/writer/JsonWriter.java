package nabla.writer;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nabla.export.JsonFields;
import nabla.report.Binding;
import nabla.report.NodeReport.Role;
import nabla.report.Report;
import nabla.source.Diagnostic;

/**
 * Writes all reports as one JSON document. Fields that do not apply are left out; a later version only ever adds fields. Every
 * number reads back as the same double.
 */
public final class JsonWriter implements ReportWriter {

    private final Writer out;
    private final Spool files = new Spool();
    private final Set<Long> seeds = new TreeSet<>();
    private final Totals totals = new Totals();

    public JsonWriter(Writer out) {
        this.out = out;
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        Page page = Page.of(report, new Spool(), new Spool());
        JsonFields.object(page.body(), 1, fields -> file(report, fields));
        return page;
    }

    /** Keeps it: the summary stands before the files. */
    @Override
    public void add(Page page) throws IOException {
        files.write(totals.files() == 0 ? " " : ", ");
        page.body().moveTo(files);
        totals.add(page.status());
        seeds.add(page.seed());
    }

    @Override
    public void end() throws IOException {
        JsonFields.document(out, fields -> {
            fields.text("nabla", Version.NUMBER);
            fields.integer("seed", seed());
            fields.object("summary", totals, sums -> summary(sums, fields));
            fields.written("files", () -> files.moveTo(out));
        });
        out.flush();
    }

    /** The seed all files share, or the default where a file names its own; each file repeats the one it was checked with. */
    private long seed() {
        return seeds.size() == 1 ? seeds.iterator().next() : 0;
    }

    private static void summary(Totals totals, JsonFields fields) throws IOException {
        fields.integer("files", totals.files());
        for (Report.Status status : Report.Status.values()) {
            fields.integer(Check.word(status), totals.of(status));
        }
    }

    private static void file(Report report, JsonFields fields) throws IOException {
        fields.text("file", report.source().name());
        fields.text("verdict", Check.word(report.status()));
        fields.integer("seed", report.seed());
        fields.text("refusal", report.refusal() == null ? null : report.refusal().text());
        fields.list("diagnostics", report.diagnostics(), diagnostic -> diagnostic(diagnostic, fields));
        fields.text("output", report.output());
        fields.matrix("value", report.value());
        fields.formula("definition", report.definition());
        JsonNodes nodes = new JsonNodes(fields);
        fields.list("nodes", report.nodes(), nodes::node);
        JsonClaims claims = new JsonClaims(fields);
        fields.list("claims", report.claims(), claims::claim);
        fields.list("rules", report.rules(), claims::rule);
        fields.list("points", points(report), point -> JsonParts.bindings(point, fields));
        fields.list("warnings", report.warnings(), warning -> {
            fields.text("code", warning.code().toString());
            fields.text("node", warning.node());
            fields.text("message", warning.message());
        });
    }

    /** Where nothing was sampled, the point is that of the text. */
    private static List<List<Binding>> points(Report report) {
        List<Binding> text = report.nodes().stream().filter(node -> node.role() == Role.INPUT || node.role() == Role.CONST)
                .map(node -> new Binding(node.name(), node.value())).toList();
        return report.points().isEmpty() && !text.isEmpty() ? List.of(text) : report.points();
    }

    private static void diagnostic(Diagnostic diagnostic, JsonFields fields) throws IOException {
        if (diagnostic.span() != null) {
            fields.integer("line", diagnostic.span().line());
            fields.integer("column", diagnostic.span().column());
        }
        fields.text("severity", Check.word(diagnostic.severity()));
        fields.text("message", diagnostic.message());
        fields.text("hint", diagnostic.hint());
    }
}
