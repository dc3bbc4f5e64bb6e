package nabla.export;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.source.Display;

/**
 * Test reports as CI servers read them: what Jenkins's schema allows and GitLab understands. The file stands on the suite (the schema knows
 * none on a case), and the content of a failure is what is shown, so the message is repeated there. A suite without a case is left out.
 */
public final class JUnitXml {

    private static final int LONGEST = 20_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Writer out;
    private final Instant time;
    private final Set<String> names = new HashSet<>();

    /** A report of what was run at that time. */
    public JUnitXml(Writer out, Instant time) {
        this.out = out;
        this.time = time;
    }

    /** How a case ended. */
    public enum Result { PASSED, FAILURE, ERROR, SKIPPED }

    /**
     * One case.
     *
     * @param kind    of the failure, a word; null where it passed
     * @param content what is shown of it; null where it passed
     */
    public record Case(String classname, String name, double seconds, Result result, String kind, String content) { }

    /** Cases that belong to one file. */
    public record Suite(String name, String file, List<Case> cases) {

        private long count(Result result) {
            return cases.stream().filter(one -> one.result == result).count();
        }

        private double seconds() {
            return cases.stream().mapToDouble(Case::seconds).sum();
        }
    }

    /** Writes the document. */
    public void write(String name, List<Suite> all) throws IOException {
        List<Suite> suites = new ArrayList<>(all);
        suites.removeIf(suite -> suite.cases().isEmpty());
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"" + attribute(name) + "\" tests=\""
                + suites.stream().mapToInt(suite -> suite.cases().size()).sum() + "\" failures=\"" + count(suites, Result.FAILURE)
                + "\" errors=\"" + count(suites, Result.ERROR) + "\" time=\"" + seconds(suites.stream().mapToDouble(Suite::seconds).sum())
                + "\">\n");
        for (Suite suite : suites) {
            write(suite);
        }
        out.write("</testsuites>\n");
    }

    private static long count(List<Suite> suites, Result result) {
        return suites.stream().mapToLong(suite -> suite.count(result)).sum();
    }

    private void write(Suite suite) throws IOException {
        out.write("  <testsuite name=\"" + attribute(suite.name()) + "\" tests=\"" + suite.cases().size() + "\" failures=\""
                + suite.count(Result.FAILURE) + "\" errors=\"" + suite.count(Result.ERROR) + "\" skipped=\"" + suite.count(Result.SKIPPED)
                + "\" time=\"" + seconds(suite.seconds()) + "\" timestamp=\"" + TIME.format(time) + "\""
                + (suite.file() == null ? "" : " file=\"" + attribute(suite.file()) + "\"") + ">\n");
        for (Case one : suite.cases()) {
            write(one);
        }
        out.write("  </testsuite>\n");
    }

    private void write(Case one) throws IOException {
        String head = "    <testcase classname=\"" + attribute(one.classname()) + "\" name=\"" + attribute(unique(one)) + "\" time=\""
                + seconds(one.seconds()) + "\"";
        if (one.result() == Result.PASSED) {
            out.write(head + "/>\n");
            return;
        }
        String tag = one.result().name().toLowerCase(Locale.ROOT);
        String content = one.content() == null ? "" : one.content();
        String first = content.lines().findFirst().orElse("");
        out.write(head + ">\n      <" + tag + " type=\"" + attribute(one.kind() == null ? tag : one.kind()) + "\" message=\""
                + attribute(first) + "\">" + text(content) + "</" + tag + ">\n    </testcase>\n");
    }

    /** Of cases with the same names only the first would be kept. */
    private String unique(Case one) {
        String name = one.name();
        for (int k = 2; !names.add(one.classname() + '\n' + name); k++) {
            name = one.name() + " (" + k + ")";
        }
        return name;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static String attribute(String text) {
        return text(text.replace('\n', ' '));
    }

    /** Without what XML 1.0 does not allow and what plays tricks on a reader. */
    private static String text(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
        return cut.lines().map(JUnitXml::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        StringBuilder escaped = new StringBuilder();
        Display.visible(line).codePoints().filter(c -> c != 0xFFFE && c != 0xFFFF).forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
