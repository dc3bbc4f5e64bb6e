package nabla.page;

import java.util.Locale;
import nabla.formula.Formula;
import nabla.report.Report;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/** What a page calls things, and the class of its style sheet that goes with it. */
record Words(String output, boolean scalar) {

    Words(Report report) {
        this(report.output(), report.value() == null || report.value().shape().isScalar());
    }

    /** {@code ∂z/∂x}; where the output is no scalar, {@code dx}, the gradient for a sampled upstream one. */
    Formula gradient(String node) {
        return scalar ? new Formula.Derivative(output, node, true) : Formula.name("d" + node);
    }

    static String of(Report.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String type(Report.Status status) {
        return switch (status) {
            case VERIFIED -> "good";
            case UNRESOLVED -> "open";
            default -> "bad";
        };
    }

    static String type(Judgement judgement) {
        return judgement == Judgement.RIGHT ? "good" : judgement == Judgement.WRONG ? "bad" : "open";
    }

    static String type(Verdict verdict) {
        return verdict instanceof Verdict.Agree || verdict instanceof Verdict.Kink ? "good" : verdict instanceof Verdict.Disagree ? "bad" : "open";
    }
}
