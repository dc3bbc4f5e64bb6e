package nabla.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import nabla.formula.Formula;
import nabla.formula.LatexFormula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.simplify.Formulas;
import nabla.tensor.Tensor;
import nabla.writer.DerivationLatex;
import nabla.writer.LatexRow;

/** A sheet in LaTeX, with amsmath and nothing that a small installation lacks. */
record LatexSheet(String title, List<Exercise> exercises) {

    private static final int WIDE = 60;
    private static final int NARROW = 30;
    private static final int LONGEST = 217;
    private static final String HEAD = String.join("\n", "\\documentclass[11pt,a4paper]{article}",
            "\\usepackage{amsmath}", "\\usepackage[margin=25mm]{geometry}", "\\setlength{\\parindent}{0pt}",
            "\\begin{document}", "");

    String sheet() {
        return document(title, (work, text) -> {
            text.append("\\item Find $").append(target(work.exercise())).append("$, as a formula and as a number, where\n");
            put(work, text);
            text.append(".\n");
        });
    }

    String solutions() {
        return document(title + ": solutions", (work, text) -> {
            text.append("\\item The derivative $").append(target(work.exercise())).append("$ of\n");
            put(work, text);
            solution(work, text);
        });
    }

    private String document(String heading, BiConsumer<AnswerWorking, StringBuilder> item) {
        StringBuilder text = new StringBuilder(HEAD).append("\\section*{").append(heading).append("}\n\\begin{enumerate}\n");
        exercises.forEach(exercise -> item.accept(AnswerWorking.of(exercise), text));
        return text.append("\\end{enumerate}\n\\end{document}\n").toString();
    }

    private static void put(AnswerWorking work, StringBuilder text) {
        Set<String> matrices = Set.copyOf(work.derivation().setting().matrices());
        List<String> definitions = new ArrayList<>();
        for (Node node : work.model().definitions()) {
            Apply apply = (Apply) node;
            Formula right = Formulas.of(new Apply(null, apply.op(), apply.arguments())).orElseThrow();
            definitions.add(latex(Formula.name(node.name()), matrices) + " &= " + latex(right, matrices));
        }
        aligned(definitions, text);
        List<String> values = new ArrayList<>();
        work.point().forEach((name, value) -> values.add("$" + latex(Formula.name(name), matrices) + " = " + number(value) + "$"));
        text.append("at ").append(String.join(", ", values));
    }

    /** The comments of a derivation say how it was verified: they stay in the file. */
    private static void solution(AnswerWorking work, StringBuilder text) {
        text.append(" is $").append(target(work.exercise())).append(" = ").append(number(work.exercise().value())).append("$:\n{\\small\n");
        DerivationLatex.lines(work.derivation(), LatexSheet::fitting).forEach(line -> text.append(ascii(line)).append('\n'));
        text.append("}\n");
    }

    /** Beside a long equation there is room for the first rules only, or for none. */
    private static LatexRow fitting(LatexRow row) {
        return row.text().length() > LONGEST ? row.with("") : row.cut(row.equations() > 1 ? NARROW : WIDE);
    }

    /** What stands in comments need not be read by TeX, but must not stop it. */
    private static String ascii(String line) {
        return line.startsWith("%") ? line.replace("±", "+-").replaceAll("[^ -~]", "?") : line;
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

    private static String number(Tensor value) {
        if (value.shape().isScalar()) {
            return AnswerWorking.number(value.at(0));
        }
        return "\\begin{bmatrix} " + value.joined(AnswerWorking::number, " & ", " \\\\ ") + " \\end{bmatrix}";
    }
}
