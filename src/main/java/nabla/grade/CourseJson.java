package nabla.grade;

import java.io.IOException;
import java.io.Writer;
import nabla.export.JsonFields;
import nabla.report.Report.Witness;
import nabla.report.Version;

/** Marks as one JSON document, in the manner of the reports of {@code check}. */
public record CourseJson(boolean reveal) implements CourseWriter {

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

    private void submission(Marked marked, JsonFields fields) throws IOException {
        fields.text("learner", marked.submission().learner().name());
        fields.text("id", marked.submission().learner().id().isEmpty() ? null : marked.submission().learner().id());
        fields.text("file", marked.submission().file());
        fields.number("points", marked.total());
        fields.number("alone", marked.alone());
        fields.text("refusal", marked.refused());
        fields.text("look", marked.needsEye() ? "yes" : null);
        fields.array("answers", marked.marks(), mark -> answer(mark, fields));
        if (!marked.remarks().isEmpty()) {
            fields.texts("remarks", marked.remarks());
        }
    }

    private void answer(Mark mark, JsonFields fields) throws IOException {
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
            fields.text("message", mistake.message());
        });
        if (!mark.remarks().isEmpty()) {
            fields.texts("remarks", mark.remarks());
        }
        fields.object("witness", mark.witness(), witness -> witness(witness, fields));
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
