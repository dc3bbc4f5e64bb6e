package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.report.Digits;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Role;
import nabla.report.Report;
import nabla.report.TextGrid;
import nabla.source.Display;
import nabla.source.Paragraph;
import nabla.tensor.Tensor;
import nabla.verdict.Evidence;
import nabla.verdict.Verdict;

/** One line a gradient: its formula and value, what backprop and the differences say, and the verdict; large ones as blocks below. */
final class GradientLines {

    private static final int FORMULA = 44;
    private static final int CELL = 24;
    private static final int DEFINITION = 100;
    private static final int INDENT = 4;

    private final Report report;
    private final ReportNotation notation;
    private final Palette palette;
    private final boolean all;
    private final boolean whole;
    /** Of all nodes; null until one is asked about. */
    private Set<String> names;
    private final int width;

    /** Of a quiet report: what is open, and nothing else. */
    static List<String> open(Report report, Palette palette, int width) {
        GradientLines lines = new GradientLines(report, palette, false, false, width);
        return lines.rows(report.verified().stream().filter(NodeReport::isOpen).toList());
    }

    /** With {@code all}, agreeing gradients of inner nodes too; with {@code whole}, formulas too long for a row on a line below it. */
    GradientLines(Report report, Palette palette, boolean all, boolean whole, int width) {
        this.width = width;
        this.report = report;
        this.notation = ReportNotation.of(report);
        this.palette = palette;
        this.all = all;
        this.whole = whole;
    }

    /** A row each, or where that is too wide the verdict on a line below. */
    List<String> lines() {
        List<NodeReport> nodes = (all ? report.nodes() : report.verified()).stream().filter(this::isShown).toList();
        List<String> lines = new ArrayList<>(rows(nodes));
        for (NodeReport node : nodes) {
            if (node.gradient() != null && inline(node.gradient()) == null) {
                lines.add("");
                lines.addAll(block(node));
            }
        }
        return lines;
    }

    private List<String> rows(List<NodeReport> nodes) {
        TextTable table = new TextTable("leelll");
        nodes.forEach(node -> row(node, table));
        List<String> rows = table.lines(width);
        return rows != null ? rows : nodes.stream().flatMap(node -> twoRows(node).stream()).toList();
    }

    private List<String> twoRows(NodeReport node) {
        String value = node.gradient() == null ? null : inline(node.gradient());
        Formula shown = node.formula() == null ? null : node.formula().body();
        String full = shown == null ? "" : Display.visible(TextFormula.text(shown));
        String formula = full.isEmpty() || full.equals(value) ? "" : " = " + (whole ? full : Display.cut(full, Math.max(FORMULA, width)));
        List<String> lines = new ArrayList<>(Paragraph.wrapped(notation.gradient(node.name()) + formula + (value == null ? "" : " = " + value),
                width, INDENT + 2));
        String verdict = Stream.of(backprop(node), differences(node), verdict(node.verdict())).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("   "));
        lines.addAll(Paragraph.wrapped(" ".repeat(INDENT) + verdict, width, INDENT));
        definitions(node).forEach(line -> lines.addAll(Paragraph.wrapped(line, width, INDENT + 4)));
        return lines;
    }

    private List<String> definitions(NodeReport node) {
        if (node.formula() == null || node.formula().definitions().isEmpty()) {
            return List.of();
        }
        names = names != null ? names : report.nodes().stream().map(NodeReport::name).collect(Collectors.toSet());
        return node.formula().definitions().stream().filter(definition -> !names.contains(definition.name()))
                        .map(definition -> "    where " + definition.name() + " = " + ReportNotation.formula(definition.value(), DEFINITION)).toList();
    }

    private boolean isShown(NodeReport node) {
        return node.verdict() != null
                && (node.role() == Role.INPUT || all || Failures.isFailure(node.verdict()) || node.verdict().asKink().isPresent());
    }

    private void row(NodeReport node, TextTable table) {
        String value = node.gradient() == null ? null : inline(node.gradient());
        Formula shown = node.formula() == null ? null : node.formula().body();
        String full = shown == null ? "" : Display.visible(TextFormula.text(shown));
        boolean below = whole && Display.width(full) > FORMULA;
        boolean inRow = !full.isEmpty() && !full.equals(value) && !below;
        table.row(notation.gradient(node.name()), inRow ? "= " + Display.cut(full, FORMULA) : "", value == null ? "" : "= " + value, backprop(node),
                differences(node), verdict(node.verdict()));
        if (below) {
            table.line("    = " + full);
        }
        definitions(node).forEach(table::line);
    }

    private static String inline(Tensor matrix) {
        return TextGrid.entries(matrix, CELL, Digits.FULL);
    }

    private static String backprop(NodeReport node) {
        if (node.gradient() == null) {
            return "";
        } else if (node.gradient().shape().isScalar()) {
            return "backprop " + Digits.text(node.gradient().at(0));
        }
        int count = node.gradient().count();
        return node.verification().checked() < count ? node.verification().checked() + " of " + count + " entries" : count + " entries";
    }

    private static String differences(NodeReport node) {
        if (node.verification().estimate() == null) {
            return "";
        }
        String by = node.verification().evidence() == Evidence.DIGITS ? "60 digits " : "differences ";
        if (node.verification().estimate().shape().isScalar()) {
            double estimate = node.verification().estimate().at(0);
            return Double.isNaN(estimate) ? "" : by + Digits.estimate(estimate, node.verification().error()) + bar(node.verification().error());
        }
        double largest = largestDifference(node);
        return Double.isNaN(largest) ? "" : by + "off by at most " + Digits.error(largest) + bar(node.verification().error());
    }

    private static String bar(double error) {
        return Double.isNaN(error) ? "" : " ± " + Digits.error(error);
    }

    /** NaN where no entry has an estimate. */
    private static double largestDifference(NodeReport node) {
        double largest = Double.NaN;
        for (int k = 0; k < node.verification().estimate().count(); k++) {
            if (!Double.isNaN(node.verification().estimate().at(k))) {
                double difference = Math.abs(node.gradient().at(k) - node.verification().estimate().at(k));
                largest = difference <= largest ? largest : difference;
            }
        }
        return largest;
    }

    private String verdict(Verdict verdict) {
        String word = palette.word(verdict);
        String reason = verdict.read(REASON);
        return reason == null ? word : word + ": " + Display.visible(reason);
    }

    private static final Reasons REASON = new Reasons() {
        @Override
        public String kink(Verdict.Kink kink) {
            return "slopes " + slope(kink.left(), kink.right()) + " and " + slope(kink.right(), kink.left())
                    + (kink.convention() == null ? "" : ", " + kink.convention());
        }
    };

    /** A slope beside which the other is enormous is zero but for rounding. */
    private static String slope(double slope, double other) {
        return Math.abs(slope) < 1e-12 * Math.abs(other) ? "0" : Digits.text(slope, Digits.SHORT);
    }

    private List<String> block(NodeReport node) {
        List<String> lines = new ArrayList<>();
        String name = notation.gradient(node.name()) + " = ";
        for (String line : TextGrid.block(node.gradient(), width - Display.width(name))) {
            lines.add(Display.left(lines.isEmpty() ? name : "", Display.width(name)) + line);
        }
        return lines;
    }
}
