package nabla.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.formula.TextFormula;
import nabla.report.Derivation;
import nabla.report.Derivation.InputValue;
import nabla.report.Derivation.Line;
import nabla.report.Derivation.Step;
import nabla.report.Derivation.Working;
import nabla.report.Digits;
import nabla.report.TextGrid;
import nabla.source.Display;
import nabla.source.Paragraph;
import nabla.tensor.Tensor;

/** A derivation for people: the definitions with their local derivatives, the chain rule, the result and how it was verified. */
public final class DerivationText {

    private static final int FORMULA = 60;
    private static final int CELL = 24;
    private static final int MOST_GIVEN = 6;
    private static final String TIMES = " · ";

    private final Derivation derivation;
    private final Working working;
    private final Chain chain;
    private final EquationRows rows;
    private final int width;
    private final String left;
    private boolean simplified;

    private DerivationText(Derivation derivation, int width) {
        this.derivation = derivation;
        this.working = derivation.working();
        this.width = width;
        this.rows = new EquationRows(width - 2);
        this.chain = new Chain(derivation, TIMES, "…");
        this.left = TextFormula.text(derivation.left());
    }

    /** The lines, without line ends. */
    public static List<String> lines(Derivation derivation) {
        return lines(derivation, Paragraph.WIDTH);
    }

    /** The same in so many columns. */
    public static List<String> lines(Derivation derivation, int width) {
        return Paragraph.wrapped(new DerivationText(derivation, width).lines().stream().map(Display::visible).toList(), width);
    }

