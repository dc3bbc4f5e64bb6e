package nabla.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.source.Diagnostic;
import nabla.syntax.Statement;

/** Which part of the points each outcome and each named mistake earns. */
final class Credits {

    /** The mistakes that can be named, and what else a problem may give part of the points for. */
    static final Set<String> KNOWN = Stream.concat(MistakeCode.texts().stream(), Stream.of(Outcome.PARTLY, Outcome.CONVENTION, Outcome.FOLLOWS).map(Outcome::code))
            .collect(Collectors.toCollection(TreeSet::new));

    private final Map<String, Double> shares = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Credits(List<Statement.Credit> credits) {
        for (Statement.Credit credit : credits) {
            if (!KNOWN.contains(credit.mistake())) {
                diagnostics.add(Diagnostic.error(credit.span(), "no mistake is called " + credit.mistake(),
                        "they are " + String.join(", ", KNOWN)));
            } else if (shares.putIfAbsent(credit.mistake(), credit.share().value()) != null) {
                diagnostics.add(Diagnostic.error(credit.span(), "the credit for " + credit.mistake() + " is given twice", null));
            }
        }
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The share of an outcome that is no mistake. */
    double of(Outcome outcome) {
        return shares.getOrDefault(outcome.code(), outcome.isAccepted() ? 1.0 : 0.0);
    }

    /** The share of a wrong answer: that of the likeliest mistake; of two that were made at once, that of the worse one. */
    double of(Mistake mistake) {
        return mistake == null ? 0 : mistake.codes().stream().mapToDouble(code -> shares.getOrDefault(code.toString(), 0.0)).min().orElse(0);
    }
}
