package nabla.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.export.JsonFields;
import nabla.report.Report.Binding;
import nabla.source.Diagnostic;

/** Writes all reports as one JSON document. Fields that do not apply are left out; a later version only ever adds fields. */
public final class JsonWriter implements ReportWriter {

    private final Writer out;
    private final List<Report> reports = new ArrayList<>();
    private final Totals totals = new Totals();

    public JsonWriter(Writer out) {
        this.out = out;
    }

    /** Keeps it: the summary stands before the files. */
    @Override
    public void file(Report report) {
        reports.add(report);
        totals.add(report);
    }

    @Override
    public void end() throws IOException {
        JsonFields.document(out, fields -> {
            fields.text("nabla", Version.NUMBER);
            fields.integer("seed", seed());
            fields.object("summary", totals, all -> summary(all, fields));
            fields.array("files", reports, report -> file(report, fields));
        });
    }

    /** The seed all files share, or the default where a file names its own; each file repeats the one it was checked with. */
    private long seed() {
        long[] seeds = reports.stream().mapToLong(Report::seed).distinct().toArray();
        return seeds.length == 1 ? seeds[0] : 0;
    }

    private static void summary(Totals totals, JsonFields fields) throws IOException {
        fields.integer("files", totals.files());
        for (Report.Status status : Report.Status.values()) {
            fields.integer(word(status), totals.of(status));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void file(Report report, JsonFields fields) throws IOException {
        fields.text("file", report.source().name());
        fields.text("verdict", word(report.status()));
        fields.integer("seed", report.seed());
        fields.text("refusal", report.refusal());
        fields.list("diagnostics", report.diagnostics(), diagnostic -> diagnostic(diagnostic, fields));
        fields.text("output", report.output());
        fields.matrix("value", report.value());
        fields.formula("definition", report.definition());
        JsonNodes nodes = new JsonNodes(fields);
        fields.list("nodes", report.nodes(), nodes::node);
        JsonClaims claims = new JsonClaims(fields);
        fields.list("claims", report.claims(), claims::claim);
        fields.list("rules", report.rules(), claims::rule);
        fields.list("points", report.points(), point -> bindings(point, fields));
        fields.list("warnings", report.warnings(), warning -> {
            fields.text("code", warning.code());
            fields.text("node", warning.node());
            fields.text("message", warning.message());
        });
    }

    private static void diagnostic(Diagnostic diagnostic, JsonFields fields) throws IOException {
        if (diagnostic.span() != null) {
            fields.integer("line", diagnostic.span().line());
            fields.integer("column", diagnostic.span().column());
        }
        fields.text("severity", word(diagnostic.severity()));
        fields.text("message", diagnostic.message());
        fields.text("hint", diagnostic.hint());
    }

    static void bindings(List<Binding> bindings, JsonFields fields) throws IOException {
        for (Binding binding : bindings) {
            fields.matrix(binding.name(), binding.value());
        }
    }
}