    /** The result alone: {@code dz/dx = y + 1}; its value where it is too long to be read. */
    public static List<String> result(Derivation derivation) {
        String value = derivation.value() == null ? "…" : TextGrid.inline(derivation.value(), CELL * 2, Digits.FULL);
        return List.of(Display.visible(TextFormula.text(derivation.left()) + " = "
                + (derivation.result() == null ? value : TextFormula.text(derivation.result()))));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(title()));
        boolean brief = derivation.isByPaths() && !chain.isLong() || working.backward().size() == 1 || working.count() == 0;
        if (!brief) {
            lines.add("");
            lines.addAll(indented(definitions()));
        }
        lines.add("");
        if (derivation.isByPaths()) {
            chain();
        } else {
            backward();
        }
        result();
        lines.addAll(indented(rows.lines()));
        lines.add("");
        lines.addAll(indented(ProofLines.of(derivation, simplified)));
        return lines;
    }

    private static List<String> indented(List<String> lines) {
        return lines.stream().map(line -> ("  " + line).stripTrailing()).toList();
    }

    private String title() {
        String of = derivation.definition() == null ? "" : " of " + derivation.of() + " = " + cut(derivation.definition());
        return left + of;
    }

    private static String cut(Formula formula) {
        return Display.cut(TextFormula.text(formula), FORMULA);
    }

    private String given() {
        boolean shown = derivation.setting().given().size() <= MOST_GIVEN && derivation.setting().given().stream().allMatch(g -> g.value().shape().isScalar());
        return shown ? "at " + derivation.setting().given().stream().map(DerivationText::given).collect(Collectors.joining(", ")) : "with numbers";
    }

    private static String given(InputValue given) {
        return given.name() + " = " + Digits.text(given.value().at(0), Digits.SHORT);
    }

    /** Beside each definition its local derivatives; where that is too wide, these below all of them. */
    private List<String> definitions() {
        List<String> beside = defined(true).lines(width - 2);
        if (beside != null) {
            return beside;
        }
        TextTable locals = new TextTable("lel");
        working.locals().forEach(local -> locals.row(TextFormula.text(local.left()), equal(local), rules(local)));
        List<String> lines = new ArrayList<>(defined(false).lines());
        lines.add("");
        List<String> below = locals.lines(width - 2);
        lines.addAll(below == null ? locals.lines() : below);
        return lines;
    }

    private TextTable defined(boolean beside) {
        TextTable lines = new TextTable(beside ? "leelel" : "lee");
        int next = 0;
        for (int k = 0; k < working.lines().size(); k++) {
            Line line = working.lines().get(k);
            if (k == working.gap(working.lines())) {
                lines.line("… " + working.omitted() + " more");
            }
            List<String> cells = List.of(line.name(), "= " + (line.right() == null ? "…" : cut(line.right())), value(line.value()));
            boolean first = true;
            while (beside && next < working.locals().size() && line.name().equals(of(working.locals().get(next)))) {
                Step local = working.locals().get(next++);
                lines.row(first ? cells.get(0) : "", first ? cells.get(1) : "", first ? cells.get(2) : "", TextFormula.text(local.left()),
                        equal(local), rules(local));
                first = false;
            }
            if (first) {
                lines.row(cells.toArray(String[]::new));
            }
        }
        return lines;
    }

    private static String of(Step local) {
        return ((Formula.Derivative) local.left()).of();
    }

    /** The right side, and its value where that says more. */
    private static String equal(Step step) {
        String right = step.right() == null ? "…" : cut(step.right());
        String value = value(step.value());
        return "= " + right + (value.isEmpty() || value.equals("= " + right) ? "" : " " + value);
    }

    private static String value(Tensor value) {
        String text = value == null ? null : TextGrid.entries(value, CELL, Digits.SHORT);
        return text == null ? "" : "= " + text;
    }

    private static String rules(Step step) {
        return step.reason() + (step.shapes() == null ? "" : ", " + step.shapes());
    }

    private void chain() {
        Step only = working.paths().get(0).factors().get(0);
        if (!chain.isLong()) {
            rows.add(left, "= " + (only.right() == null ? "…" : TextFormula.text(only.right())), rules(only));
            return;
        }
        int count = working.paths().size();
        rows(chain.paths(step -> TextFormula.text(step.left())), left, count > 1 ? "chain rule, sum over " + count + " paths" : "chain rule", "");
        rows(chain.paths(step -> step.right() == null ? null : TextFormula.factor(step.right())), "", "", "");
    }

    private void rows(List<List<String>> paths, String name, String remark, String end) {
        if (paths != null) {
            rows.add(name, "= " + chain.line(paths) + end, remark);
        }
    }

    private void backward() {
        for (int k = 0; k < working.backward().size(); k++) {
            Step step = working.backward().get(k);
            if (k == working.gap(working.backward())) {
                rows.line("… " + working.omitted() + " more");
            }
            boolean last = k == working.backward().size() - 1;
            rows.add(TextFormula.text(step.left()), last && step.right() != null ? "= " + TextFormula.text(step.right()) : equal(step), rules(step));
        }
    }

    /** The result in its shortest form, and the number; what stands above already is not said again. */
    private void result() {
        String before = said();
        String text = derivation.result() == null ? null : TextFormula.text(derivation.result());
        if (working.count() == 0) {
            rows.add(left, "= " + (text == null ? "0" : text), "no path leads from " + derivation.of() + " to " + derivation.quotient().by());
        } else if (text != null && !text.equals(before)) {
            String comment = derivation.isByPaths() ? "simplified" : "substituted, simplified";
            rows.add("", "= " + text, comment);
            simplified = true;
        }
        if (derivation.value() == null || value(derivation.value()).equals("= " + text)) {
            return;
        }
        String value = value(derivation.value(), derivation.value().shape().isScalar());
        boolean plugged = derivation.isByPaths() && chain.isLong() && working.omitted() == 0;
        if (plugged) {
            rows(chain.paths(step -> number(step.value())), "", given(), sum() + value);
        } else if (!value.isEmpty()) {
            rows.add("", value.strip(), given());
        }
    }

    private String said() {
        if (derivation.isByPaths()) {
            List<List<String>> paths = chain.paths(step -> step.right() == null ? "…" : TextFormula.text(step.right()));
            return chain.line(paths);
        }
        Step last = working.backward().isEmpty() ? null : working.backward().get(working.backward().size() - 1);
        return last == null || last.right() == null ? null : TextFormula.text(last.right());
    }

    private static String number(Tensor value) {
        String text = Digits.text(value.at(0), Digits.SHORT);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    /** What each path contributes, where there are several and they are products. */
    private String sum() {
        boolean products = working.paths().size() > 1 && working.paths().stream().anyMatch(path -> path.factors().size() > 1);
        return !products ? "" : " = " + working.paths().stream().map(path -> number(path.value())).collect(Collectors.joining(" + "));
    }

    private static String value(Tensor value, boolean full) {
        String text = TextGrid.entries(value, CELL * 2, full ? Digits.FULL : Digits.SHORT);
        return text == null ? "" : " = " + text;
    }
}
