package nabla.writer;

import static nabla.source.Display.visible;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.report.ClaimReport;
import nabla.report.ClaimReport.Witness;
import nabla.report.Digits;
import nabla.report.Mistake;
import nabla.report.Report;
import nabla.report.TextGrid;
import nabla.source.Display;
import nabla.tensor.Tensor;
import nabla.verdict.Judgement;

/** Claims: a line each, and below a wrong one what is right, where it shows, and the kind of mistake. */
public final class ClaimLines {

    private static final int TEXT = 60;
    private static final int FORMULA = 100;
    private static final int CELL = 40;

    private final Report report;
    private final Palette palette;
    private final boolean onlyFailures;
    private final boolean all;
    private final int width;

    ClaimLines(Report report, TextStyle style, int width) {
        this.report = report;
        this.palette = style.palette();
        this.onlyFailures = style.detail() == TextStyle.Detail.QUIET;
        this.all = style.detail() == TextStyle.Detail.VERBOSE;
        this.width = width;
    }

    List<String> claims() {
        Listing listing = new Listing(width);
        for (ClaimReport claim : report.claims()) {
            if (!onlyFailures || claim.judgement() != Judgement.RIGHT) {
                listing.add("line " + claim.line(), Display.cut(visible(claim.text()), TEXT), judgement(claim, palette), details(claim, all));
            }
        }
        return listing.lines();
    }

    /** One claim as an answer to whoever has just made it: what became of it, and why. */
    public static List<String> answer(ClaimReport claim, Palette palette) {
        List<String> lines = new ArrayList<>(List.of(judgement(claim, palette)));
        lines.addAll(details(claim, false));
        return lines;
    }

    private static String judgement(ClaimReport claim, Palette palette) {
        String how = claim.note() != null ? claim.note() : claim.judgement() == Judgement.WRONG ? null : claim.proof();
        return word(claim.judgement(), palette) + (how == null ? "" : ": " + visible(how));
    }

    private static String word(Judgement judgement, Palette palette) {
        return switch (judgement) {
            case RIGHT -> palette.good("right");
            case WRONG -> palette.bad("WRONG");
            case UNRESOLVED -> palette.open("unresolved");
        };
    }

    private static List<String> details(ClaimReport claim, boolean all) {
        List<String> lines = new ArrayList<>();
        if (claim.judgement() == Judgement.RIGHT) {
            return lines;
        }
        if (claim.witness() != null) {
            witness(claim.witness(), lines);
        }
        advice(claim.expected() == null ? null : ReportNotation.formula(claim.expected(), FORMULA) + value(claim), claim.mistake(), all, claim.hint(), lines);
        return lines;
    }

    private static String value(ClaimReport claim) {
        boolean known = claim.value() == null || claim.witness() != null && claim.witness().correct() != null;
        return known || isElided(claim.value()) ? "" : " = " + number(claim.value());
    }

    private static void witness(Witness witness, List<String> lines) {
        if (!witness.at().isEmpty()) {
            lines.add("  at           " + witness.at().stream().map(at -> at.name() + " = " + number(at.value()))
                    .collect(Collectors.joining(", ")));
        }
        boolean comparable = witness.yours() != null && witness.correct() != null
                && witness.yours().shape().equals(witness.correct().shape());
        if (comparable && (isElided(witness.yours()) || isElided(witness.correct()))) {
            entry(witness.yours(), witness.correct(), lines);
            return;
        }
        if (witness.yours() != null) {
            lines.add("  claimed      " + number(witness.yours()));
        }
        if (witness.correct() != null) {
            lines.add("  correct      " + number(witness.correct()));
        }
    }

    /** Whether a matrix is too large for a line, so that only its shape is shown. */
    private static boolean isElided(Tensor matrix) {
        return TextGrid.entries(matrix, CELL, Digits.FULL) == null;
    }

    /** The entry in which the two differ most; one without a value comes before all others. */
    private static void entry(Tensor yours, Tensor correct, List<String> lines) {
        int worst = 0;
        double most = -1;
        for (int k = 0; k < yours.count(); k++) {
            double difference = Math.abs(yours.at(k) - correct.at(k));
            if (difference > most || Double.isNaN(difference) && !Double.isNaN(most)) {
                worst = k;
                most = difference;
            }
        }
        lines.add("  entry        " + yours.shape().place(worst) + ", where they differ most");
        lines.add("  claimed      " + number(Tensor.scalar(yours.at(worst))));
        lines.add("  correct      " + number(Tensor.scalar(correct.at(worst))));
    }

    private static String number(Tensor matrix) {
        return TextGrid.inline(matrix, CELL, Digits.FULL);
    }

    private static String named(Mistake mistake) {
        return visible(mistake.told()) + " (" + mistake.codes(", ") + ")";
    }

    /** What is right, the kind of mistake (with the less likely ones, if all are to be shown), and what helps; each may be null. */
    static void advice(String expected, Mistake mistake, boolean all, String hint, List<String> lines) {
        if (expected != null) {
            lines.add("  expected     " + expected);
        }
        if (mistake != null) {
            lines.add("  mistake      " + named(mistake));
        }
        if (mistake != null && all) {
            mistake.others().stream().filter(other -> !other.message().equals(mistake.message())).forEach(other -> lines.add("  or           " + named(other)));
        }
        if (hint != null) {
            lines.add("  hint         " + visible(hint));
        }
    }
}
