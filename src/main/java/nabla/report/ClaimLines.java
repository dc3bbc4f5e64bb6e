package nabla.report;

import static nabla.source.Display.visible;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.matrix.Matrix;
import nabla.report.Report.ClaimReport;
import nabla.report.Report.Judgement;
import nabla.report.Report.Mistake;
import nabla.report.Report.RuleReport;
import nabla.report.Report.Witness;
import nabla.source.Display;

/** Claims and hand-written rules: a line each, and below a wrong one what is right, where it shows, and the kind of mistake. */
final class ClaimLines {

    private static final int TEXT = 60;
    private static final int FORMULA = 100;
    private static final int CELL = 40;

    private final Report report;
    private final Palette palette;
    private final boolean onlyFailures;

    ClaimLines(Report report, Palette palette, boolean onlyFailures) {
        this.report = report;
        this.palette = palette;
        this.onlyFailures = onlyFailures;
    }

    List<String> claims() {
        Table table = new Table("lll");
        for (ClaimReport claim : report.claims()) {
            if (!onlyFailures || claim.judgement() != Judgement.RIGHT) {
                String how = claim.note() != null ? claim.note() : claim.proof();
                table.row("line " + claim.line(), Display.cut(visible(claim.text()), TEXT),
                        word(claim.judgement()) + (how == null ? "" : ": " + visible(how)));
                details(claim).forEach(table::line);
            }
        }
        return table.lines();
    }

    private String word(Judgement judgement) {
        return switch (judgement) {
            case RIGHT -> palette.good("right");
            case WRONG -> palette.bad("WRONG");
            case UNRESOLVED -> palette.open("unresolved");
        };
    }

    private static List<String> details(ClaimReport claim) {
        List<String> lines = new ArrayList<>();
        if (claim.judgement() == Judgement.RIGHT) {
            return lines;
        }
        if (claim.witness() != null) {
            witness(claim.witness(), lines);
        }
        if (claim.expected() != null) {
            lines.add("  expected     " + Notation.formula(claim.expected(), FORMULA) + value(claim));
        }
        mistake(claim.mistake(), lines);
        return lines;
    }

    private static String value(ClaimReport claim) {
        return claim.value() == null ? "" : " = " + number(claim.value());
    }

    private static void witness(Witness witness, List<String> lines) {
        if (!witness.at().isEmpty()) {
            lines.add("  at           " + witness.at().stream().map(at -> at.name() + " = " + number(at.value()))
                    .collect(Collectors.joining(", ")));
        }
        if (witness.yours() != null) {
            lines.add("  claimed      " + number(witness.yours()));
        }
        if (witness.correct() != null) {
            lines.add("  correct      " + number(witness.correct()));
        }
    }

    private static String number(Matrix matrix) {
        return Grid.inline(matrix, CELL, Digits.FULL);
    }

    private static void mistake(Mistake mistake, List<String> lines) {
        if (mistake != null) {
            lines.add("  mistake      " + visible(mistake.message()) + " (" + String.join(", ", mistake.codes()) + ")");
        }
    }

    List<String> rules() {
        Table table = new Table("lll");
        for (RuleReport rule : report.rules()) {
            if (!onlyFailures || Failures.isFailure(rule.verdict())) {
                String reason = rule.verdict().read(Reasons.REASON);
                String written = rule.written() == null ? "" : " = " + Notation.formula(rule.written(), TEXT);
                table.row(visible(rule.op()) + (rule.line() > 0 ? ", line " + rule.line() : ""), rule.gradient() + written,
                        palette.word(rule.verdict()) + (reason == null ? "" : ": " + visible(reason)));
                details(rule).forEach(table::line);
            }
        }
        return table.lines();
    }

    private static List<String> details(RuleReport rule) {
        List<String> lines = new ArrayList<>();
        if (!(rule.verdict() instanceof Verdict.Disagree)) {
            return lines;
        }
        if (rule.worst() != null) {
            lines.add("  entry        [" + rule.worst().row() + ", " + rule.worst().column() + "]");
            Explanation.values(rule.worst(), lines);
        }
        if (rule.expected() != null) {
            lines.add("  expected     " + Notation.formula(rule.expected(), FORMULA));
        }
        mistake(rule.mistake(), lines);
        return lines;
    }
}
