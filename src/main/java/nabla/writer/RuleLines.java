package nabla.writer;

import static nabla.source.Display.visible;

import java.util.ArrayList;
import java.util.List;
import nabla.report.Report;
import nabla.report.RuleReport;
import nabla.source.Display;

/** Hand-written backward rules: a line each, and below a wrong one where it shows, what is right, and the kind of mistake. */
public final class RuleLines {

    private static final int TEXT = 60;
    private static final int FORMULA = 100;
    /** Whoever asks for the rules of one operation breaks their lines itself. */
    private static final int WIDE = 10_000;

    private final Report report;
    private final Palette palette;
    private final boolean onlyFailures;
    private final boolean all;
    private final int width;

    RuleLines(Report report, TextStyle style, int width) {
        this.report = report;
        this.palette = style.palette();
        this.onlyFailures = style.detail() == TextStyle.Detail.QUIET;
        this.all = style.detail() == TextStyle.Detail.VERBOSE;
        this.width = width;
    }

    /** The lines of one operation alone. */
    public static List<String> of(Report report, String operation, Palette palette) {
        List<RuleReport> rules = report.rules().stream().filter(rule -> rule.op().equals(operation)).toList();
        return new RuleLines(report, new TextStyle(palette, TextStyle.Detail.NORMAL, false, WIDE), WIDE).lines(rules);
    }

    List<String> lines() {
        return lines(report.rules());
    }

    private List<String> lines(List<RuleReport> rules) {
        Listing listing = new Listing(width);
        for (RuleReport rule : rules) {
            if (!onlyFailures || Failures.isFailure(rule.verdict())) {
                String written = rule.text() == null ? "" : " = " + Display.cut(visible(rule.text().strip().replaceAll("\\s+", " ")), TEXT);
                listing.add(visible(rule.op()) + (rule.line() > 0 ? ", line " + rule.line() : ""), rule.gradient() + written, verdict(rule),
                        details(rule));
            }
        }
        return listing.lines();
    }

    private String verdict(RuleReport rule) {
        String reason = rule.verdict().read(Reasons.REASON);
        String word = palette.word(rule.verdict()) + (reason == null ? "" : ": " + visible(reason));
        return rule.through() == null ? word
                : word + ": right for the right " + rule.through().gradient() + ", but line " + rule.through().line() + " is wrong";
    }

    private List<String> details(RuleReport rule) {
        List<String> lines = new ArrayList<>();
        if (!rule.isWrong()) {
            return lines;
        }
        if (rule.worst() != null) {
            lines.add("  entry        " + rule.worst().entry() + " of a sampled " + rule.gradient());
            Explanation.values("written      ", rule.worst(), lines);
        }
        ClaimLines.advice(rule.expected() == null ? null : ReportNotation.formula(rule.expected(), FORMULA), rule.mistake(), all, rule.hint(), lines);
        return lines;
    }
}
