package nabla.grade;

import static nabla.source.Display.visible;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nabla.source.Diagnostic;
import nabla.source.Display;
import nabla.writer.Palette;

/**
 * Marks for the teacher's terminal: a line for each submission, what each question was like, and who needs a human eye.
 *
 * @param all     whether each learner's feedback is shown too; with a single submission it always is
 * @param palette the colours of its verdicts
 */
public record CourseText(Wording wording, boolean all, Palette palette) implements CourseWriter {

    private static final int NAME = 32;
    private static final int MISTAKES = 4;

    @Override
    public void write(Course course, Writer out) throws IOException {
        List<String> lines = new ArrayList<>();
        Feedback feedback = new Feedback(course, wording);
        if (all || course.submissions().size() == 1) {
            for (MarkedSubmission marked : course.submissions()) {
                lines.addAll(feedback.text(marked, palette));
                lines.add("");
            }
        }
        if (course.submissions().size() > 1) {
            overview(course, lines);
        } else {
            lines.remove(lines.size() - 1);
        }
        for (String line : lines) {
            out.write(line.stripTrailing() + "\n");
        }
    }

    private void overview(Course course, List<String> lines) {
        CourseStatistics statistics = new CourseStatistics(course);
        lines.add(visible(course.title()) + ": " + course.submissions().size() + " submissions, " + Wording.points(course.points()) + " points");
        lines.add("");
        table(course, lines);
        lines.add("");
        lines.add("  average " + Wording.points(statistics.average()) + ", median " + Wording.points(statistics.median())
                + (statistics.unmarked() == 0 ? "" : "; " + statistics.unmarked() + " not marked " + (statistics.unmarked() == 1 ? "counts" : "count") + " as 0"));
        lines.add("");
        for (CourseStatistics.Row row : statistics.rows()) {
            lines.add("  " + visible(row.item().title()) + ":  average " + Wording.of(row.average(), row.item().points()) + "; "
                    + row.outcomes().entrySet().stream().map(e -> e.getValue() + " " + e.getKey().code()).collect(Collectors.joining(", ")));
            String mistakes = row.mistakes().entrySet().stream().limit(MISTAKES)
                    .map((Map.Entry<String, Integer> e) -> e.getValue() + " × " + e.getKey()).collect(Collectors.joining(", "));
            if (!mistakes.isEmpty()) {
                lines.add("    mistakes: " + mistakes);
            }
        }
        List<MarkedSubmission> open = statistics.open();
        if (!open.isEmpty()) {
            lines.add("");
            lines.add("  Look at these yourself:");
            open.forEach(marked -> lines.add("    " + visible(marked.submission().file()) + ":  " + visible(why(marked))));
        }
    }

    private void table(Course course, List<String> lines) {
        int width = Math.min(NAME, course.submissions().stream().mapToInt(m -> Display.width(name(m))).max().orElse(0));
        StringBuilder head = new StringBuilder("  " + " ".repeat(width));
        List<Integer> widths = new ArrayList<>();
        for (Item item : course.items()) {
            String title = Display.cut(visible(item.label()), 12);
            widths.add(Math.max(4, Display.width(title)));
            head.append("  ").append(Display.right(title, widths.get(widths.size() - 1)));
        }
        lines.add(head + "   total");
        for (MarkedSubmission marked : course.submissions()) {
            StringBuilder line = new StringBuilder("  " + Display.left(Display.cut(name(marked), width), width));
            for (int i = 0; i < widths.size(); i++) {
                line.append("  ").append(Display.right(cell(marked.marks().get(i)), widths.get(i)));
            }
            lines.add(line + "  " + Display.right(Wording.points(marked.total()), 6)
                    + (marked.refused() == null ? "" : "  " + palette.bad(marked.isRefused() ? "refused" : "unreadable")));
        }
    }

    private static String line(Diagnostic problem) {
        return problem.span() == null ? "" : "line " + problem.span().line() + ": ";
    }

    private static String name(MarkedSubmission marked) {
        return visible(marked.submission().learner().name());
    }

    private static String cell(Mark mark) {
        return mark.outcome() == Outcome.MISSING ? "-" : Wording.points(mark.marks());
    }

    private static String why(MarkedSubmission marked) {
        if (marked.refused() != null) {
            return marked.refused().clause();
        }
        List<String> reasons = new ArrayList<>(marked.marks().stream().filter(mark -> mark.outcome().needsEye())
                .map(mark -> "question " + mark.item().label() + " " + mark.outcome().words()).toList());
        marked.problems().stream().filter(problem -> problem.isError() || marked.isMislaid()).findFirst()
                .ifPresent(problem -> reasons.add(line(problem) + problem.message()));
        return String.join("; ", reasons);
    }
}
