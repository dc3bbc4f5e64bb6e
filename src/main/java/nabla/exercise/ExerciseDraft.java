package nabla.exercise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nabla.tensor.Tensor;

/**
 * An exercise without numbers for its leaves.
 *
 * @param of     what is differentiated, the output
 * @param by     what it is differentiated by
 * @param givens the leaves
 * @param nudge  a first hint of its own, or null
 * @param form   what is asked, whatever the names: two drafts of one form differ in names and numbers only
 */
record ExerciseDraft(List<String> definitions, String of, String by, List<GivenLeaf> givens, String nudge, String form) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");
    private static final Pattern MARKED = Pattern.compile("\\$([\\p{L}_][\\p{L}\\d_]*)");
    private static final Pattern DERIVATIVE = Pattern.compile("d([^/]+)/d(.+)");

    /**
     * Reads the line of a table in which all choices are made.
     *
     * @param names what the names of the table are called
     */
    static ExerciseDraft of(String line, Map<String, String> names) {
        String[] parts = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        Matcher derivative = DERIVATIVE.matcher(parts.length < 3 ? "" : parts[1]);
        if (!derivative.matches()) {
            throw new IllegalArgumentException("no derivative: " + line);
        }
        UnaryOperator<String> renamed = name -> names.getOrDefault(name, name);
        List<String> definitions = Arrays.stream(parts[0].split(";")).map(text -> replaced(NAME, text.strip(), names)).toList();
        List<GivenLeaf> givens = Arrays.stream(parts[2].split(";")).map(text -> GivenLeaf.of(text).renamed(renamed)).toList();
        return new ExerciseDraft(definitions, renamed.apply(derivative.group(1)), renamed.apply(derivative.group(2)), givens,
                parts.length < 4 ? null : replaced(MARKED, parts[3], names), parts[0] + " | " + parts[1]);
    }

    /** The names in the definitions and values of a line. */
    static Set<String> names(String line) {
        String[] parts = line.split("\\|");
        return NAME.matcher(parts[0] + parts[2]).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
    }

    private static String replaced(Pattern pattern, String text, Map<String, String> names) {
        return pattern.matcher(text).replaceAll(match -> {
            String name = match.groupCount() == 0 ? match.group() : match.group(1);
            return Matcher.quoteReplacement(names.getOrDefault(name, name));
        });
    }

    /** The definitions, then the leaves with these values, those that are single numbers on one line. */
    List<String> lines(Map<String, Tensor> values) {
        List<String> lines = new ArrayList<>(definitions);
        List<String> scalars = new ArrayList<>();
        for (GivenLeaf given : givens) {
            String text = given.text(values.get(given.name()));
            if (given.shape().isScalar()) {
                scalars.add(text);
            } else {
                lines.add(text);
            }
        }
        if (!scalars.isEmpty()) {
            lines.add(String.join("; ", scalars));
        }
        return lines;
    }
}
