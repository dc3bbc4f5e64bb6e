package nabla.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nabla.check.KnownFacts;
import nabla.claim.ClaimResult;
import nabla.formula.Formula;
import nabla.forward.Values;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.graph.Trait;
import nabla.model.Claim;
import nabla.model.Model.Leaf;
import nabla.model.Model;
import nabla.point.Points;
import nabla.report.Binding;
import nabla.report.ClaimReport.Witness;
import nabla.report.ClaimReport;
import nabla.report.Mistake;
import nabla.simplify.Equality;
import nabla.simplify.Facts;
import nabla.simplify.Steps;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/** What became of the claims, as a report shows it. */
public record ClaimReports(MeanConvention convention, NodeFormulas shown, Mistakes mistakes, Constancy constancy, Steps proofs) {

    private static final String LEFT = "the factor 1/m is left to the gradients of the parameters";

    /** Of what a convention makes of them. */
    public static ClaimReports of(MeanConvention convention, NodeFormulas shown, Audience audience) {
        Model model = convention.model();
        Points points = convention.points();
        return new ClaimReports(convention, shown, new Mistakes(model, points, convention.results(), audience), Constancy.of(model, points), Steps.ofProofs());
    }

    private Model model() {
        return convention.model();
    }

    public ClaimReport report(ClaimResult result) {
        Claim claim = result.claim();
        String constant = constancy.of(result);
        if (constant != null) {
            return ClaimReport.noted(claim.span().line(), claim.text(), result.judgement(), constant);
        }
        Mistake mistake = mistakes.plain(convention.plain(result));
        boolean known = claim.truth() != null;
        Formula expected = !known ? null : claim.of() == null ? shown.formula(claim.truth()) : shown.derivative(claim.truth(), claim.of());
        String proof = claim.problem() == null ? proof(result) : null;
        return new ClaimReport(claim.span().line(), claim.text(), result.judgement(), proof, new ClaimReport.Truth(expected, result.truth()),
                witness(result), new ClaimReport.Remarks(mistake, ending(result, note(result), proof), hint(result, mistake)));
    }

    /** The note, and by which output a claim {@code dW = …} was judged, where the text leaves that open. */
    private String ending(ClaimResult result, String note, String proof) {
        Claim claim = result.claim();
        String gradient = claim.by() == null ? null : "d" + claim.by().name();
        boolean open = !model().ends().isEmpty() && claim.of() == model().root() && gradient != null && claim.derivative().implied();
        if (!open) {
            return note;
        }
        String output = model().output().name();
        String judged = gradient + " is d" + output + "/" + gradient + " here: the output is " + output + ", not " + model().ends().get(0);
        String known = note != null ? note : result.judgement() == Judgement.WRONG ? null : proof;
        return known == null ? judged : known + "; " + judged;
    }

    private String note(ClaimResult result) {
        if (result.judgement() == Judgement.RIGHT && result.note() == null && convention.applies(result.claim())) {
            return LEFT;
        }
        boolean formula = result.judgement() == Judgement.WRONG && result.claim().problem() == null
                && result.claim().kind() == Claim.Kind.FORMULA && result.note() == null;
        if (result.witness() != null && result.correct() != null && result.correct().isFinite() && isLimit(result)) {
            String limit = "the expected formula has no value here; its limit is meant";
            return result.note() == null ? limit : result.note() + "; " + limit;
        }
        return formula && mistakes.fitsHere(result) ? "right at the point of the file, wrong at another" : result.note();
    }

    /** Whether something in the right answer has a value at the witness that it has not as it is written: det(A)*inv(A).T where A is singular. */
    private static boolean isLimit(ClaimResult result) {
        for (Node node : Topology.order(List.of(result.claim().truth()))) {
            if (node instanceof Apply use && use.op().is(Trait.LIMIT)) {
                Node written = use.op().definition(use);
                if (!Values.of(written, result.witness()).isFinite()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What may have been meant: of shapes that do not fit, or by a definition that is none. A known mistake says it better. */
    private static String hint(ClaimResult result, Mistake mistake) {
        Claim claim = result.claim();
        boolean wrong = result.judgement() == Judgement.WRONG;
        String shapes = claim.problem() == null || mistake != null ? null : claim.problem().hint();
        String definition = wrong && (mistake == null || claim.kind() == Claim.Kind.NUMBER) ? claim.hint() : null;
        return Stream.of(shapes, definition).filter(Objects::nonNull).reduce((a, b) -> a + "; " + b).orElse(null);
    }

    private String proof(ClaimResult result) {
        if (result.judgement() == Judgement.RIGHT && result.claim().kind() != Claim.Kind.NUMBER && result.note() == null
                && isProved(result.claim())) {
            return "proved";
        }
        return result.points() == 1 ? "1 point" : result.points() + " points";
    }

    private boolean isProved(Claim claim) {
        Facts facts = KnownFacts.of(model());
        return Equality.of(claim.truth(), claim.answer(), facts, proofs) == Equality.Verdict.PROVED;
    }

    private Witness witness(ClaimResult result) {
        if (result.witness() == null) {
            return null;
        }
        List<Binding> at = new ArrayList<>(bindings(model().leaves(), result.witness()));
        result.claim().at().forEach((name, value) -> {
            at.removeIf(binding -> binding.name().equals(name));
            at.add(new Binding(name, value));
        });
        return new Witness(List.copyOf(at), result.yours(), result.correct());
    }

    /** The values of the leaves at a point, in the order of the text. */
    public static List<Binding> bindings(List<Leaf> leaves, Map<Input, Tensor> point) {
        return leaves.stream().filter(leaf -> point.containsKey(leaf.node())).map(leaf -> new Binding(leaf.node().name(), point.get(leaf.node()))).toList();
    }
}
