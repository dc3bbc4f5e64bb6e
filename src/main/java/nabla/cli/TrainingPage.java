package nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nabla.export.Markup;
import nabla.network.History.Moment;
import nabla.network.Idleness;
import nabla.page.Chart;
import nabla.page.Document;
import nabla.page.HtmlWriter;
import nabla.report.Digits;
import nabla.report.Report;
import nabla.session.TrainingResult;
import nabla.syntax.Statement;

/** What gradient descent came to, as a page: the loss, the norms of gradients, and how many units were saturated or dead, over the steps. */
final class TrainingPage {

    /** Rows of a table, of which the last is always there. */
    private static final int ROWS = 20;

    private static final String IDLE = "Of a unit that is dead the activation is off for every example; of a value that is saturated the slope of the activation is below 0.001. "
            + "Next to nothing comes back through either.";

    private final String title;
    private final List<Consumer<Markup>> sections = new ArrayList<>();

    TrainingPage(String file) {
        this.title = "training: " + file;
    }

    /** Says why something is not trained. */
    void refuse(String why) {
        sections.add(html -> html.leaf("p", "not trained: " + why, "class", "bad").line());
    }

    /** Shows the check because of which nothing is trained. */
    void refuse(Report report) {
        refuse("the check found what is wrong");
        sections.add(html -> HtmlWriter.article(report, html));
    }

    /** Shows what became of a block. */
    void add(TrainingResult trained, Statement.Training training) {
        TrainingText text = new TrainingText(trained);
        List<Moment> moments = trained.history().moments();
        sections.add(html -> {
            html.open("section").leaf("h2", TrainingText.name(trained)).leaf("p", text.summary(training)).line();
            text.remarks().forEach(remark -> html.leaf("p", remark).line());
            List<Part> parts = moments.isEmpty() ? List.of() : parts(moments);
            parts.forEach(part -> {
                html.leaf("h3", part.title());
                new Chart(part.title(), part.share(), moments.stream().mapToInt(Moment::step).toArray(), part.curves()).write(html);
                if (part.share()) {
                    html.leaf("p", IDLE, "class", "soft").line();
                }
            });
            if (!parts.isEmpty()) {
                table(moments, parts, html);
            }
            html.close().line();
        });
    }

    /** A chart, and columns of the table. */
    private record Part(String title, boolean share, List<Chart.Curve> curves) { }

    private static List<Part> parts(List<Moment> moments) {
        int layers = moments.get(0).norms().size();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Loss", false, List.of(new Chart.Curve("loss", moments.stream().mapToDouble(Moment::loss).toArray()))));
        parts.add(new Part("Norm of the gradient", false, IntStream.range(0, layers).mapToObj(
                layer -> new Chart.Curve("layer " + (layer + 1), moments.stream().mapToDouble(moment -> moment.norms().get(layer)).toArray())).toList()));
        List<Chart.Curve> idle = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            int place = layer;
            Idleness first = moments.get(0).idle().get(layer);
            if (first != null) {
                idle.add(new Chart.Curve("layer " + (layer + 1) + (first.dead() ? ", dead" : ", saturated"),
                        moments.stream().mapToDouble(moment -> moment.idle().get(place).share()).toArray()));
            }
        }
        if (!idle.isEmpty()) {
            parts.add(new Part("Saturated or dead units", true, idle));
        }
        return parts;
    }

    private static void table(List<Moment> moments, List<Part> parts, Markup html) {
        html.open("details").leaf("summary", "The numbers").open("div", "class", "wide").open("table").open("tr").leaf("th", "step", "scope", "col");
        parts.forEach(part -> part.curves().forEach(curve -> html.leaf("th", part.curves().size() == 1 ? part.title() : part.title() + ", " + curve.name(), "scope", "col")));
        html.close().line();
        int stride = 1 + (moments.size() - 1) / ROWS;
        for (int k = 0; k < moments.size(); k++) {
            if (k % stride == 0 || k == moments.size() - 1) {
                int row = k;
                html.open("tr").leaf("th", Integer.toString(moments.get(k).step()), "scope", "row");
                parts.forEach(part -> part.curves().forEach(curve -> html.leaf("td", part.share() ? Math.round(100 * curve.values()[row]) + " %"
                        : Double.isNaN(curve.values()[row]) ? "–" : Digits.text(curve.values()[row], 4))));
                html.close().line();
            }
        }
        html.close().close().close().line();
    }

    /** The whole page. */
    void write(Writer out) throws IOException {
        new Document(out).write(title, html -> {
            html.leaf("h1", title).line();
            sections.forEach(section -> section.accept(html));
        });
        out.flush();
    }
}
