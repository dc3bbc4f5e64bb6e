package nabla.session;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nabla.check.ClaimResult;
import nabla.graph.Input;
import nabla.matrix.Matrix;
import nabla.report.Report.Binding;
import nabla.report.Report.ClaimReport;
import nabla.report.Report.Judgement;
import nabla.report.Report.Witness;
import nabla.simplify.Equality;
import nabla.translate.Model;
import nabla.translate.Model.Claim;
import nabla.translate.Model.Leaf;

/** What became of the claims, as a report shows it. */
record Claims(Model model, Shown shown, Mistakes mistakes) {

    ClaimReport report(ClaimResult result) {
        Claim claim = result.claim();
        if (claim.problem() != null) {
            return new ClaimReport(claim.span().line(), claim.text(), result.judgement(), null, null, null, null,
                    mistakes.of(result), note(result));
        }
        return new ClaimReport(claim.span().line(), claim.text(), result.judgement(), shown.formula(claim.truth()), result.truth(),
                proof(result), witness(result), mistakes.of(result), note(result));
    }

    private String note(ClaimResult result) {
        boolean failed = result.judgement() == Judgement.WRONG;
        String hint = result.claim().problem() == null ? null : result.claim().problem().hint();
        return Stream.of(result.note(), hint, failed ? result.claim().hint() : null).filter(Objects::nonNull)
                .reduce((a, b) -> a + "; " + b).orElse(null);
    }

    private String proof(ClaimResult result) {
        if (result.judgement() == Judgement.RIGHT && result.claim().kind() == Claim.Kind.FORMULA && result.note() == null
                && Equality.of(result.claim().truth(), result.claim().answer(), model.distributions()) == Equality.Verdict.PROVED) {
            return "proved";
        }
        return result.points() == 1 ? "1 point" : result.points() + " points";
    }

    private Witness witness(ClaimResult result) {
        if (result.witness() == null) {
            return null;
        }
        return new Witness(bindings(model.leaves(), result.witness()), result.yours(), result.correct());
    }

    /** The values of the leaves at a point, in the order of the text. */
    static List<Binding> bindings(List<Leaf> leaves, Map<Input, Matrix> point) {
        return leaves.stream().filter(leaf -> point.containsKey(leaf.node())).map(leaf -> new Binding(leaf.node().name(), point.get(leaf.node()))).toList();
    }
}
