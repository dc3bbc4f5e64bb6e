package nabla.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nabla.check.Progress;
import nabla.grade.Assignment;
import nabla.grade.Learner;
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
            alone(found, marked);
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

    /** One that takes all the memory must not cost its neighbours their marks: those get another try, one after the other. */
    private void alone(List<Submissions.Found> found, List<Marked> marked) {
        for (int i = 0; options.threads() > 1 && i < marked.size(); i++) {
            if (marked.get(i).lacksMemory()) {
                marked.set(i, mark(found.get(i)));
            }
        }
    }

    private Marked mark(Submissions.Found found) {
        Marked marked = defects.guard(found.file(), () -> marked(found));
        return marked != null ? marked : assignment.mark(Submission.unread(Learner.of(found.file()), found.file(),
                "not marked because of a defect of nabla"), options.limit());
    }

    private Marked marked(Submissions.Found found) {
        try {
            return assignment.mark(found.read(), options.limit());
        } catch (OutOfMemoryError others) {
            return assignment.outOfMemory(Submission.unread(Learner.of(found.file()), found.file(), null));
        }
    }
}
