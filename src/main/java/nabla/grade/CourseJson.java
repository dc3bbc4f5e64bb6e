package nabla.grade;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nabla.export.JsonFields;
import nabla.report.Binding;
import nabla.report.ClaimReport.Witness;
import nabla.tensor.Tensor;
import nabla.writer.Version;

/** Marks as one JSON document, in the manner of the reports of {@code check}. */
public record CourseJson(boolean reveal) implements CourseWriter {

    /** So many numbers of one submission, with up to 26 characters each, are at most 50 MiB. */
    private static final int NUMBERS = (50 << 20) / 26;
    private static final String LARGE = "the values where it is wrong would make the output larger than 50 MiB and are left out";

    @Override
    public void write(Course course, Writer out) throws IOException {
        JsonFields.document(out, fields -> {
            fields.text("nabla", Version.NUMBER);
            fields.text("problem", course.problem());
            fields.number("points", course.points());
            fields.array("questions", course.items(), item -> {
                fields.text("label", item.label());
                fields.text("target", item.target());
                fields.number("points", item.points());
                fields.text("text", item.text());
            });
            fields.array("submissions", course.submissions(), marked -> submission(marked, fields));
        });
    }

    private void submission(MarkedSubmission marked, JsonFields fields) throws IOException {
        fields.text("learner", marked.submission().learner().name());
        fields.text("id", marked.submission().learner().id().isEmpty() ? null : marked.submission().learner().id());
        fields.text("file", marked.submission().file());
        fields.number("points", marked.total());
        fields.number("alone", marked.alone());
        fields.text("refusal", marked.refused() == null ? null : marked.refused().text());
        fields.text("look", marked.needsEye() ? "yes" : null);
        int[] room = {NUMBERS};
        fields.array("answers", marked.marks(), mark -> {
            int numbers = numbers(mark.witness());
            boolean fits = numbers <= room[0];
            room[0] -= fits ? numbers : 0;
            answer(mark, fits, fields);
        });
        if (!marked.remarks().isEmpty()) {
            fields.texts("remarks", marked.remarks());
        }
    }

    /** How many there are to write. */
    private int numbers(Witness witness) {
        if (witness == null) {
            return 0;
        }
        List<Tensor> values = new ArrayList<>(witness.at().stream().map(Binding::value).toList());
        values.add(witness.yours());
        values.add(reveal ? witness.correct() : null);
        return values.stream().filter(Objects::nonNull).mapToInt(Tensor::count).sum();
    }

    private void answer(Mark mark, boolean fits, JsonFields fields) throws IOException {
        fields.text("question", mark.item().label());
        fields.text("verdict", mark.outcome().code());
        fields.number("points", mark.marks());
        fields.number("alone", mark.alone());
        if (mark.line() > 0) {
            fields.integer("line", mark.line());
        }
        fields.text("text", mark.written());
        fields.object("mistake", mark.mistake(), mistake -> {
            fields.texts("codes", mistake.codes());
            fields.text("message", reveal ? mistake.told() : mistake.message());
        });
        List<String> remarks = new ArrayList<>(mark.remarks());
        if (!fits) {
            remarks.add(LARGE);
        }
        if (!remarks.isEmpty()) {
            fields.texts("remarks", remarks);
        }
        fields.object("witness", fits ? mark.witness() : null, witness -> witness(witness, fields));
        fields.text("expected", reveal && mark.solution() != null && !mark.solution().isEmpty() ? mark.solution() : null);
    }

    private void witness(Witness witness, JsonFields fields) throws IOException {
        fields.object("at", witness.at(), at -> {
            for (var binding : at) {
                fields.matrix(binding.name(), binding.value());
            }
        });
        fields.matrix("yours", witness.yours());
        fields.matrix("correct", reveal ? witness.correct() : null);
    }
}
