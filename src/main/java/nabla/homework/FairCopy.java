package nabla.homework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nabla.model.QuestionTarget;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;

/**
 * A submission as it was meant: {@code Question 1a: 2*x} becomes {@code "1a" = 2*x}. Lines stay lines, so that places are told as the
 * learner knows them, and what is read otherwise than written is said.
 *
 * @param text    the submission in the language
 * @param remarks what is read as what
 */
public record FairCopy(SourceText text, List<Diagnostic> remarks) {

    private static final String WORD = "(?:question|problem|exercise|task|part|answer(?:\\s++to)?|aufgabe|ex|no|q)";
    private static final Pattern STATEMENT = Pattern.compile("^\\s*+(?:op\\b|\"|[^=<>!]++=)");

    /** The fair copy of what answers a problem. */
    public static FairCopy of(SourceText written, Problem problem) {
        List<Diagnostic> remarks = new ArrayList<>();
        String operations = new OperationCopy(problem, remarks, written).copy();
        String text = new Lines(problem, remarks).copy(operations);
        return new FairCopy(new SourceText(written.name(), text), List.copyOf(remarks));
    }

    /** The lines outside of blocks. */
    private record Lines(Problem problem, List<Diagnostic> remarks) {

        String copy(String text) {
            Pattern label = pattern();
            StringBuilder copy = new StringBuilder();
            String open = null;
            int depth = 0;
            int number = 0;
            for (String line : text.split("\n", -1)) {
                String read = line;
                number++;
                Matcher matcher = depth == 0 && label != null ? label.matcher(line) : null;
                if (matcher != null && matcher.matches() && isMeant(matcher)) {
                    String name = name(matcher.group("label"));
                    open = matcher.group("rest").isBlank() || matcher.group("rest").strip().startsWith("#") ? name : null;
                    read = open != null ? "# " + line.strip() : answer(name, matcher.group("rest"));
                    say(number, copy.length(), open != null ? "the line below is read as the answer to question " + name : "read as " + read.strip());
                } else if (open != null && !line.isBlank()) {
                    read = STATEMENT.matcher(line).find() ? line : '"' + open + "\" = " + line.strip();
                    open = null;
                }
                depth = Math.max(0, depth + count(line, "([{") - count(line, ")]}"));
                copy.append(copy.length() == 0 && number == 1 ? "" : "\n").append(read);
            }
            return copy.toString();
        }

        private void say(int number, int start, String message) {
            remarks.add(Diagnostic.warning(new Span(number, 1, number == 1 ? 0 : start + 1, number == 1 ? 1 : start + 2), message, null));
        }

        /** What begins like the label of a question; null for a problem without questions. */
        private Pattern pattern() {
            String labels = problem.questions().stream().filter(asked -> !asked.isOperation()).map(QuestionTarget::label)
                    .sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote).collect(Collectors.joining("|"));
            return labels.isEmpty() ? null : Pattern.compile("^\\s*+(?<word>" + WORD + "\\s*+[#.:]?\\s*+)?[(\\[]?(?<quote>\"?)(?<label>" + labels
                    + ")\\k<quote>[)\\]]?\\s*+(?<sign>==|:=|=|:|\\)|\\.(?=\\s)|-(?=\\s)|$)(?<rest>.*)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        }

        /** Whether it would not be read so as it stands: {@code "1a" = …} is, and so is {@code dW = …} where that is the label. */
        private static boolean isMeant(Matcher matcher) {
            boolean worded = matcher.group("word") != null;
            boolean quoted = !matcher.group("quote").isEmpty();
            boolean equation = matcher.group("sign").startsWith("=");
            boolean name = matcher.group("label").matches("\\p{L}[\\p{L}\\p{N}_.]*");
            boolean sign = !matcher.group("sign").isEmpty() && !matcher.group("sign").equals("-");
            return worded || sign && !(equation && (quoted || name));
        }

        private String name(String written) {
            return problem.questions().stream().map(QuestionTarget::label).filter(label -> label.equals(written)).findFirst()
                    .orElseGet(() -> problem.questions().stream().map(QuestionTarget::label).filter(label -> label.equalsIgnoreCase(written)).findFirst()
                            .orElseThrow());
        }

        /** The answer; one that says itself what it is about is read by that. */
        private String answer(String name, String rest) {
            String written = rest.strip();
            int sign = written.indexOf('=');
            boolean assigned = sign > 0 && "<>!".indexOf(written.charAt(sign - 1)) < 0 && !written.startsWith("==", sign)
                    && written.substring(0, sign).indexOf('(') < 0;
            if (!assigned) {
                return '"' + name + "\" = " + written;
            }
            String left = written.substring(0, sign).replaceAll("\\s", "");
            boolean asked = problem.questions().stream().anyMatch(question -> question.target().replaceAll("\\s", "").equals(left));
            return asked ? written : '"' + name + "\" = " + written.substring(sign + 1).strip();
        }

        private static int count(String line, String signs) {
            String code = line.replaceAll("\"[^\"]*\"|#.*", "");
            return (int) code.chars().filter(c -> signs.indexOf(c) >= 0).count();
        }
    }
}
