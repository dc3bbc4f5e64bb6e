package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import nabla.report.Report.Status;
import nabla.source.Diagnostic;
import nabla.source.SourceText;

/**
 * What a line is answered with.
 *
 * @param status   how it went: unreadable and refused lines change nothing
 * @param lines    the answer
 * @param problems what is wrong with the line, and what may surprise
 */
public record Answer(Status status, List<String> lines, List<Problem> problems) {

    /** Of more errors only the first are shown. */
    private static final int MOST = 6;

    /** Nothing to say. */
    static final Answer NONE = new Answer(Status.VERIFIED, List.of(), List.of());

    /** What is said about a place of a text. */
    public record Problem(SourceText source, Diagnostic diagnostic) { }

    static Answer of(List<String> lines) {
        return new Answer(Status.VERIFIED, List.copyOf(lines), List.of());
    }

    static Answer of(String... lines) {
        return of(List.of(lines));
    }

    /** The line cannot be taken; all problems have a place. */
    static Answer failed(List<Problem> problems) {
        List<Problem> shown = problems.size() <= MOST ? problems : new ArrayList<>(problems.subList(0, MOST));
        if (problems.size() > MOST) {
            shown.add(new Problem(new SourceText("", ""), Diagnostic.error(null, (problems.size() - MOST) + " more errors", null)));
        }
        boolean refused = problems.stream().anyMatch(problem -> problem.diagnostic().isRefusal());
        return new Answer(refused ? Status.REFUSED : Status.UNREADABLE, List.of(), List.copyOf(shown));
    }

    /** A limit is exceeded. */
    static Answer refused(String what) {
        return failed(List.of(new Problem(new SourceText("", ""), Diagnostic.refusal(null, what, null))));
    }

    /** The line cannot be taken, without a place. */
    static Answer failed(String message, String hint) {
        return failed(List.of(new Problem(new SourceText("", ""), Diagnostic.error(null, message, hint))));
    }
}
