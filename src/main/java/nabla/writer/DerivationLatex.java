package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.formula.LatexFormula;
import nabla.formula.TextFormula;
import nabla.report.Derivation;
import nabla.report.Derivation.Line;
import nabla.report.Derivation.Step;
import nabla.report.Derivation.Working;
import nabla.report.Digits;
import nabla.tensor.Tensor;

/**
 * A derivation in LaTeX: two {@code align*} environments of amsmath, to stand in a document or on a slide; or the same rows in
 * {@code $$} for Markdown.
 */
public final class DerivationLatex {

    private static final int MOST_ROWS = 6;
    private static final String TIMES = " \\cdot ";
    private static final LatexRow DOTS = LatexRow.of("&\\;\\;\\vdots");

    private final Derivation derivation;
    private final Working working;
    private final Chain chain;
    private final String left;
    private boolean simplified;

    private DerivationLatex(Derivation derivation) {
        this.derivation = derivation;
        this.working = derivation.working();
        this.chain = new Chain(derivation, TIMES, "\\cdots");
        boolean direct = working.paths().size() > 1 && working.paths().stream().anyMatch(path -> path.factors().size() == 1);
        this.left = direct ? LatexFormula.total((Formula.Derivative) derivation.left()) : latex(derivation.left());
    }

    /** A fragment of a LaTeX document; what it is about and how it was verified are comments. */
    public static List<String> lines(Derivation derivation) {
        return lines(derivation, row -> row);
    }

    /** The same with each row changed. */
    public static List<String> lines(Derivation derivation, UnaryOperator<LatexRow> change) {
        DerivationLatex writer = new DerivationLatex(derivation);
        List<String> lines = new ArrayList<>();
        lines.add("% " + writer.title());
        for (List<LatexRow> rows : writer.blocks()) {
            lines.add("\\begin{align*}");
            lines.addAll(joined(rows.stream().map(change).toList()));
            lines.add("\\end{align*}");
        }
        ProofLines.of(derivation, writer.simplified).forEach(line -> lines.add("% " + line));
        return lines;
    }

    /** A part of a Markdown document, in the commands that repositories and notebooks know. */
    public static List<String> markdown(Derivation derivation) {
        DerivationLatex writer = new DerivationLatex(derivation);
        List<String> lines = new ArrayList<>(List.of("**" + TextFormula.text(derivation.left()) + "**"
                + (derivation.definition() == null ? "" : " of `" + derivation.of() + " = " + TextFormula.text(derivation.definition()) + "`"), ""));
        for (List<LatexRow> rows : writer.blocks()) {
            lines.add("$$");
            lines.add("\\begin{aligned}");
            joined(rows).forEach(row -> lines.add(row.replace("\\operatorname{", "\\mathrm{").replace("<", "\\lt ")));
            lines.add("\\end{aligned}");
            lines.add("$$");
            lines.add("");
        }
        lines.addAll(ProofLines.of(derivation, writer.simplified));
        return lines;
    }

