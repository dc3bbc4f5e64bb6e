package nabla.grade;

import java.util.List;
import nabla.report.Report.RuleReport;
import nabla.report.Verdict;
import nabla.session.Examiner;
import nabla.session.Settings;
import nabla.translate.HandedIn;
import nabla.translate.Model;

/** Marks an operation that was handed in: each backward rule has an equal part of the points. */
record OperationMarker(Draft draft, Model model, Settings settings) {

    Mark mark(HandedIn handedIn) {
        if (handedIn.misfit() != null) {
            draft.say(handedIn.misfit().message());
            return draft.wrong(null);
        } else if (!Examiner.isForwardRight(handedIn)) {
            draft.say("the forward pass is not that of the problem");
            return draft.wrong(null);
        } else if (handedIn.forwards().isEmpty()) {
            draft.say("the problem does not say what " + handedIn.handwork().name() + " computes: only the backward pass was looked at");
        }
        List<RuleReport> rules = Examiner.rules(handedIn.handwork(), model, settings);
        int parameters = handedIn.handwork().trials().get(0).model().leaves().size() - 1;
        double share = 0;
        boolean right = true;
        boolean open = false;
        RuleReport wrong = null;
        for (int i = 0; i < rules.size(); i++) {
            RuleReport rule = rules.get(i);
            boolean agrees = rule.verdict() instanceof Verdict.Agree || rule.verdict() instanceof Verdict.Kink;
            boolean undecided = rule.verdict() instanceof Verdict.Unresolved || rule.verdict() instanceof Verdict.Undefined;
            share += i >= parameters ? 0 : agrees ? 1.0 / parameters : draft.credits().of(rule.mistake()) / parameters;
            right &= agrees;
            open |= undecided;
            wrong = wrong == null && !agrees && !undecided ? rule : wrong;
            say(rule, agrees, undecided);
        }
        Outcome outcome = wrong != null ? Outcome.WRONG : open ? Outcome.UNDECIDED : Outcome.RIGHT;
        double earned = right ? draft.credits().of(Outcome.RIGHT) : share;
        return draft.mark(outcome, earned, earned, wrong == null ? null : wrong.mistake());
    }

    private void say(RuleReport rule, boolean agrees, boolean undecided) {
        if (rule.verdict() instanceof Verdict.Unchecked) {
            draft.say("backward " + rule.gradient() + " is not given");
        } else if (undecided) {
            draft.say("backward " + rule.gradient() + " could not be decided");
        } else if (!agrees) {
            String why = rule.mistake() != null ? ": " + rule.mistake().message()
                    : rule.verdict() instanceof Verdict.Disagree d && d.reason() != null ? ": " + d.reason() : "";
            draft.say("backward " + rule.gradient() + " (line " + rule.line() + ") is wrong" + why);
        }
    }
}
