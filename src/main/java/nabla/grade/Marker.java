package nabla.grade;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.claim.ClaimResult;
import nabla.claim.WrittenDigits;
import nabla.graph.Input;
import nabla.graph.Topology;
import nabla.homework.Problem;
import nabla.homework.SubmittedAnswer;
import nabla.model.Claim;
import nabla.model.QuestionTarget;
import nabla.op.Algebra;
import nabla.report.ClaimReport.Witness;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.session.Examiner;
import nabla.syntax.Statement.Form;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/**
 * Decides what the answers of one submission are. In this order: readable at all, of the form asked for, right, right by another
 * convention, right given earlier answers, a known mistake, right on part of the domain, wrong.
 */
final class Marker {

    private static final double CLOSE = 1e-4;
    private static final String LEFT = "the factor 1/m is left to the gradients of the parameters";
    private static final Mistake ROUNDING = new Mistake(List.of(MistakeCode.ROUNDING), "rounded to too few digits, or cut off");

    private final MarkingScheme scheme;
    private final Examiner examiner;
    private final Credits credits;
    private final List<SubmittedAnswer> stated;
    private final List<ClaimResult> results = new ArrayList<>();
    private final FollowThrough followThrough;
    private final Convention convention;
    private final boolean thorough;

    /**
     * For what a submission states, as the problem is read.
     *
     * @param mean     what the gradients of the output with respect to inner nodes are multiplied by; 1 where they are what they are
     * @param thorough whether mistakes are looked for everywhere, or on whole answers only
     */
    Marker(MarkingScheme scheme, Problem problem, List<SubmittedAnswer> stated, int mean, boolean thorough) {
        this.thorough = thorough;
        this.scheme = scheme;
        this.examiner = scheme.examiner();
        this.credits = scheme.credits();
        this.stated = stated;
        for (SubmittedAnswer one : stated) {
            results.add(one.claim() == null ? null : examiner.judge(one.claim()));
        }
        this.convention = new Convention(problem, mean, stated, results);
        this.followThrough = new FollowThrough(examiner, stated, results, convention);
    }

    /** Whether another convention may explain more: something about an inner node is stated or used, and not all is right. */
    boolean isOpen() {
        return convention.isOpen();
    }

    /** Whether more of the submission is right, or follows, by this convention, and a gradient of a parameter takes the mean itself. */
    boolean explainsMore(Marker other) {
        return convention.isShown(examiner) && accepted() > other.accepted();
    }

    private long accepted() {
        return IntStream.range(0, stated.size()).filter(i -> results.get(i) != null && stated.get(i).problem() == null
                && (results.get(i).judgement() == Judgement.RIGHT || followThrough.holds(i))).count();
    }

    /** What the answer to a question earns. */
    Mark mark(QuestionTarget asked, Item item) {
        for (int i = 0; i < stated.size(); i++) {
            if (stated.get(i).asked().question() == asked.question()) {
                return mark(i, item);
            }
        }
        return Mark.missing(item);
    }

    private Mark mark(int i, Item item) {
        SubmittedAnswer answer = stated.get(i);
        MarkDraft draft = new MarkDraft(item, answer, credits);
        if (answer.problem() != null) {
            return draft.unread();
        } else if (answer.handedIn() != null) {
            return new OperationMarker(draft, scheme.settings(), thorough).mark(answer.handedIn());
        }
        ClaimResult result = results.get(i);
        Mark form = form(answer, result, draft);
        return form != null ? form : judged(i, result, draft);
    }

    /** A number where a formula is asked for, or the reverse; null where the form is right. */
    private Mark form(SubmittedAnswer answer, ClaimResult result, MarkDraft draft) {
        Form asked = answer.asked().question().form();
        boolean value = asked == Form.VALUE || !answer.asked().isDerivative() && asked != Form.FORMULA;
        boolean number = draft.isNumber();
        if (value && !number) {
            return draft.wrong(form("a number is asked for"));
        } else if (asked == Form.FORMULA && number && answer.asked().isDerivative() && result.judgement() == Judgement.RIGHT
                && !isEverywhere(answer.claim())) {
            return draft.wrong(form("a formula is asked for; as a number the answer is right"));
        }
        return null;
    }

    private static Mistake form(String message) {
        return new Mistake(List.of(MistakeCode.FORM), message);
    }

    private boolean isEverywhere(Claim claim) {
        return examiner.points().further(3).stream().allMatch(point -> examiner.judge(claim, point) == Judgement.RIGHT);
    }

