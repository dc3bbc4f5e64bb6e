package nabla.report;

import static nabla.source.Display.visible;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.matrix.Matrix;
import nabla.report.Report.Contribution;
import nabla.report.Report.NodeReport;

/**
 * Writes both passes step by step, in the terms of the lecture: variables in topological order; functions f1 … fk, each with one
 * output; forward i = 1 … k; backward i = k … 1, where every ∂L/∂v is 0 at first and each function adds
 * ∂L/∂O(i) * ∂f_i/∂v to those of its inputs.
 */
public final class Trace {

    private static final int CELL = 40;
    private static final int FORMULA = 60;
    private static final int STEP = 8;

    private final Writer out;

    /** Writes to {@code out}. */
    public Trace(Writer out) {
        this.out = out;
    }

    /** Both passes. */
    public void write(Report report) throws IOException {
        List<NodeReport> steps = report.nodes().stream().filter(node -> node.expression() != null).toList();
        write("trace of " + visible(report.source().name()) + ": variables in topological order, functions f1 … f" + steps.size());
        forward(report.nodes());
        backward(report, steps);
        write("");
    }

    private void forward(List<NodeReport> nodes) throws IOException {
        write("");
        write("forward");
        int i = 0;
        for (NodeReport node : nodes) {
            String step = node.expression() == null ? "" : "i = " + ++i;
            String formula = node.expression() == null ? "" : "f" + i + " = " + Notation.formula(node.expression(), FORMULA) + " = ";
            step(step, node.name() + " = " + formula, node.value());
        }
    }

    /** A number or a short matrix ends the line; a larger one stands below. */
    private void step(String step, String text, Matrix value) throws IOException {
        String start = "  " + step + " ".repeat(Math.max(2, STEP - step.length())) + text;
        String inline = value == null ? "?" : Grid.inline(value, CELL, Digits.FULL);
        write(start + inline);
        if (inline.indexOf('×') >= 0) {
            for (String line : Grid.block(value)) {
                write(" ".repeat(STEP + 4) + line);
            }
        }
    }

    private void backward(Report report, List<NodeReport> steps) throws IOException {
        Notation notation = Notation.of(report);
        Map<String, List<Step>> steppings = stepsByUse(report.nodes());
        Map<String, Matrix> sums = new HashMap<>();
        write("");
        write("backward: every " + notation.partial("v") + " is 0 at first, " + notation.partial(report.output()) + " is "
                + (notation.scalar() ? "1" : "the upstream gradient"));
        for (int i = steps.size(); i > 0; i--) {
            NodeReport node = steps.get(i - 1);
            if (steppings.containsKey(node.name())) {
                String expression = Notation.formula(node.expression(), FORMULA);
                step("i = " + i, node.name() + " = f" + i + " = " + expression + ",  " + notation.partial(node.name()) + " = ",
                        node.gradient());
                for (Step step : steppings.get(node.name())) {
                    add(step, i, notation, sums);
                }
            }
        }
    }

    private void add(Step step, int i, Notation notation, Map<String, Matrix> sums) throws IOException {
        Contribution term = step.term();
        String name = step.node().name();
        Matrix sum = sums.merge(name, term.term(), Trace::sum);
        step("", notation.partial(name) + " += " + product(term, i, name, notation) + " = ", term.term());
        if (step.node().contributions().size() > 1) {
            step("", notation.partial(name) + " is now ", sum);
        }
    }

    /** {@code ∂z/∂v1 * ∂f1/∂x = 1 * y = 1 * 2}; where the rule is no product, the rule alone. */
    private static String product(Contribution term, int i, String name, Notation notation) {
        String local = term.local() == null ? "1" : Notation.formula(term.local(), FORMULA);
        if (term.factor() == null) {
            return local;
        }
        String symbols = notation.partial(term.via()) + " * ∂f" + i + "/∂" + name;
        String upstream = Grid.inline(term.upstream(), CELL, Digits.FULL);
        String factor = Grid.inline(term.factor(), CELL, Digits.FULL);
        if (upstream.indexOf('×') >= 0 || factor.indexOf('×') >= 0) {
            return symbols + " = " + notation.partial(term.via()) + " * " + bracketed(local);
        }
        String formula = local.equals(factor) ? "" : " = " + upstream + " * " + bracketed(local);
        return symbols + formula + " = " + upstream + " * " + bracketed(factor);
    }

    private static String bracketed(String factor) {
        return factor.startsWith("-") || factor.indexOf(' ') >= 0 && !factor.startsWith("[") ? "(" + factor + ")" : factor;
    }

    private static Matrix sum(Matrix a, Matrix b) {
        return Matrix.of(a.shape(), k -> a.at(k) + b.at(k));
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

    private void write(String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
