package nabla.grade;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import nabla.export.Csv;

/** Marks as CSV: for spreadsheets, and as the grade books of Canvas and Moodle import them. */
public enum GradeBooks implements CourseWriter {

    /** A line for each submission, a column for each question. */
    SPREADSHEET {
        @Override
        public void write(Course course, Writer out) throws IOException {
            List<Object> head = new ArrayList<>(List.of("learner", "id", "file"));
            course.items().forEach(item -> head.addAll(List.of(item.label(), item.label() + " outcome")));
            head.addAll(List.of("total", "without follow-through", "look at"));
            Csv csv = new Csv(out);
            csv.row(head);
            for (MarkedSubmission marked : course.submissions()) {
                List<Object> cells = new ArrayList<>(List.of(marked.submission().learner().name(), marked.submission().learner().id(),
                        marked.submission().file()));
                marked.marks().forEach(mark -> cells.addAll(List.of(rounded(mark.marks()), marked.refused() == null ? outcome(mark) : "not marked")));
                cells.addAll(List.of(rounded(marked.total()), rounded(marked.alone()), marked.refused() != null ? marked.refused().text() : marked.needsEye() ? "yes" : ""));
                csv.row(cells);
            }
        }
    },

    /** The columns Canvas exports; learners are told by their number, and the title has to be that of the assignment. */
    CANVAS {
        @Override
        public void write(Course course, Writer out) throws IOException {
            Csv csv = new Csv(out);
            csv.row("Student", "ID", "SIS User ID", "SIS Login ID", "Section", course.title());
            csv.row("    Points Possible", "", "", "", "", rounded(course.points()));
            for (MarkedSubmission marked : course.submissions()) {
                Learner learner = marked.submission().learner();
                csv.row(learner.name(), learner.id(), "", "", "", rounded(marked.total()));
            }
        }
    },

    /** The worksheet for offline grading; learners are told by their participant number. The time of the last change is not known. */
    MOODLE {
        @Override
        public void write(Course course, Writer out) throws IOException {
            Csv csv = new Csv(out);
            csv.row("Identifier", "Full name", "Grade", "Maximum Grade", "Last modified (grade)", "Feedback comments");
            Feedback feedback = new Feedback(course, new Wording(false));
            for (MarkedSubmission marked : course.submissions()) {
                Learner learner = marked.submission().learner();
                csv.row(learner.id().isEmpty() ? learner.name() : "Participant " + learner.id(), learner.name(),
                        rounded(marked.total()), rounded(course.points()), null, String.join("\n", feedback.text(marked)));
            }
        }
    };

    private static BigDecimal rounded(double points) {
        return BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP);
    }

    private static String outcome(Mark mark) {
        String mistake = mark.mistake() == null || mark.outcome() != Outcome.WRONG ? "" : ": " + mark.mistake().codes(" and ");
        return mark.outcome().code() + mistake;
    }
}
