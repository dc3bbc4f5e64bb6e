package nabla.grade;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nabla.export.JUnitXml;
import nabla.export.JUnitXml.Case;
import nabla.export.JUnitXml.Result;
import nabla.export.JUnitXml.Suite;

/** Marks as a test report: a suite for each submission, a case for each question, which passes where all its points are earned. */
public record CourseJUnit(Wording wording, Instant time) implements CourseWriter {

    @Override
    public void write(Course course, Writer out) throws IOException {
        new JUnitXml(out, time).write(course.problem(), course.submissions().stream().map(this::suite).toList());
    }

    private Suite suite(Marked marked) {
        String file = marked.submission().file();
        double seconds = marked.seconds() / Math.max(1, marked.marks().size());
        List<Case> cases = marked.marks().stream().map(mark -> one(marked, mark, seconds)).toList();
        return new Suite(file, file, cases);
    }

    private Case one(Marked marked, Mark mark, double seconds) {
        String learner = marked.submission().learner().name();
        String name = mark.item().title();
        if (marked.refused() != null) {
            return new Case(learner, name, seconds, Result.ERROR, marked.isRefused() ? "refused" : "unreadable", Feedback.plain(marked.refused()));
        } else if (mark.isFull()) {
            return new Case(learner, name, seconds, Result.PASSED, null, null);
        }
        boolean error = mark.outcome() == Outcome.UNREADABLE || mark.outcome() == Outcome.REFUSED || mark.outcome() == Outcome.UNDECIDED;
        List<String> lines = new ArrayList<>(List.of(Wording.of(mark.marks(), mark.item().points()) + " points, " + wording.verdict(mark)));
        lines.addAll(wording.details(mark));
        return new Case(learner, name, seconds, error ? Result.ERROR : Result.FAILURE, mark.outcome().code(), String.join("\n", lines));
    }
}