    private static List<String> joined(List<LatexRow> rows) {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            lines.add(rows.get(k).text() + (k < rows.size() - 1 ? " \\\\" : ""));
        }
        return lines;
    }

    private String title() {
        return TextFormula.text(derivation.left())
                + (derivation.definition() == null ? "" : " of " + derivation.of() + " = " + TextFormula.text(derivation.definition()));
    }

    private List<List<LatexRow>> blocks() {
        List<List<LatexRow>> blocks = new ArrayList<>();
        if (derivation.isByPaths() && chain.isLong() || working.backward().size() > 1) {
            blocks.addAll(definitions());
        }
        List<LatexRow> rows = new ArrayList<>();
        if (derivation.isByPaths()) {
            chain(rows);
        } else {
            backward(rows);
        }
        result(rows);
        blocks.add(LatexPage.of(rows));
        return blocks;
    }

    private String latex(Formula formula) {
        return formula == null ? "\\dots" : LatexFormula.latex(formula, derivation.setting().matrices()::contains);
    }

    private static String remark(String words) {
        return words.replace("_", "\\_").replace("^", "\\^{}").replace("×", "} \\times \\text{");
    }

    /** The rules of a step, and the shapes of a matrix product: {@code $4 \times 2 = (4 \times 3)(3 \times 2)$}. */
    private static String remark(Step step) {
        String rules = step.reason();
        return step.shapes() == null ? remark(rules)
                : remark(rules + ", $" + step.shapes().replace(" = ", " = (").replace(" @ ", ")(").replace("×", " \\times ") + ")$");
    }

    /** What is computed, and beside it the local derivatives; below it where a page is not wide enough for both. */
    private List<List<LatexRow>> definitions() {
        List<LatexRow> both = new ArrayList<>();
        List<LatexRow> values = new ArrayList<>();
        List<LatexRow> derivatives = new ArrayList<>();
        int next = 0;
        for (int k = 0; k < working.lines().size(); k++) {
            Line line = working.lines().get(k);
            if (k == working.gap(working.lines())) {
                List.of(both, values, derivatives).forEach(rows -> rows.add(DOTS));
            }
            String start = latex(Formula.name(line.name())) + " &= ";
            String right = latex(line.right()) + value(line.value(), line.right());
            values.addAll(LatexRow.of(start, LatexLines.of(right), ""));
            boolean first = true;
            while (next < working.locals().size() && line.name().equals(((Formula.Derivative) working.locals().get(next).left()).of())) {
                Step local = working.locals().get(next++);
                both.add(new LatexRow(List.of(first ? start + right : LatexRow.NO_EQUATION, start(local) + right(local)), remark(local), false));
                derivatives.addAll(rows(local));
                first = false;
            }
            if (first) {
                both.add(LatexRow.of(start + right));
            }
        }
        return derivatives.isEmpty() ? List.of(values) : LatexPage.fits(both) ? List.of(both) : List.of(values, LatexPage.of(derivatives));
    }

    private List<LatexRow> rows(Step step) {
        return LatexRow.of(start(step), LatexLines.of(right(step)), remark(step));
    }

    private String start(Step step) {
        return latex(step.left()) + " &= ";
    }

    private String right(Step step) {
        return latex(step.right()) + value(step.value(), step.right());
    }

    /** A number where it says more than the formula. */
    private static String value(Tensor value, Formula formula) {
        return value == null || !value.shape().isScalar() || formula instanceof Formula.Number ? "" : " = " + number(value);
    }

    private static String number(Tensor value) {
        return LatexFormula.latex(Double.parseDouble(Digits.text(value.at(0), Digits.SHORT)));
    }

    private void chain(List<LatexRow> rows) {
        Step only = working.paths().get(0).factors().get(0);
        if (!chain.isLong()) {
            rows.add(LatexRow.of(left + " &= " + latex(only.right())).with(remark(only)));
            return;
        }
        int count = working.paths().size();
        rows(rows, left, step -> latex(step.left()), remark(count > 1 ? "chain rule, sum over " + count + " paths" : "chain rule"), "");
        rows(rows, "", step -> step.right() == null ? null : LatexFormula.factor(step.right(), derivation.setting().matrices()::contains), "", "");
    }

    private void rows(List<LatexRow> rows, String name, Function<Step, String> written, String comment, String end) {
        List<List<String>> paths = chain.paths(written);
        if (paths == null) {
            return;
        }
        rows.addAll(LatexRow.of(name + " &= ", LatexLines.of(chain.line(paths) + end), comment));
    }

    private void backward(List<LatexRow> rows) {
        for (int k = 0; k < working.backward().size(); k++) {
            if (k == working.gap(working.backward())) {
                rows.add(DOTS);
            }
            rows.addAll(rows(working.backward().get(k)));
        }
    }

    private void result(List<LatexRow> rows) {
        String text = derivation.result() == null ? null : latex(derivation.result());
        boolean said = text != null && rows.stream().anyMatch(row -> row.cells().get(0).equals((row.remark().isEmpty() ? "" : left) + " &= " + text));
        if (working.count() == 0) {
            rows.add(LatexRow.of(left + " &= " + (text == null ? "0" : text)));
        } else if (text != null && !said) {
            simplified = true;
            rows.addAll(LatexRow.of(" &= ", LatexLines.of(text), derivation.isByPaths() ? "simplified" : "substituted, simplified"));
        }
        Tensor value = derivation.value();
        if (value == null || derivation.result() instanceof Formula.Number) {
            return;
        }
        if (value.shape().isScalar() && derivation.isByPaths() && chain.isLong() && working.omitted() == 0) {
            rows(rows, "", step -> bracketed(step.value()), "", " = " + number(value));
        } else if (value.shape().isScalar()) {
            rows.add(LatexRow.of(" &= " + number(value)));
        } else if (value.shape().isMatrix() && value.rows() <= MOST_ROWS && value.columns() <= MOST_ROWS) {
            rows.add(LatexRow.of(" &= " + matrix(value)));
        }
    }

    private static String bracketed(Tensor value) {
        return value.at(0) < 0 ? "\\left(" + number(value) + "\\right)" : number(value);
    }

    private static String matrix(Tensor value) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < value.rows(); i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < value.columns(); j++) {
                row.add(number(Tensor.scalar(value.get(i, j))));
            }
            rows.add(String.join(" & ", row));
        }
        return "\\begin{bmatrix} " + rows.stream().collect(Collectors.joining(" \\\\ ")) + " \\end{bmatrix}";
    }
}
