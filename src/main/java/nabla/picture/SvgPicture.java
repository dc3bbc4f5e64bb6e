package nabla.picture;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import nabla.export.Markup;
import nabla.picture.Layout.Line;
import nabla.picture.Layout.Place;

/**
 * Scalable Vector Graphics: for a file of its own, or inside a page. Each figure is a group {@code f0}, {@code f1}, … with its numbers in elements of
 * the classes {@code value} and {@code gradient}; light or dark as the reader's system is, light in print.
 */
public final class SvgPicture {

    private static final double ROUND = 8;
    private static final double SHIFT = 3;
    private static final String STYLE = """
            .nabla-graph{color-scheme:light dark;--ink:#1f2328;--paper:#fff;--line:#59636e;--fill:#f6f8fa;--value:#1a7f37;--slope:#9a6700;--wrong:#cf222e}
            @media (prefers-color-scheme:dark){.nabla-graph{--ink:#e6edf3;--paper:#0d1117;--line:#9198a1;--fill:#151b23;--value:#3fb950;--slope:#d29922;--wrong:#f85149}}
            @media print{.nabla-graph{--ink:#000;--paper:#fff;--line:#444;--fill:#fff;--value:#000;--slope:#000;--wrong:#000}}
            .nabla-graph text{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:var(--ink);text-anchor:middle}
            .nabla-graph .paper{fill:var(--paper)}
            .nabla-graph .frame{fill:var(--fill);stroke:var(--line);stroke-width:1}
            .nabla-graph .const .frame{stroke-dasharray:4 3}
            .nabla-graph .output .frame,.nabla-graph .loss .frame{stroke-width:2.5}
            .nabla-graph .name{font-weight:bold}
            .nabla-graph .word{font-size:10px}
            .nabla-graph .value{fill:var(--value)}
            .nabla-graph .gradient{fill:var(--slope)}
            .nabla-graph .wrong .frame,.nabla-graph .at-fault .frame{stroke:var(--wrong);stroke-width:2.5}
            .nabla-graph .wrong .mark,.nabla-graph .at-fault .mark{fill:var(--wrong);font-weight:bold}
            .nabla-graph .arrow{fill:none;stroke:var(--line);stroke-width:1.2}
            .nabla-graph .head{fill:var(--line)}
            .nabla-graph .local{font-size:10px;fill:var(--slope)}
            """;

    private final Markup svg;
    private final boolean local;
    private final String prefix;

    /** Writes elements, whose ids begin with {@code prefix}; {@code local} also local derivatives, on the arrows. */
    public SvgPicture(Markup svg, boolean local, String prefix) {
        this.svg = svg;
        this.local = local;
        this.prefix = prefix;
    }

