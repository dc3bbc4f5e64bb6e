package nabla.grade;

import static nabla.source.Display.visible;

import java.util.ArrayList;
import java.util.List;
import nabla.export.Markdown;
import nabla.source.Display;
import nabla.writer.Palette;

/** What one learner gets back, as text or Markdown. */
public record Feedback(Course course, Wording wording) {

    /** As text. */
    public List<String> text(MarkedSubmission marked) {
        return text(marked, Palette.PLAIN);
    }

    List<String> text(MarkedSubmission marked, Palette palette) {
        List<String> lines = new ArrayList<>();
        lines.add(visible(course.title() + ", " + marked.submission().learner().name() + ": ")
                + Wording.of(marked.total(), course.points()) + " points");
        lines.add("");
        if (marked.refused() != null) {
            lines.add("  " + palette.bad("not marked") + ": " + visible(marked.refused().clause()));
            return lines;
        }
        int width = marked.marks().stream().mapToInt(mark -> Display.width(visible(mark.item().title()))).max().orElse(0);
        int digits = marked.marks().stream().mapToInt(mark -> points(mark).length()).max().orElse(0);
        for (Mark mark : marked.marks()) {
            lines.add("  " + Display.left(visible(mark.item().title()), width) + "   " + Display.right(points(mark), digits) + "   "
                    + wording.verdict(mark, palette));
            wording.details(mark).forEach(detail -> lines.add(" ".repeat(4) + detail));
        }
        if (!marked.remarks().isEmpty()) {
            lines.add("");
            lines.add("  Other lines:");
            marked.remarks().forEach(remark -> lines.add("    " + visible(remark)));
        }
        return lines;
    }

    private static String points(Mark mark) {
        return Wording.of(mark.marks(), mark.item().points());
    }

    /** As Markdown. */
    public List<String> markdown(MarkedSubmission marked) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + Markdown.text(course.title() + ", " + marked.submission().learner().name()));
        lines.add("");
        lines.add("**" + Wording.of(marked.total(), course.points()) + " points**");
        lines.add("");
        if (marked.refused() != null) {
            lines.add("Not marked: " + Markdown.text(marked.refused().clause()));
            return lines;
        }
        lines.add(Markdown.row(List.of("question", "points", "")));
        lines.add(Markdown.rule("lrl"));
        marked.marks().forEach(mark -> lines.add(Markdown.row(List.of(Markdown.text(mark.item().title()), points(mark),
                Markdown.text(wording.verdict(mark))))));
        for (Mark mark : marked.marks()) {
            List<String> details = wording.details(mark);
            if (!details.isEmpty()) {
                lines.addAll(List.of("", "## " + Markdown.text(mark.item().title()), ""));
                lines.addAll(Markdown.fenced(details));
            }
        }
        if (!marked.remarks().isEmpty()) {
            lines.addAll(List.of("", "## Other lines", ""));
            lines.addAll(Markdown.fenced(marked.remarks()));
        }
        return lines;
    }
}
