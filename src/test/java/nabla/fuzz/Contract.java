package nabla.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nabla.cli.Invocation;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What every run has to keep to, whatever it was given. */
final class Contract {

    private static final Set<Integer> EXITS = Set.of(0, 1, 2, 3, 4);
    private static final Pattern TRACE = Pattern.compile("(?m)^\\s*at \\S+\\(\\S*\\)$|[a-z]Exception\\b|StackOverflow|OutOfMemory|nabla\\.[a-z]+\\.[A-Z]");
    /** C0 and C1 controls, invisible and bidirectional formatting, separators, unpaired surrogates, noncharacters. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\uFFFE\\uFFFF&&[^\\n]]");
    private static final Pattern FORMULA = Pattern.compile("^[=+@-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*([eE][+-]?\\d+)?|Infinity)");

    /** Only what is written by hand can be wrong, or text that says so. */
    private static final Pattern HANDWORK = Pattern.compile("backward|(?i)disagree");
    private static final Pattern ACCUSED = Pattern.compile("(?i)disagree");

    private Contract() { }

    /** What the run breaks; null if nothing. */
    static String broken(Trial trial, Invocation run) {
        if (!EXITS.contains(run.exit())) {
            return "exit " + run.exit() + ": " + run.err();
        } else if (run.exit() != 0 && run.out().isEmpty() && run.err().isEmpty()) {
            return "exit " + run.exit() + " without a word";
        } else if (TRACE.matcher(run.err()).find()) {
            return "a trace: " + run.err();
        }
        String text = new String(trial.input(), StandardCharsets.UTF_8);
        if (!HANDWORK.matcher(text).find() && ACCUSED.matcher(run.out()).find()) {
            return "a derivative that nabla worked out itself is called wrong: " + run.out();
        }
        String unsafe = unsafe(run.err());
        if (unsafe != null) {
            return "standard error has " + unsafe;
        }
        int format = trial.arguments().indexOf("--format");
        return format < 0 || usage(run) ? written(run.out()) : written(run.out(), trial.arguments().get(format + 1));
    }

    /** Nothing was checked: the command line itself was wrong. */
    private static boolean usage(Invocation run) {
        return run.exit() == 2 && run.err().startsWith("nabla: ") && run.out().isEmpty();
    }

    private static String written(String out) {
        String unsafe = unsafe(out);
        return unsafe == null ? null : "standard output has " + unsafe;
    }

    private static String unsafe(String text) {
        return UNSAFE.matcher(text).results().findFirst().map(m -> String.format("U+%04X", m.group().codePointAt(0))).orElse(null);
    }

    private static String written(String out, String format) {
        try {
            switch (format) {
                case "json", "gradescope" -> json(out);
                case "junit" -> xml(out);
                case "csv", "canvas", "moodle" -> {
                    return csv(out);
                }
                default -> { }
            }
            return written(out);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return "no valid " + format + ": " + e.getMessage();
        }
    }

    private static void json(String out) throws IOException {
        try (JsonParser parser = JsonFactory.builder().build().createParser(out)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new IOException("more than one document");
            }
        }
    }

    private static void xml(String out) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        builder.parse(new InputSource(new StringReader(out)));
    }

    private static String csv(String out) throws IOException {
        List<CSVRecord> rows = CSVFormat.DEFAULT.parse(new StringReader(out)).getRecords();
        for (CSVRecord row : rows) {
            if (row.size() != rows.get(0).size()) {
                return "row " + row.getRecordNumber() + " of the CSV has " + row.size() + " cells, the first " + rows.get(0).size();
            }
            for (String cell : row) {
                if (FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches()) {
                    return "a cell that a spreadsheet takes for a formula: " + cell;
                } else if (unsafe(cell) != null) {
                    return "the CSV has " + unsafe(cell);
                }
            }
        }
        return null;
    }
}
