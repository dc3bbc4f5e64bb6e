package nabla.page;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.formula.Formula;
import nabla.formula.FormulaChange;
import nabla.report.NodeReport;
import nabla.report.Report;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/**
 * What a page calls things, and the class of its style sheet that goes with it.
 *
 * @param heading the element of the headings inside of a report
 */
record PageWords(String output, boolean scalar, Set<String> names, String heading) {

    /** {@code many} says that the report is one of several. */
    PageWords(Report report, boolean many) {
        this(report.output(), report.value() == null || report.value().shape().isScalar(),
                report.nodes().stream().map(NodeReport::name).collect(Collectors.toSet()),
                many ? "h3" : "h2");
    }

    /** {@code ∂z/∂x}; where the output is no scalar, {@code dx}, the gradient for a sampled upstream one. */
    Formula gradient(String node) {
        return scalar ? new Formula.Derivative(output, node, true) : Formula.name("d" + node);
    }

    /** A backward rule with the gradient that it is given, {@code dZ}, called as everywhere else on the page. */
    Formula upstream(Formula rule, String via) {
        String given = "d" + via;
        if (rule instanceof Formula.Name name && name.name().equals(given) && !names.contains(given)) {
            return gradient(via);
        }
        return FormulaChange.of(rule, part -> upstream(part, via));
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
        return type(verdict.judgement());
    }
}
