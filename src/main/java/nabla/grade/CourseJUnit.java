package nabla.grade;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.export.DistinctNames;
import nabla.export.JUnit;
import nabla.export.JUnit.Case;
import nabla.export.JUnit.Counts;
import nabla.export.JUnit.Result;
import nabla.export.JUnit.Suite;

/** Marks as a test report: a suite for each submission, a case for each question, which passes where all its points are earned. */
public record CourseJUnit(Wording wording, Instant time) implements CourseWriter {

    @Override
    public void write(Course course, Writer out) throws IOException {
        Map<String, DistinctNames> names = new HashMap<>();
        List<Suite> suites = course.submissions().stream().filter(marked -> !marked.marks().isEmpty())
                .map(marked -> suite(marked, names.computeIfAbsent(marked.submission().learner().name(), name -> new DistinctNames()))).toList();
        Counts counts = suites.stream().map(Suite::counts).reduce(Counts.NONE, Counts::plus);
        JUnit.document(out, course.problem(), counts, () -> suites.forEach(suite -> JUnit.suite(out, suite, time)));
    }

    private Suite suite(MarkedSubmission marked, DistinctNames names) {
        List<Case> cases = marked.marks().stream().map(mark -> one(marked, mark, names.of(mark.item().title()))).toList();
        return new Suite(marked.submission().file(), marked.seconds(), cases);
    }

    private Case one(MarkedSubmission marked, Mark mark, String name) {
        String learner = marked.submission().learner().name();
        if (marked.refused() != null) {
            return failed(learner, name, Result.ERROR, marked.isRefused() ? "refused" : "unreadable", List.of(marked.refused().clause()));
        } else if (mark.isFull()) {
            return Case.passed(learner, name);
        }
        boolean error = mark.outcome() == Outcome.UNREADABLE || mark.outcome() == Outcome.REFUSED || mark.outcome() == Outcome.UNDECIDED;
        List<String> lines = new ArrayList<>(List.of(Wording.of(mark.marks(), mark.item().points()) + " points, " + wording.verdict(mark)));
        lines.addAll(wording.details(mark));
        return failed(learner, name, error ? Result.ERROR : Result.FAILURE, mark.outcome().code(), lines);
    }

    private static Case failed(String learner, String name, Result result, String type, List<String> lines) {
        return new Case(learner, name, result, type, lines.get(0), lines);
    }
}
