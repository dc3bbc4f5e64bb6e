package nabla.grade;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import nabla.export.JsonFields;

/** The {@code results.json} of a Gradescope autograder, which marks one submission at a time: the score of each question, and no other. */
public record Gradescope(Wording wording) implements CourseWriter {

    @Override
    public void write(Course course, Writer out) throws IOException {
        MarkedSubmission marked = course.submissions().get(0);
        JsonFields.document(out, fields -> {
            fields.number("execution_time", Math.round(marked.seconds() * 1000) / 1000.0);
            fields.text("output", String.join("\n", summary(course, marked)));
            fields.text("output_format", "text");
            fields.text("visibility", "visible");
            fields.text("stdout_visibility", "hidden");
            fields.array("tests", marked.marks(), mark -> test(course, mark, fields));
        });
    }

    private static List<String> summary(Course course, MarkedSubmission marked) {
        if (marked.refused() != null) {
            return List.of("Not marked: " + marked.refused().clause());
        }
        List<String> total = List.of(Wording.of(marked.total(), course.points()) + " points");
        return marked.remarks().isEmpty() ? total : Stream.of(total, List.of("", "Other lines:"), marked.remarks())
                .flatMap(List::stream).toList();
    }

    private void test(Course course, Mark mark, JsonFields fields) throws IOException {
        fields.number("score", mark.marks());
        fields.number("max_score", mark.item().points());
        fields.text("status", mark.isFull() ? "passed" : "failed");
        fields.text("name", mark.item().title());
        fields.text("number", String.valueOf(course.items().indexOf(mark.item()) + 1));
        List<String> details = wording.details(mark);
        String verdict = course.submissions().get(0).refused() == null ? wording.verdict(mark) : "not marked";
        fields.text("output", verdict + (details.isEmpty() ? "" : "\n" + String.join("\n", details)));
        fields.text("output_format", "text");
        fields.texts("tags", mark.mistake() == null ? List.of() : mark.mistake().codes());
        fields.text("visibility", "visible");
    }
}
