package nabla.grade;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import nabla.formula.NumberText;
import nabla.homework.FairCopy;
import nabla.homework.Problem;
import nabla.homework.SubmissionContents;
import nabla.homework.SubmissionReader;
import nabla.homework.SubmittedAnswer;
import nabla.homework.TableReader;
import nabla.limit.TimeLimit;
import nabla.mistake.Recogniser;
import nabla.model.QuestionTarget;
import nabla.op.Functions;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.Obstacle;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import nabla.syntax.Script;
import nabla.translate.Options;

/** A problem that submissions are marked against. It is translated once; submissions may be marked in several threads. */
public final class Assignment {

    /** Words of a submission. */
    private static final int WORDS = 100_000;
    private static final int LINE = 10_000;

    private final SourceText source;
    private final Problem problem;
    private final List<Diagnostic> diagnostics;
    private final List<Item> items;
    /** Null where the problem cannot be read. */
    private final MarkingScheme scheme;

    /** Reads a problem; whether that went well is in the diagnostics. {@code revealing} says whether marks come with the right answers. */
    public Assignment(SourceText source, Path folder, Settings settings, boolean revealing) {
        this.source = source;
        this.problem = Problem.of(new Reader(Functions.names()).read(source),
                new Options(settings.seed(), settings.at(), settings.free(), folder));
        Credits credits = new Credits(problem.credits());
        this.diagnostics = new ArrayList<>(problem.model().diagnostics());
        diagnostics.addAll(credits.diagnostics());
        if (problem.questions().isEmpty() && diagnostics.stream().noneMatch(Assignment::isError)) {
            diagnostics.add(Diagnostic.error(null, "the problem has no question", "write for example: question \"1\" dz/dx points 2"));
        }
        problem.questions().stream().filter(this::isAlone).forEach(asked -> diagnostics.add(Diagnostic.warning(asked.question().span(),
                "the problem has no op " + asked.target() + ": what is handed in is compared with its own forward pass only",
                "write op " + asked.target() + "(…) { forward … }")));
        this.items = problem.questions().stream().map(Item::of).toList();
        this.scheme = isReadable() ? new MarkingScheme(problem, credits, settings, revealing) : null;
    }

    private boolean isAlone(QuestionTarget asked) {
        return asked.isOperation() && problem.handwork().stream().noneMatch(handwork -> handwork.name().equals(asked.target()));
    }

    private static boolean isError(Diagnostic diagnostic) {
        return diagnostic.isError();
    }

    public SourceText source() {
        return source;
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether anything can be marked against it. */
    public boolean isReadable() {
        return diagnostics.stream().noneMatch(Assignment::isError);
    }

    /** The name of the problem without folder and ending. */
    public String title() {
        String name = source.name().replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.grad$", "");
    }

    /** The questions. */
    public List<Item> items() {
        return items;
    }

    Problem problem() {
        return problem;
    }

    /** What answers are marked by, if the problem is readable. */
    MarkingScheme scheme() {
        return scheme;
    }

    /** Marks a submission; one that takes more CPU time than the limit is refused. */
    public MarkedSubmission mark(Submission submission, Duration limit) {
        if (submission.problem() != null) {
            return refused(submission, submission.problem());
        }
        long start = System.nanoTime();
        try {
            MarkedSubmission marked = within(submission, new TimeLimit(limit));
            return marked.took((System.nanoTime() - start) / 1e9);
        } catch (TimeoutException late) {
            return refused(submission, Obstacle.refused("it takes more than " + NumberText.of(limit.toMillis() / 1000.0) + " seconds"))
                    .took(limit.toNanos() / 1e9);
        } catch (OutOfMemoryError large) {
            return outOfMemory(submission);
        }
    }

    /** What it is worth does not wait for names: where the time is over, it is marked once more without looking for them. */
    private MarkedSubmission within(Submission submission, TimeLimit limit) throws TimeoutException {
        try {
            return limit.run(() -> mark(submission, true));
        } catch (TimeoutException late) {
            return limit.run(() -> mark(submission, false));
        }
    }

    /** For a submission at which memory was lacking. */
    public MarkedSubmission outOfMemory(Submission submission) {
        return refused(submission, MarkedSubmission.MEMORY);
    }

    private MarkedSubmission refused(Submission submission, Obstacle why) {
        return new MarkedSubmission(submission, items.stream().map(Mark::missing).toList(), List.of(), why, 0);
    }

    private MarkedSubmission mark(Submission handedIn, boolean thorough) {
        String excess = handedIn.answers() == null ? null : excess(handedIn.answers());
        if (excess != null) {
            return refused(handedIn, Obstacle.refused(excess));
        }
        List<Diagnostic> problems = new ArrayList<>();
        Submission submission = handedIn;
        if (handedIn.answers() != null) {
            FairCopy copy = FairCopy.of(handedIn.answers(), problem);
            problems.addAll(copy.remarks());
            submission = handedIn.as(copy.text());
        }
        SourceText answers = submission.answers();
        Script script = answers == null ? null : new Reader(Functions.names()).read(answers, problem.names());
        Marker marker = new Marker(scheme, problem, stated(problem, script, submission, problems), 1, thorough);
        for (int m : marker.isOpen() ? averaged() : List.<Integer>of()) {
            Problem leaving = problem.leaving(m);
            Marker other = new Marker(scheme, leaving, stated(leaving, script, submission, new ArrayList<>()), m, thorough);
            marker = other.explainsMore(marker) ? other : marker;
        }
        submission.aside().forEach(name -> problems.add(Diagnostic.warning(null, name + " beside it is not read", "answers go into one file")));
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            marks.add(marker.mark(problem.questions().get(i), items.get(i)));
        }
        return new MarkedSubmission(submission, marks, problems, null, 0);
    }

    /** What a submission states, by a convention of the problem. */
    private static List<SubmittedAnswer> stated(Problem problem, Script answers, Submission submission, List<Diagnostic> problems) {
        List<SubmittedAnswer> stated = new ArrayList<>();
        if (answers != null) {
            SubmissionContents submitted = new SubmissionReader(problem, answers).read();
            stated.addAll(submitted.stated());
            submitted.diagnostics().stream().filter(d -> d.severity() != Diagnostic.Severity.NOTE).forEach(problems::add);
        }
        for (SubmittedAnswer table : new TableReader(problem, submission.tables()).read()) {
            if (stated.stream().noneMatch(other -> other.asked() == table.asked())) {
                stated.add(table);
            }
        }
        return stated;
    }

    /** How many examples the output is a mean over. */
    private List<Integer> averaged() {
        return problem.model().root() == null ? List.of() : Recogniser.averaged(problem.model().root());
    }

    private static String excess(SourceText answers) {
        if (answers.text().lines().anyMatch(line -> line.length() > LINE)) {
            return "a line of more than 10,000 characters";
        }
        return Reader.isLonger(answers, WORDS) ? "more than 100,000 words" : null;
    }
}
