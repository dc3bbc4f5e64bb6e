package nabla.writer;

import java.io.IOException;
import java.util.List;
import nabla.export.JsonFields;
import nabla.report.Binding;
import nabla.report.RuleLine;
import nabla.report.Worst;
import nabla.verdict.Verdict;

/** Fields that several parts of a report have. */
final class JsonParts {

    private JsonParts() { }

    static void verdict(Verdict verdict, JsonFields fields) throws IOException {
        fields.text("verdict", verdict.word());
        fields.text("reason", verdict.read(Reasons.REASON));
    }

    static void worst(Worst worst, JsonFields fields) throws IOException {
        if (worst.entry().size() == 2) {
            fields.integer("row", worst.entry().get(0));
            fields.integer("column", worst.entry().get(1));
        } else {
            fields.integers("entry", numbers(worst.entry()));
        }
        fields.number("bars", worst.bars());
        fields.number("backprop", worst.backprop());
        fields.number("estimate", worst.estimate());
        fields.number("error", worst.error());
        if (worst.point() != null) {
            fields.integer("point", worst.point().index());
        }
    }

    static void ruleLine(RuleLine line, JsonFields fields) throws IOException {
        fields.integer("line", line.line());
        fields.text("gradient", line.gradient());
    }

    static void bindings(List<Binding> bindings, JsonFields fields) throws IOException {
        for (Binding binding : bindings) {
            fields.matrix(binding.name(), binding.value());
        }
    }

    static int[] numbers(List<Integer> indices) {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }
}
