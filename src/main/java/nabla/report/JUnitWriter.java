package nabla.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import nabla.report.Check.Outcome;
import nabla.report.Page.Counts;

/**
 * JUnit XML as GitLab and Jenkins read it: a suite for each file, a test case for each gradient, rule and claim. What is unresolved
 * counts as skipped, or as failed where unresolved is to count as wrong. GitLab reads at most 30 MB: when that is near, a file gets
 * a single test case.
 */
public final class JUnitWriter implements ReportWriter {

    private static final long LARGEST = 27L << 20;
    private static final int LINES = 40;
    private static final int COLUMNS = 300;

    private final Writer out;
    private final boolean strict;
    private final LocalDateTime start;
    private final Spool suites = new Spool();
    private Counts counts = Counts.NONE;

    /** {@code strict}: what is unresolved counts as failed. */
    public JUnitWriter(Writer out, boolean strict, Clock clock) {
        this.out = out;
        this.strict = strict;
        this.start = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public Page page(Report report, Duration time) throws IOException {
        List<Check> checks = Check.of(report);
        Counts counted = checks.stream().map(check -> counts(check.outcome())).reduce(Counts.NONE, Counts::plus);
        Page page = new Page(report.status(), report.seed(), counted, new Spool(), new Spool());
        suite(report, checks, counted, time, page.body());
        Check all = new Check("file", "all " + checks.size() + " checks", 0, worst(checks), Check.word(report.status()),
                List.of(Failures.wrongCount(report) + " wrong, " + Failures.openCount(report) + " unresolved; the report is too large for more"),
                null, null, null);
        suite(report, List.of(all), counts(all.outcome()), time, page.later());
        return page;
    }

    private static Outcome worst(List<Check> checks) {
        return checks.stream().map(Check::outcome).max((a, b) -> Integer.compare(weight(a), weight(b))).orElse(Outcome.PASSED);
    }

    private static int weight(Outcome outcome) {
        return List.of(Outcome.PASSED, Outcome.OPEN, Outcome.FAILED, Outcome.ERROR).indexOf(outcome);
    }

    private Counts counts(Outcome outcome) {
        boolean failed = outcome == Outcome.FAILED || strict && outcome == Outcome.OPEN;
        return new Counts(1, failed ? 1 : 0, outcome == Outcome.ERROR ? 1 : 0, outcome == Outcome.OPEN && !strict ? 1 : 0);
    }

    private void suite(Report report, List<Check> checks, Counts counted, Duration time, Writer to) {
        String name = report.source().name();
        Xml xml = new Xml(to);
        xml.open("testsuite", "name", name, "tests", "" + counted.tests(), "failures", "" + counted.failures(), "errors", "" + counted.errors(),
                "skipped", "" + counted.skipped(), "time", seconds(time), "timestamp", start.toString());
        for (Check check : checks) {
            testcase(check, name, time.dividedBy(checks.size()), xml);
        }
        xml.close().flush();
    }

    private void testcase(Check check, String file, Duration time, Xml xml) {
        xml.open("testcase", "classname", classname(file), "name", check.name(), "file", file, "time", seconds(time));
        String element = switch (check.outcome()) {
            case PASSED -> null;
            case FAILED -> "failure";
            case OPEN -> strict ? "failure" : "skipped";
            case ERROR -> "error";
        };
        if (element != null) {
            String type = element.equals("skipped") ? null : check.mistake() == null ? check.verdict() : check.mistake().codes().get(0);
            List<String> text = check.text().stream().limit(LINES).map(line -> line.length() > COLUMNS ? line.substring(0, COLUMNS) + "…" : line).toList();
            xml.open(element, "message", text.isEmpty() ? check.verdict() : text.get(0), "type", type);
            xml.lines(text).close();
        }
        xml.close();
    }

    /** Jenkins takes what is before the last dot for a package, so folders become packages; a dot in a name becomes one that looks so. */
    private static String classname(String file) {
        String name = file.endsWith(".grad") ? file.substring(0, file.length() - ".grad".length()) : file;
        return name.replace("./", "").replace('.', '\u2024').replace('/', '.');
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    @Override
    public void add(Page page) throws IOException {
        boolean fits = suites.length() + page.body().length() < LARGEST;
        counts = counts.plus(fits ? page.counts() : page.counts().merged());
        (fits ? page.body() : page.later()).moveTo(suites);
    }

    @Override
    public void end() throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Xml xml = new Xml(out);
        xml.open("testsuites", "name", "nabla", "tests", "" + counts.tests(), "failures", "" + counts.failures(), "errors", "" + counts.errors());
        xml.lines(List.of("")).flush();
        suites.moveTo(out);
        xml.close().flush();
        out.write("\n");
        out.flush();
    }
}
