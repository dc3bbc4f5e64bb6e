package nabla.cli;

import java.util.ArrayList;
import java.util.List;
import nabla.grade.Assignment;
import nabla.grade.Learner;
import nabla.grade.MarkedSubmission;
import nabla.grade.Submission;
import nabla.grade.Submissions;
import nabla.limit.Progress;
import nabla.source.Obstacle;

/** Marks submissions; one at which the program fails is handed back as not marked. */
record Marking(Assignment assignment, GradeOptions options, Defects defects) {

    /** Marks many, several at once; the marks come in the order of the submissions. */
    List<MarkedSubmission> all(List<Submissions.SubmissionFile> found) {
        Progress bar = options.layout().quiet() ? Progress.NONE : Bar.submissions();
        List<MarkedSubmission> marked = new ArrayList<>();
        bar.begin(found.size());
        try {
            new Batch(options.effort().threads()).run(found, this::mark, MarkedSubmission::lacksMemory, (one, work) -> {
                marked.add(work.get());
                bar.step();
            });
        } finally {
            bar.end();
        }
        return marked;
    }

    private MarkedSubmission mark(Submissions.SubmissionFile found) {
        MarkedSubmission marked = defects.guard(found.file(), () -> marked(found));
        return marked != null ? marked : assignment.mark(Submission.unread(Learner.of(found.file()), found.file(),
                Obstacle.unreadable("not marked because of a defect of nabla")), options.effort().limit());
    }

    private MarkedSubmission marked(Submissions.SubmissionFile found) {
        try {
            return assignment.mark(found.read(), options.effort().limit());
        } catch (OutOfMemoryError others) {
            return assignment.outOfMemory(Submission.unread(Learner.of(found.file()), found.file(), null));
        }
    }
}
