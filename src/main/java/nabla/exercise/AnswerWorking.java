package nabla.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.derive.Deriver;
import nabla.formula.Formula;
import nabla.formula.NumberText;
import nabla.formula.TextFormula;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Model;
import nabla.op.Functions;
import nabla.op.Leaves;
import nabla.report.Derivation;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.tensor.Tensor;
import nabla.translate.Options;
import nabla.translate.Translator;

/** How the answer to an exercise comes about: what hints and the worked solution are made of. */
record AnswerWorking(Exercise exercise, Model model, Derivation derivation) {

    static AnswerWorking of(Exercise exercise) {
        Model model = Translator.translate(new Reader(Functions.names()).read(new SourceText("exercise", exercise.text())), Options.NONE);
        Node by = Topology.order(List.of(model.root())).stream().filter(node -> exercise.by().equals(node.name())).findFirst().orElseThrow();
        return new AnswerWorking(exercise, model, new Deriver(model).derive(model.output(), by));
    }

    /** Whether a name is the exercise's own; v1, v2, … stand for what has none. */
    boolean isOwn(String name) {
        return model.definitions().stream().anyMatch(node -> name.equals(node.name()))
                || model.leaves().stream().anyMatch(leaf -> name.equals(leaf.node().name()));
    }

    /** A formula as it is typed; one that is too long is left out. */
    static String text(Formula formula) {
        return formula == null ? "…" : TextFormula.text(formula);
    }

    /** Whether it says nothing: a number, or ones; so does a formula that is too long. */
    static boolean isNumber(Formula formula) {
        Formula positive = formula instanceof Formula.Negation negative ? negative.operand() : formula;
        return formula == null || positive instanceof Formula.Number || formula instanceof Formula.Call call && call.function().equals(Leaves.ONES);
    }

    /** A number as one would write it down: exact if that is short, otherwise four digits, zeros too: they say that it is rounded. */
    static String number(double value) {
        double rounded = Math.rint(value * 1e9) / 1e9 + 0.0;
        String exact = NumberText.of(rounded);
        if (exact.length() <= 7) {
            return exact;
        }
        String digits = String.format(Locale.ROOT, "%.4g", value);
        return digits.indexOf('e') < 0 ? digits : NumberText.of(Double.parseDouble(digits));
    }

    /** The values of the leaves by name. */
    Map<String, Tensor> point() {
        Map<String, Tensor> point = new LinkedHashMap<>();
        model.leaves().forEach(leaf -> point.put(leaf.node().name(), leaf.value()));
        return point;
    }
}
