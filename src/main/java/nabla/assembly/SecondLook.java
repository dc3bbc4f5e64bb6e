package nabla.assembly;

import java.util.List;
import nabla.check.CheckPrecision;
import nabla.check.Checker;
import nabla.check.VerifiedGraph;
import nabla.graph.Node;
import nabla.limit.Progress;
import nabla.model.Model;
import nabla.report.Report.Warning;
import nabla.report.WarningCode;

/**
 * The check at the point of the text and, where that point hides typical mistakes, once more at random points without its symmetry.
 */
public record SecondLook(Model model, CheckPrecision precision, Progress progress) {

    /** Checks; what the point does not prove, and what only the second look found, is added to the warnings. */
    public VerifiedGraph check(List<Warning> warnings) {
        VerifiedGraph checked = new Checker(model, precision, progress).run();
        if (checked.share() != null) {
            warnings.add(new Warning(WarningCode.SAMPLE, checked.names().of(model.root()), checked.share()));
        }
        List<Warning> hidden = new Proof(model, checked).warnings();
        warnings.addAll(hidden);
        if (hidden.isEmpty()) {
            return checked;
        }
        VerifiedGraph second = new Checker(model.redrawn(), precision).run();
        for (Node node : checked.missed(second)) {
            String message = "wrong at another point, drawn at random; the one in the file hides it";
            warnings.add(new Warning(WarningCode.SECOND_LOOK, checked.names().of(node), message));
        }
        return checked.with(second);
    }
}
