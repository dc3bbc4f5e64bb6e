package nabla.homework;

import java.util.List;
import nabla.model.Claim;
import nabla.model.QuestionTarget;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;

/**
 * Something a submission states: the answer to a question, or a derivative that nobody asked for but that its answers use.
 *
 * @param passage    where it stands
 * @param claim      it as a claim, in which what the submission itself has stated stands for a derivative; null where it cannot be read
 * @param truthful   the same with the right derivatives in the places of answers; null where it uses nothing stated
 * @param references the places, among all that is stated, of those it uses
 * @param borrowed   whether it uses a derivative that the submission does not state
 * @param handedIn   the operation handed in, for a question that asks for one; otherwise null
 * @param problem    why it cannot be read or is refused; otherwise null
 */
public record SubmittedAnswer(QuestionTarget asked, Passage passage, Claim claim, Claim truthful, List<Integer> references, boolean borrowed,
        SubmittedOperation handedIn, Diagnostic problem) {

    /** A statement in its text. */
    public record Passage(SourceText source, Span span) { }

    static SubmittedAnswer unreadable(QuestionTarget asked, SourceText source, Span span, Diagnostic problem) {
        return new SubmittedAnswer(asked, new Passage(source, span), null, null, List.of(), false, null, problem);
    }

    /** An operation. */
    static SubmittedAnswer operation(QuestionTarget asked, SourceText source, Span span, SubmittedOperation handedIn) {
        return new SubmittedAnswer(asked, new Passage(source, span), null, null, List.of(), false, handedIn, null);
    }

    /** The same that uses others by their places. */
    SubmittedAnswer with(List<Integer> others) {
        return new SubmittedAnswer(asked, passage, claim, truthful, others, borrowed, handedIn, problem);
    }

    /** Whether a rule was broken, rather than that it could not be read. */
    public boolean isRefused() {
        return problem != null && problem.isRefusal();
    }

    public SourceText source() {
        return passage.source();
    }

    public Span span() {
        return passage.span();
    }

    /** What was written. */
    public String text() {
        return source().slice(span());
    }
}
