package nabla.grade;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import nabla.export.Markup;
import nabla.page.Document;
import nabla.page.HtmlWriter;
import nabla.report.Report;

/**
 * Marks as a page: a table of everybody, what each question was like, and the answers of each learner; where solutions are told, also the graph of
 * the problem with both passes.
 *
 * @param problem its report; null where solutions are not told
 */
public record CourseHtml(Wording wording, Report problem) implements CourseWriter {

    @Override
    public void write(Course course, Writer out) throws IOException {
        new Document(out).write(course.title(), html -> {
            html.leaf("h1", course.title()).line();
            table(course, html);
            questions(new CourseStatistics(course), html);
            if (problem != null) {
                HtmlWriter.article(problem, html);
            }
            for (int k = 0; k < course.submissions().size(); k++) {
                learner(course, k, html);
            }
        });
    }

    /** The page of one learner. */
    public void write(Course course, MarkedSubmission marked, Writer out) throws IOException {
        new Document(out).write(course.title(), html -> {
            html.leaf("h1", course.title() + ", " + marked.submission().learner().name()).line();
            answers(course, marked, html);
        });
    }

    private static void table(Course course, Markup html) {
        html.open("div", "class", "wide").open("table").open("tr").leaf("th", "learner", "scope", "col");
        course.items().forEach(item -> html.leaf("th", item.label(), "scope", "col"));
        html.leaf("th", "total", "scope", "col").close().line();
        for (int k = 0; k < course.submissions().size(); k++) {
            MarkedSubmission marked = course.submissions().get(k);
            html.open("tr").open("td").leaf("a", marked.submission().learner().name(), "href", "#s" + k).close();
            for (Mark mark : marked.marks()) {
                html.leaf("td", mark.outcome() == Outcome.MISSING ? "–" : Wording.points(mark.marks()), "class", type(mark.outcome()));
            }
            html.leaf("td", Wording.points(marked.total())).close().line();
        }
        html.close().close().line();
    }

    private static void questions(CourseStatistics statistics, Markup html) {
        html.leaf("p", "Average " + Wording.points(statistics.average()) + ", median " + Wording.points(statistics.median()) + " of "
                + Wording.points(statistics.course().points()) + " points.").open("ul").line();
        for (CourseStatistics.Row row : statistics.rows()) {
            StringBuilder text = new StringBuilder(row.item().title() + ": average " + Wording.of(row.average(), row.item().points()));
            row.mistakes().forEach((code, count) -> text.append(text.indexOf("; ") < 0 ? "; " : ", ").append(count).append(" × ").append(code));
            html.leaf("li", text.toString()).line();
        }
        html.close().line();
    }

    private void learner(Course course, int k, Markup html) {
        MarkedSubmission marked = course.submissions().get(k);
        html.open("section", "id", "s" + k).leaf("h2", marked.submission().learner().name()).line();
        answers(course, marked, html);
        html.close().line();
    }

    private void answers(Course course, MarkedSubmission marked, Markup html) {
        html.leaf("p", Wording.of(marked.total(), course.points()) + " points").line();
        if (marked.refused() != null) {
            html.leaf("p", "not marked: " + marked.refused().clause(), "class", "bad").line();
            return;
        }
        html.open("ul").line();
        for (Mark mark : marked.marks()) {
            html.open("li").text(mark.item().title() + ", " + Wording.of(mark.marks(), mark.item().points()) + ": ")
                    .leaf("span", wording.verdict(mark), "class", type(mark.outcome()));
            wording.details(mark).forEach(detail -> html.leaf("p", detail));
            html.close().line();
        }
        html.close().line();
        List<String> remarks = marked.remarks();
        if (!remarks.isEmpty()) {
            html.leaf("h3", "Other lines").leaf("pre", String.join("\n", remarks)).line();
        }
    }

    private static String type(Outcome outcome) {
        return outcome.isAccepted() ? "good" : outcome == Outcome.WRONG || outcome == Outcome.UNREADABLE || outcome == Outcome.REFUSED ? "bad" : "open";
    }
}
