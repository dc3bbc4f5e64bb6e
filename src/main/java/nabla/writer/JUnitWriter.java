package nabla.writer;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nabla.export.JUnit;
import nabla.export.JUnit.Case;
import nabla.export.JUnit.Counts;
import nabla.export.JUnit.Result;
import nabla.export.JUnit.Suite;
import nabla.report.Report;
import nabla.writer.Check.Outcome;

/**
 * Reports as JUnit XML: a suite for each file, a test case for each gradient, rule and claim. What is unresolved
 * counts as skipped, or as failed where unresolved is to count as wrong. GitLab reads at most 30 MB: when that is near, a file gets
 * a single test case.
 */
public final class JUnitWriter implements ReportWriter {

    private static final long LARGEST = 27L << 20;
    private static final List<Outcome> SEVERITY = List.of(Outcome.PASSED, Outcome.OPEN, Outcome.FAILED, Outcome.ERROR);

    private final Writer out;
    private final boolean strict;
    private final Instant start;
    private final Spool suites = new Spool();
    private Counts counts = Counts.NONE;

    /** {@code strict}: what is unresolved counts as failed. */
    public JUnitWriter(Writer out, boolean strict, Clock clock) {
        this.out = out;
        this.strict = strict;
        this.start = clock.instant();
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        List<Check> checks = Check.of(report);
        double seconds = time.toNanos() / 1e9;
        Suite suite = suite(report, checks, seconds);
        Page page = new Page(report.status(), report.seed(), suite.counts(), new Spool(), new Spool());
        JUnit.suite(page.body(), suite, start);
        Check all = new Check(new Check.Subject("file", "all " + checks.size() + " checks", 0), worst(checks), Check.word(report.status()),
                List.of(Failures.wrongCount(report) + " wrong, " + Failures.openCount(report) + " unresolved; the report is too large for more"),
                null, null, null);
        JUnit.suite(page.later(), suite(report, List.of(all), seconds), start);
        return page;
    }

    private static Outcome worst(List<Check> checks) {
        return checks.stream().map(Check::outcome).max(Comparator.comparing(SEVERITY::indexOf)).orElse(Outcome.PASSED);
    }

    private Suite suite(Report report, List<Check> checks, double seconds) {
        String file = report.source().name();
        return new Suite(file, seconds, checks.stream().map(check -> testcase(check, classname(file))).toList());
    }

    private Case testcase(Check check, String classname) {
        Result result = switch (check.outcome()) {
            case PASSED -> Result.PASSED;
            case FAILED -> Result.FAILURE;
            case OPEN -> strict ? Result.FAILURE : Result.SKIPPED;
            case ERROR -> Result.ERROR;
        };
        String type = result == Result.SKIPPED ? null : check.mistake() == null ? check.verdict() : check.mistake().codes().get(0).toString();
        String message = check.text().isEmpty() ? check.verdict() : check.text().get(0);
        return result == Result.PASSED ? Case.passed(classname, check.name())
                : new Case(classname, check.name(), result, type, message, check.text());
    }

    /** Jenkins takes what is before the last dot for a package, so folders become packages; a dot in a name becomes one that looks so. */
    private static String classname(String file) {
        String name = file.endsWith(".grad") ? file.substring(0, file.length() - ".grad".length()) : file;
        return name.replaceAll("(?<=^|/)(\\./)+", "").replace('.', '\u2024').replace('/', '.');
    }

    @Override
    public void add(Page page) throws IOException {
        boolean fits = suites.length() + page.body().length() < LARGEST;
        counts = counts.plus(fits ? page.counts() : merged(page.counts()));
        (fits ? page.body() : page.later()).moveTo(suites);
    }

    /** Of a single test case in their place. */
    private static Counts merged(Counts counts) {
        return counts.errors() > 0 ? new Counts(1, 0, 1, 0) : counts.failures() > 0 ? new Counts(1, 1, 0, 0)
                : new Counts(1, 0, 0, Math.min(counts.skipped(), 1));
    }

    @Override
    public void end() throws IOException {
        JUnit.document(out, "nabla", counts, () -> suites.moveTo(out));
    }
}
