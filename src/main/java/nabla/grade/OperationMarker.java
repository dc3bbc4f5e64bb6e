package nabla.grade;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.homework.SubmittedOperation;
import nabla.report.RuleReport;
import nabla.session.Examiner;
import nabla.session.Settings;

/** Marks an operation that was handed in: each backward rule has an equal part of the points. */
record OperationMarker(MarkDraft draft, Settings settings, boolean thorough) {

    Mark mark(SubmittedOperation handedIn) {
        if (handedIn.misfit() != null) {
            draft.say(handedIn.misfit().message());
            return draft.wrong(null);
        } else if (!Examiner.isForwardRight(handedIn)) {
            draft.say("the forward pass is not that of the problem");
            return draft.wrong(null);
        } else if (handedIn.forwards().isEmpty()) {
            draft.say("the problem does not say what " + handedIn.handwork().name() + " computes: only the backward pass was looked at");
        }
        handedIn.remarks().forEach(draft::say);
        List<RuleReport> rules = Examiner.rules(handedIn.handwork(), settings, thorough);
        Set<String> missing = new LinkedHashSet<>(handedIn.wanted());
        double share = 0;
        int spoiled = 0;
        boolean open = false;
        RuleReport wrong = null;
        for (RuleReport rule : rules) {
            boolean agrees = rule.verdict().isRight();
            boolean undecided = rule.verdict().isOpen();
            if (rule.verdict().judgement() == null) {
                continue;
            }
            boolean asked = missing.remove(rule.gradient());
            share += !asked ? 0 : agrees ? 1 : draft.credits().of(rule.mistake());
            open |= undecided;
            spoiled += asked || agrees || undecided ? 0 : 1;
            wrong = wrong == null && !agrees && !undecided ? rule : wrong;
            say(rule, agrees, undecided);
        }
        missing.forEach(gradient -> draft.say("backward " + gradient + " is not given"));
        boolean complete = missing.isEmpty() && !handedIn.wanted().isEmpty();
        Outcome outcome = wrong != null || !complete ? Outcome.WRONG : open ? Outcome.UNDECIDED : Outcome.RIGHT;
        double earned = outcome == Outcome.RIGHT ? draft.credits().of(Outcome.RIGHT) : share / Math.max(1, handedIn.wanted().size() + spoiled);
        return draft.mark(outcome, earned, earned, wrong == null ? null : wrong.mistake());
    }

    private void say(RuleReport rule, boolean agrees, boolean undecided) {
        if (undecided) {
            draft.say("backward " + rule.gradient() + " could not be decided");
        } else if (!agrees) {
            String why = rule.mistake() != null ? ": " + rule.mistake().message()
                    : rule.verdict().reason() != null ? ": " + rule.verdict().reason() : "";
            draft.say("backward " + rule.gradient() + " (line " + rule.line() + ") is wrong" + why);
        }
    }
}