    private Mark judged(int i, ClaimResult result, MarkDraft draft) {
        if (result.judgement() == Judgement.UNRESOLVED) {
            draft.say(result.note() == null ? "neither right nor wrong could be shown" : result.note());
            return draft.accepted(Outcome.UNDECIDED);
        } else if (result.judgement() == Judgement.RIGHT && result.kink() != null) {
            draft.say(result.kink().op().symbol() + " has no derivative at this point; any slope between those on its two sides is accepted");
            return draft.accepted(Outcome.CONVENTION);
        } else if (result.judgement() == Judgement.RIGHT && result.note() == null && convention.applies(result.claim())) {
            draft.say(LEFT);
            return draft.accepted(Outcome.CONVENTION);
        } else if (result.judgement() == Judgement.RIGHT) {
            return draft.accepted(result.note() != null ? Outcome.ROUNDED : Outcome.RIGHT);
        }
        String layout = layout(result.claim());
        if (layout != null) {
            draft.say(layout);
            return draft.accepted(Outcome.CONVENTION);
        }
        String constant = examiner.constant(result);
        if (constant != null) {
            draft.say(constant);
            return draft.accepted(Outcome.PARTLY);
        }
        boolean follows = followThrough.holds(i);
        Examiner.Diagnosis diagnosis = examiner.diagnose(convention.plain(result), results.stream().filter(r -> r != null).toList(),
                thorough);
        if (diagnosis.convention()) {
            draft.say(LEFT);
            return draft.accepted(Outcome.CONVENTION);
        } else if (follows) {
            return draft.follows(followThrough.blamed(i), diagnosis.mistake());
        }
        return wrong(result, diagnosis.mistake() != null ? diagnosis.mistake() : besides(i), draft);
    }

    /** The mistake in an answer that uses others of the submission, as if those were right; null if it is none. */
    private Mistake besides(int i) {
        Claim truthful = stated.get(i).truthful();
        ClaimResult result = truthful == null ? null : examiner.judge(truthful);
        return result == null || result.judgement() == Judgement.RIGHT ? null
                : examiner.diagnose(convention.plain(result), List.of(result), thorough).mistake();
    }

    /** The other layout of a Jacobian; null if it is not that. */
    private String layout(Claim claim) {
        boolean jacobian = claim.of() != null && claim.answer() != null && !claim.of().shape().isScalar() && !claim.by().shape().isScalar();
        if (!jacobian || !claim.answer().shape().transposed().equals(claim.truth().shape())) {
            return null;
        }
        return examiner.judge(claim.answered(Algebra.transpose(claim.answer()))).judgement() == Judgement.RIGHT
                ? "denominator layout: nabla writes a row for each entry of what is differentiated, you a column" : null;
    }

    private Mark wrong(ClaimResult result, Mistake known, MarkDraft draft) {
        Claim claim = result.claim();
        Mistake mistake = known == null && isCutOff(result) ? ROUNDING : known;
        if (claim.problem() != null) {
            draft.say(claim.problem().message());
        } else if (mistake == null && claim.kind() == Claim.Kind.FORMULA) {
            String part = examiner.part(result);
            if (part != null) {
                draft.say(part);
                return draft.accepted(Outcome.PARTLY);
            }
        }
        if (claim.kind() == Claim.Kind.FORMULA && examiner.holdsHere(claim)) {
            draft.say("right at the point of the problem, but not elsewhere");
        }
        if (result.yours() != null && !result.yours().isFinite()) {
            draft.say("your answer is not a finite number: somewhere it divides by zero, or leaves the domain of a function");
        }
        if (isClose(result)) {
            draft.say("off by very little: more digits are asked for than the numbers have");
        }
        draft.witness(witness(result), scheme.revealed(draft.asked()));
        return draft.wrong(mistake);
    }

    /** Numbers of single precision, or worked out from rounded ones. */
    private static boolean isClose(ClaimResult result) {
        if (result.claim().kind() == Claim.Kind.FORMULA || result.yours() == null || result.claim().problem() != null) {
            return false;
        }
        double off = 0;
        for (int k = 0; k < result.correct().count(); k++) {
            off = Math.max(off, Math.abs(result.correct().at(k) - result.yours().at(k)));
        }
        return off <= CLOSE * result.correct().largest();
    }

    private static boolean isCutOff(ClaimResult result) {
        return result.claim().problem() == null && WrittenDigits.isCutOff(result.claim().written(), result.yours(), result.correct());
    }

    private Witness witness(ClaimResult result) {
        Map<Input, Tensor> at = result.witness();
        if (at == null || result.claim().answer() == null) {
            return null;
        }
        Map<Input, Tensor> used = new IdentityHashMap<>(at);
        boolean number = result.claim().kind() != Claim.Kind.FORMULA;
        used.keySet().retainAll(number ? List.of() : Topology.order(List.of(result.claim().truth(), result.claim().answer())));
        return new Witness(examiner.bindings(used), result.yours(), result.correct());
    }
}
