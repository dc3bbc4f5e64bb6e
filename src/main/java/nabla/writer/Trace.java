package nabla.writer;

import static nabla.source.Display.visible;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.formula.FormulaChange;
import nabla.report.Digits;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Contribution;
import nabla.report.Report;
import nabla.report.ShapeFit;
import nabla.report.TextGrid;
import nabla.source.Paragraph;
import nabla.tensor.Tensor;

/**
 * Writes both passes step by step, in the terms of the lecture: variables in topological order; functions f1 … fk, each with one
 * output; forward i = 1 … k; backward i = k … 1, where every ∂L/∂v is 0 at first and each function adds
 * ∂L/∂O(i) * ∂f_i/∂v to those of its inputs.
 */
public final class Trace {

    private static final int CELL = 40;
    private static final int FORMULA = 60;
    private static final int STEP = 8;

    private final Steps out;
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private Set<String> names;

    /** Takes the lines of one step after the other; the first are a heading. */
    public interface Steps {
        void add(List<String> lines) throws IOException;
    }

    /** Writes in lines of so many columns where that can be. */
    public Trace(Steps out, int width) {
        this.out = out;
        this.width = width;
    }

    /** Writes to {@code out}. */
    public static Trace to(Writer out, int width) {
        return new Trace(lines -> {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }, width);
    }

    /** Both passes. */
    public void write(Report report) throws IOException {
        names = report.nodes().stream().map(NodeReport::name).collect(Collectors.toSet());
        List<NodeReport> steps = report.nodes().stream().filter(node -> node.expression() != null).toList();
        write("trace of " + visible(report.source().name()) + ": variables in topological order, functions f1 … f" + steps.size());
        forward(report);
        backward(report, steps);
        write("");
        out.add(List.copyOf(lines));
    }

    private void forward(Report report) throws IOException {
        ProductShapes shapes = ProductShapes.of(report);
        write("");
        write("forward");
        int i = 0;
        for (NodeReport node : report.nodes()) {
            String step = node.expression() == null ? "" : "i = " + ++i;
            String formula = node.expression() == null ? "" : "f" + i + " = " + ReportNotation.formula(node.expression(), FORMULA) + " = ";
            step(step, node.name() + " = " + formula, node.value(), shapes.of(node));
        }
    }

    /** A number or a short matrix ends the line; a larger one stands below. After a matrix product come its shapes. */
    private void step(String step, String text, Tensor value, String shapes) throws IOException {
        if (!step.isEmpty()) {
            out.add(List.copyOf(lines));
            lines.clear();
        }
        String start = "  " + step + " ".repeat(Math.max(2, STEP - step.length())) + text;
        String entries = value == null ? "?" : TextGrid.entries(value, CELL, Digits.FULL);
        boolean below = entries == null;
        write(start + (below && !shapes.isEmpty() ? shapes : (below ? value.shape() : entries) + (shapes.isEmpty() ? "" : "   (" + shapes + ")")));
        if (below) {
            for (String line : TextGrid.block(value, width - STEP - 4)) {
                write(" ".repeat(STEP + 4) + line);
            }
        }
    }

    private void backward(Report report, List<NodeReport> steps) throws IOException {
        ReportNotation notation = ReportNotation.of(report);
        Map<String, List<Step>> steppings = stepsByUse(report.nodes());
        Map<String, Tensor> sums = new HashMap<>();
        write("");
        write("backward: every " + notation.partial("v") + " is 0 at first, " + notation.partial(report.output()) + " is "
                + (notation.scalar() ? "1" : "the upstream gradient"));
        for (int i = steps.size(); i > 0; i--) {
            NodeReport node = steps.get(i - 1);
            if (steppings.containsKey(node.name())) {
                String expression = ReportNotation.formula(node.expression(), FORMULA);
                step("i = " + i, node.name() + " = f" + i + " = " + expression + ",  " + notation.partial(node.name()) + " = ",
                        node.gradient(), "");
                for (Step step : steppings.get(node.name())) {
                    add(step, i, notation, sums);
                }
            }
        }
    }

    private void add(Step step, int i, ReportNotation notation, Map<String, Tensor> sums) throws IOException {
        Contribution term = step.term();
        String name = step.node().name();
        Tensor sum = sums.merge(name, term.term(), Trace::sum);
        ShapeFit fitting = ShapeFit.of(term);
        String stretch = fitting.stretch();
        String formulas = products(term, i, name, notation).stream().map(fitting::sum).collect(Collectors.joining(" = "));
        step("", notation.partial(name) + " += " + formulas + (stretch.isEmpty() ? "" : " " + stretch) + " = ", term.term(), ProductShapes.text(term.product()));
        if (step.node().contributions().size() > 1) {
            step("", notation.partial(name) + " is now ", sum, "");
        }
    }

    /** {@code ∂z/∂v1 * ∂f1/∂x}, {@code 1 * y}, {@code 1 * 2}; where the rule is no product, the rule alone. */
    private List<String> products(Contribution term, int i, String name, ReportNotation notation) {
        String partial = notation.partial(term.via());
        if (term.factor() == null) {
            return List.of(ReportNotation.local(term, term.local() == null ? null : upstream(term.local(), "d" + term.via(), partial), FORMULA));
        }
        String local = term.local() == null ? "1" : ReportNotation.formula(term.local(), FORMULA);
        String upstream = TextGrid.entries(term.upstream(), CELL, Digits.FULL);
        String factor = TextGrid.entries(term.factor(), CELL, Digits.FULL);
        List<String> products = new ArrayList<>(List.of(partial + " * ∂f" + i + "/∂" + name));
        boolean matrix = !term.upstream().shape().isScalar();
        if (matrix) {
            products.add(local.equals("1") ? partial : partial + " * " + bracketed(local));
        } else if (!local.equals(factor)) {
            products.add(upstream + " * " + bracketed(local));
        }
        if (upstream != null && factor != null && !(matrix && local.equals("1"))) {
            products.add(upstream + " * " + bracketed(factor));
        }
        return products;
    }

    /** A rule with the gradient it is given written as everywhere else. */
    private Formula upstream(Formula rule, String called, String partial) {
        if (rule instanceof Formula.Name name && name.name().equals(called) && !names.contains(called)) {
            return Formula.name(partial);
        }
        return FormulaChange.of(rule, part -> upstream(part, called, partial));
    }

    private static String bracketed(String factor) {
        return factor.startsWith("-") || factor.indexOf(' ') >= 0 && !factor.startsWith("[") ? "(" + factor + ")" : factor;
    }

    private static Tensor sum(Tensor a, Tensor b) {
        return Tensor.of(a.shape(), k -> a.at(k) + b.at(k));
    }

    /** What one use adds to a node's gradient. */
    private record Step(NodeReport node, Contribution term) { }

    private static Map<String, List<Step>> stepsByUse(List<NodeReport> nodes) {
        Map<String, List<Step>> steps = new HashMap<>();
        for (NodeReport node : nodes) {
            for (Contribution term : node.contributions()) {
                steps.computeIfAbsent(term.via(), via -> new ArrayList<>()).add(new Step(node, term));
            }
        }
        return steps;
    }

    private void write(String line) {
        lines.addAll(Paragraph.wrapped(List.of(line), width));
    }
}
