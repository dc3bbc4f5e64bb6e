package nabla.export;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * JUnit XML as GitLab and Jenkins read it: suites of test cases. The content of a failure is what they show, so its message is repeated
 * there. Of long content only the beginning is written.
 */
public final class JUnit {

    private static final int LINES = 40;
    private static final int COLUMNS = 300;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private JUnit() { }

    /** How a case ended. */
    public enum Result { PASSED, FAILURE, ERROR, SKIPPED }

    /**
     * One case.
     *
     * @param type    of the failure, a word; null where there is none
     * @param message the failure in a line; null where it passed
     * @param content what is shown of a failure
     */
    public record Case(String classname, String name, Result result, String type, String message, List<String> content) {

        /** A case that passed. */
        public static Case passed(String classname, String name) {
            return new Case(classname, name, Result.PASSED, null, null, List.of());
        }
    }

    /**
     * Cases that belong to one file, at least one.
     *
     * @param seconds it took, all cases together
     */
    public record Suite(String file, double seconds, List<Case> cases) {

        /** How many cases there are. */
        public Counts counts() {
            return cases.stream().map(one -> Counts.of(one.result())).reduce(Counts.NONE, Counts::plus);
        }
    }

    /** How many test cases there are, and of them how many failed, could not be run, and were left open. */
    public record Counts(int tests, int failures, int errors, int skipped) {

        public static final Counts NONE = new Counts(0, 0, 0, 0);

        static Counts of(Result result) {
            return new Counts(1, result == Result.FAILURE ? 1 : 0, result == Result.ERROR ? 1 : 0, result == Result.SKIPPED ? 1 : 0);
        }

        public Counts plus(Counts other) {
            return new Counts(tests + other.tests, failures + other.failures, errors + other.errors, skipped + other.skipped);
        }
    }

    /** Writes the whole document around the suites, which {@code suites} writes to the same stream. */
    public static void document(Writer out, String name, Counts counts, DocumentBody suites) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Markup xml = new Markup(out);
        xml.line().open("testsuites", "name", name, "tests", "" + counts.tests(), "failures", "" + counts.failures(), "errors", "" + counts.errors());
        xml.line().flush();
        suites.write();
        xml.close().flush();
        out.write("\n");
        out.flush();
    }

    /** Writes a suite of cases that were run at that time. */
    public static void suite(Writer out, Suite suite, Instant time) {
        Counts counts = suite.counts();
        Markup xml = new Markup(out);
        xml.line().open("testsuite", "name", suite.file(), "tests", "" + counts.tests(), "failures", "" + counts.failures(), "errors", "" + counts.errors(),
                "skipped", "" + counts.skipped(), "time", seconds(suite.seconds()), "timestamp", TIME.format(time));
        for (Case one : suite.cases()) {
            xml.line().open("testcase", "classname", one.classname(), "name", one.name(), "file", suite.file(), "time",
                    seconds(suite.seconds() / suite.cases().size()));
            if (one.result() != Result.PASSED) {
                xml.line().open(one.result().name().toLowerCase(Locale.ROOT), "message", one.message(), "type", one.type());
                one.content().stream().limit(LINES).forEach(line -> xml.text(cut(line)).line());
                xml.close();
            }
            xml.close();
        }
        xml.close().flush();
    }

    private static String cut(String line) {
        return line.length() > COLUMNS ? line.substring(0, COLUMNS) + "…" : line;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
