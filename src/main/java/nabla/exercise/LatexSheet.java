package nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.report.Derivation;
import nabla.report.Derivation.Path;
import nabla.report.Derivation.Step;
import nabla.formula.Formula;
import nabla.formula.LatexFormula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.matrix.Matrix;
import nabla.simplify.Formulas;

/** A sheet in LaTeX, with amsmath and nothing that a small installation lacks. */
record LatexSheet(String title, List<Exercise> exercises) {

    /** More rules than this do not fit beside an equation. */
    private static final int RULES = 3;
    private static final String HEAD = String.join("\n", "\\documentclass[11pt,a4paper]{article}", "\\usepackage{amsmath}", "\\usepackage[margin=25mm]{geometry}", "\\setlength{\\parindent}{0pt}",
            "\\begin{document}", "");

    String sheet() {
        StringBuilder text = new StringBuilder(HEAD).append("\\section*{").append(title).append("}\n\\begin{enumerate}\n");
        for (Exercise exercise : exercises) {
            Work work = Work.of(exercise);
            text.append("\\item Find $").append(target(exercise)).append("$, as a formula and as a number, where\n");
            put(work, text);
        }
        return text.append("\\end{enumerate}\n\\end{document}\n").toString();
    }

    String solutions() {
        StringBuilder text = new StringBuilder(HEAD).append("\\section*{").append(title).append(": solutions}\n\\begin{enumerate}\n");
        for (Exercise exercise : exercises) {
            Work work = Work.of(exercise);
            text.append("\\item The derivative $").append(target(exercise)).append("$ of\n");
            put(work, text);
            solution(work, text);
        }
        return text.append("\\end{enumerate}\n\\end{document}\n").toString();
    }

    private static void put(Work work, StringBuilder text) {
        Set<String> matrices = Set.copyOf(work.derivation().matrices());
        List<String> definitions = new ArrayList<>();
        for (Node node : work.model().definitions()) {
            Apply apply = (Apply) node;
            Formula right = Formulas.of(new Apply(null, apply.op(), apply.arguments())).orElseThrow();
            definitions.add(latex(Formula.name(node.name()), matrices) + " &= " + latex(right, matrices));
        }
        aligned(definitions, text);
        List<String> values = new ArrayList<>();
        work.point().forEach((name, value) -> values.add("$" + latex(Formula.name(name), matrices) + " = " + number(value) + "$"));
        text.append("at ").append(String.join(", ", values)).append(".\n\n");
    }

    private static void solution(Work work, StringBuilder text) {
        Derivation derivation = work.derivation();
        Set<String> matrices = Set.copyOf(derivation.matrices());
        List<String> lines = new ArrayList<>();
        derivation.lines().stream().filter(line -> !work.isOwn(line.name()))
                .forEach(line -> lines.add(latex(Formula.name(line.name()), matrices) + " &= " + latex(line.right(), matrices)));
        List<Step> steps = derivation.isByPaths() ? derivation.locals() : derivation.backward();
        for (Step step : steps) {
            lines.add(latex(step.left(), matrices) + " &= " + latex(step.right(), matrices) + remark(step));
        }
        if (derivation.isByPaths() && derivation.locals().size() > 1) {
            for (Path path : derivation.paths()) {
                lines.add(path.factors().stream().map(factor -> latex(factor.left(), matrices)).collect(Collectors.joining("\\,"))
                        + " &= " + latex(path.product(), matrices));
            }
        }
        Exercise exercise = work.exercise();
        String value = number(exercise.value());
        String formula = latex(exercise.formula(), matrices);
        lines.add(target(exercise) + " &= " + formula);
        if (!value.equals(formula)) {
            lines.add("&= " + value);
        }
        aligned(lines, text);
    }

    private static String remark(Step step) {
        return "&&\\text{\\footnotesize " + step.rules().stream().limit(RULES).collect(Collectors.joining(", ")).replace("_", "\\_").replace("^", "\\^{}") + "}";
    }

    private static void aligned(List<String> lines, StringBuilder text) {
        text.append("\\begin{align*}\n").append(String.join(" \\\\\n", lines)).append("\n\\end{align*}\n");
    }

    private static String target(Exercise exercise) {
        return LatexFormula.latex(new Formula.Derivative(exercise.of(), exercise.by(), true));
    }

    private static String latex(Formula formula, Set<String> matrices) {
        return formula == null ? "\\dots" : LatexFormula.latex(formula, matrices::contains);
    }

    private static String number(Matrix value) {
        if (value.shape().isScalar()) {
            return Work.number(value.at(0));
        }
        StringBuilder text = new StringBuilder("\\begin{bmatrix} ");
        for (int k = 0; k < value.count(); k++) {
            text.append(k == 0 ? "" : k % value.columns() == 0 ? " \\\\ " : " & ").append(Work.number(value.at(k)));
        }
        return text.append(" \\end{bmatrix}").toString();
    }
}