    /** A document of its own. */
    static void write(Picture picture, boolean local, Writer out) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Markup svg = new Markup(out);
        new SvgPicture(svg, local, "").write(picture, true);
        svg.line().flush();
    }

    /** The rules for its classes, for a page that holds pictures. */
    public static String style() {
        return STYLE;
    }

    /** The element {@code svg}; {@code styled} with its own style. */
    public void write(Picture picture, boolean styled) {
        Layout layout = new Layout(picture, local);
        String width = number(layout.width());
        String height = number(layout.height());
        svg.open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", width, "height", height, "viewBox", "0 0 " + width + " " + height,
                "class", "nabla-graph", "role", "img", "aria-label", "computation graph of " + picture.title() + ": values above, gradients below").line();
        svg.leaf("title", picture.title()).line();
        if (styled) {
            svg.leaf("style", STYLE).line();
        }
        svg.open("defs").open("marker", "id", prefix + "head", "viewBox", "0 0 8 8", "refX", "7", "refY", "4", "markerWidth", "8", "markerHeight", "8", "markerUnits", "userSpaceOnUse", "orient",
                "auto")
                .open("path", "class", "head", "d", "M0,0 L8,4 L0,8 z").close().close().close().line();
        if (styled) {
            svg.open("rect", "class", "paper", "width", width, "height", height).close().line();
        }
        layout.lines().forEach(this::arrow);
        (local ? LocalLabel.of(layout.lines(), layout.places()) : List.<LocalLabel>of()).forEach(this::label);
        for (int k = 0; k < picture.figures().size(); k++) {
            figure(k, picture.figures().get(k), layout.places().get(k));
        }
        svg.close();
    }

    private void arrow(Line line) {
        svg.open("path", "class", "arrow", "data-from", prefix + "f" + line.arrow().from(), "data-to", prefix + "f" + line.arrow().to(), "marker-end", "url(#" + prefix + "head)",
                "d", path(line.points())).close().line();
    }

    private void label(LocalLabel label) {
        Arrow arrow = label.arrow();
        svg.open("rect", "class", "paper", "x", number(label.left() - 1), "y", number(label.y() - 9), "width", number(label.width() + 2), "height", "12").close();
        svg.open("text", "class", "local", "x", number(label.x()), "y", number(label.y())).text(arrow.label());
        if (!arrow.label().equals(arrow.local())) {
            svg.leaf("title", arrow.local());
        }
        svg.close();
    }

    /** Level at both ends of each piece between two layers. */
    private static String path(double[] points) {
        StringBuilder path = new StringBuilder("M" + number(points[0]) + "," + number(points[1]));
        for (int k = 2; k < points.length; k += 2) {
            double x = points[k];
            double y = points[k + 1];
            if (y == points[k - 1]) {
                path.append(" H").append(number(x));
            } else {
                String middle = number((points[k - 2] + x) / 2);
                path.append(" C").append(middle).append(',').append(number(points[k - 1])).append(' ').append(middle).append(',').append(number(y)).append(' ')
                        .append(number(x)).append(',').append(number(y));
            }
        }
        return path.toString();
    }

    private void figure(int k, Figure figure, Place place) {
        String part = figure.part().name().toLowerCase(Locale.ROOT);
        svg.open("g", "id", prefix + "f" + k, "class", "figure " + (figure.part() == Part.CONSTANT ? "const" : part) + " " + figure.mark().word().replace(' ', '-')).line();
        String all = String.join("\n", figure.details()) + (figure.note().isEmpty() ? "" : "\n" + figure.note());
        svg.leaf("title", all.isEmpty() ? figure.name() : all);
        double round = figure.part() == Part.INPUT ? place.height() / 2 : figure.part() == Part.PARAMETER || figure.part() == Part.CONSTANT ? 0 : ROUND;
        if (figure.part() == Part.GROUP || figure.part() == Part.PARAMETER) {
            frame(place, round, SHIFT);
        }
        frame(place, round, 0);
        List<String> label = place.label();
        for (int i = 0; i < label.size(); i++) {
            String type = i == 0 ? "name" : label.get(i).equals(figure.part().word()) ? "word" : label.get(i).endsWith(VerdictMark.GUILTY.word()) ? "mark" : "expression";
            text(place.middle(), place.y() + Layout.ROW * (i + 0.5) + 9, label.get(i), type);
        }
        text(place.middle(), place.y() - 5, figure.value(), "value");
        svg.open("text", "x", number(place.middle()), "y", number(place.y() + place.height() + 14)).leaf("tspan", figure.gradient(), "class", "gradient");
        if (!figure.verdict().isEmpty()) {
            svg.leaf("tspan", " " + figure.verdict(), "class", "mark");
        }
        svg.close();
        svg.close().line();
    }

    private void frame(Place place, double round, double shift) {
        svg.open("rect", "class", "frame", "x", number(place.x() + shift), "y", number(place.y() + shift), "width", number(place.width()), "height",
                number(place.height()), "rx", number(round)).close();
    }

    private void text(double x, double y, String text, String type) {
        svg.leaf("text", text, "class", type, "x", number(x), "y", number(y));
    }

    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + Math.abs(tenths % 10);
    }
}
