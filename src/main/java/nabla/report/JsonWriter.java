package nabla.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nabla.export.JsonEscapes;
import nabla.export.JsonFields;
import nabla.report.Report.Binding;
import nabla.source.Diagnostic;

/**
 * Writes all reports as one JSON document. Fields that do not apply are left out; a later version only ever adds fields. Every
 * number reads back as the same double, and the text is the same on every Java (Java's own conversion changed in version 19).
 */
public final class JsonWriter implements ReportWriter {

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .characterEscapes(new JsonEscapes())
            .build();

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
        try (JsonGenerator json = FACTORY.createGenerator(page.body())) {
            json.setPrettyPrinter(printer("\n  "));
            file(report, json);
        }
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
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(printer("\n"));
            json.writeStartObject();
            json.writeStringField("nabla", Version.NUMBER);
            json.writeNumberField("seed", seed());
            summary(json);
            json.writeArrayFieldStart("files");
            json.flush();
            files.moveTo(out);
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static PrettyPrinter printer(String newLine) {
        return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", newLine));
    }

    /** The seed all files share, or the default where a file names its own; each file repeats the one it was checked with. */
    private long seed() {
        return seeds.size() == 1 ? seeds.iterator().next() : 0;
    }

    private void summary(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("files", totals.files());
        for (Report.Status status : Report.Status.values()) {
            json.writeNumberField(word(status), totals.of(status));
        }
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void file(Report report, JsonGenerator json) throws IOException {
        JsonFields fields = new JsonFields(json);
        json.writeStartObject();
        json.writeStringField("file", report.source().name());
        json.writeStringField("verdict", word(report.status()));
        json.writeNumberField("seed", report.seed());
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
        json.writeEndObject();
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
