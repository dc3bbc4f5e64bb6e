package nabla.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nabla.check.Progress;
import nabla.grade.Assignment;
import nabla.grade.Marked;
import nabla.grade.Submission;
import nabla.grade.Submissions;

/** Marks many submissions in several threads; the marks come in the order of the submissions. */
record Marking(Assignment assignment, GradeOptions options, Defects defects) {

    List<Marked> all(List<Submissions.Found> found) {
        Progress bar = options.quiet() ? Progress.NONE : Bar.submissions();
        bar.begin(found.size());
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(options.threads(), Math.max(1, found.size())));
        try {
            List<Future<Marked>> futures = new ArrayList<>();
            for (Submissions.Found one : found) {
                futures.add(threads.submit(() -> mark(one)));
            }
            List<Marked> marked = new ArrayList<>();
            for (Future<Marked> future : futures) {
                marked.add(future.get());
                bar.step();
            }
            return marked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            bar.end();
        }
    }

    private Marked mark(Submissions.Found found) {
        Submission submission = found.read();
        Marked marked = defects.guard(found.file(), () -> assignment.mark(submission, options.limit()));
        return marked != null ? marked : assignment.mark(Submission.unread(submission.learner(), found.file(),
                "not marked because of a defect of nabla"), options.limit());
    }
}
