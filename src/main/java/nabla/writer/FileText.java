package nabla.writer;

import static nabla.source.Display.visible;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nabla.report.Binding;
import nabla.report.Digits;
import nabla.report.Report;
import nabla.report.Report.Warning;
import nabla.report.TextGrid;
import nabla.source.Diagnostic;
import nabla.source.Display;
import nabla.source.Paragraph;

/** The text of one file's report, section by section. */
final class FileText {

    private static final int WIDTH = 78;
    private static final int INDENT = 2;
    private static final int FORMULA = 60;
    private static final int CELL = 24;

    private final Report report;
    private final TextStyle style;
    private final List<String> lines = new ArrayList<>();

    FileText(Report report, TextStyle style) {
        this.report = report;
        this.style = style;
    }

    List<String> lines() {
        lines.add(header());
        int inner = style.width() - INDENT;
        boolean quiet = style.detail() == TextStyle.Detail.QUIET;
        boolean all = style.detail() == TextStyle.Detail.VERBOSE;
        if (!quiet) {
            points();
            section(report.nodes().isEmpty() ? List.of() : new NodeTable(report, all, inner).lines());
            section(new GradientLines(report, style.palette(), all, style.whole(), inner).lines());
        } else {
            section(GradientLines.open(report, style.palette(), inner));
        }
        section(new Explanation(report, style.palette()).lines());
        section(new RuleLines(report, style, inner).lines());
        section(new ClaimLines(report, style, inner).claims());
        if (!quiet) {
            section(report.warnings().stream().map(FileText::warning).toList());
        }
        lines.add("");
        lines.add(end());
        return Paragraph.wrapped(lines, style.width());
    }

    private void section(List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            content.forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
        }
    }

    private String header() {
        String name = visible(report.source().name());
        String about = about(report);
        int space = Math.min(WIDTH, style.width()) - Display.width(name) - Display.width(about);
        if (about.isEmpty()) {
            return name;
        }
        return space >= 2 ? name + " ".repeat(space) + about : name + "\n  " + about;
    }

    /** {@code z = x*y + x = 3}. */
    static String about(Report report) {
        if (report.output() == null) {
            return "";
        }
        String definition = report.definition() == null ? "" : " = " + ReportNotation.formula(report.definition(), FORMULA);
        String value = report.value() == null ? "" : TextGrid.entries(report.value(), CELL, Digits.FULL);
        return report.output() + definition + (value == null ? "   (" + report.value().shape() + ")" : value.isEmpty() ? "" : " = " + value);
    }

    /** Says which inputs were sampled: those that are not the same at every point. */
    private void points() {
        List<List<Binding>> points = report.points();
        if (!points.isEmpty()) {
            String names = IntStream.range(0, points.get(0).size())
                    .filter(k -> points.size() == 1 || points.stream().map(point -> point.get(k)).distinct().count() > 1)
                    .mapToObj(k -> points.get(0).get(k).name()).collect(Collectors.joining(", "));
            section(List.of(Display.cut(visible(names), FORMULA) + " sampled at random (seed " + report.seed() + "), " + points.size()
                    + (points.size() == 1 ? " point" : " points; values are those of the first")));
        }
    }

    private static String warning(Warning warning) {
        return "note" + (warning.node() == null ? "" : " on " + visible(warning.node())) + ": " + visible(warning.message())
                + " (" + warning.code() + ")";
    }

    /** What it all comes to; for a file that was not checked, why. */
    private String end() {
        String summary = SummaryLine.of(report);
        return switch (report.status()) {
            case VERIFIED -> summary.isEmpty() ? style.palette().word(report.status()) : summary;
            case WRONG, UNRESOLVED -> style.palette().word(report.status()) + ": " + summary;
            case UNREADABLE, REFUSED -> problem(report);
        };
    }

    /** Why a file was not checked, in a few words; its diagnostics are drawn elsewhere. */
    static String problem(Report report) {
        if (report.refusal() != null) {
            return visible(report.refusal().what());
        }
        List<Diagnostic> errors = report.diagnostics().stream()
                .filter(Diagnostic::isError).toList();
        if (errors.isEmpty()) {
            return "nothing to check";
        }
        String more = errors.size() == 1 ? "" : String.format(Locale.ROOT, " (and %d more)", errors.size() - 1);
        return visible(errors.get(0).message()) + more;
    }
}
