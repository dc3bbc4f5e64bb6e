package nabla.grade;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import nabla.export.Markdown;

/** Marks as a Markdown table, with what each question was like below. */
public record CourseMarkdown() implements CourseWriter {

    @Override
    public void write(Course course, Writer out) throws IOException {
        List<String> lines = new ArrayList<>(List.of("# " + Markdown.text(course.title()), ""));
        List<String> head = new ArrayList<>(List.of("learner"));
        course.items().forEach(item -> head.add(Markdown.text(item.label())));
        head.add("total");
        lines.add(Markdown.row(head));
        lines.add(Markdown.rule("l" + "r".repeat(head.size() - 1)));
        for (MarkedSubmission marked : course.submissions()) {
            List<String> cells = new ArrayList<>(List.of(Markdown.text(marked.submission().learner().name())));
            marked.marks().forEach(mark -> cells.add(mark.outcome() == Outcome.MISSING ? "" : Wording.points(mark.marks())));
            cells.add(Wording.points(marked.total()));
            lines.add(Markdown.row(cells));
        }
        CourseStatistics statistics = new CourseStatistics(course);
        lines.addAll(List.of("", "Average " + Wording.points(statistics.average()) + ", median " + Wording.points(statistics.median()) + " of "
                + Wording.points(course.points()) + " points." + (statistics.unmarked() == 0 ? "" : " Not marked, with 0 points: " + statistics.unmarked() + "."), "", Markdown.row(List.of("question", "average", "mistakes")), Markdown.rule("lrl")));
        for (CourseStatistics.Row row : statistics.rows()) {
            List<String> mistakes = row.mistakes().entrySet().stream().map(e -> e.getValue() + " × " + Markdown.text(e.getKey())).toList();
            lines.add(Markdown.row(List.of(Markdown.text(row.item().title()), Wording.of(row.average(), row.item().points()),
                    String.join(", ", mistakes))));
        }
        for (String line : lines) {
            out.write(line + "\n");
        }
    }
}
