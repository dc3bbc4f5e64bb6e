package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.source.SourceText;
import nabla.source.Span;
import org.antlr.v4.runtime.Token;

/**
 * The whole numbers that a text knows before anything is read: names that are defined as one, and sizes. A size that is left free and says how
 * many steps there are is given a number here.
 */
final class Counts {

    /** So many steps are few enough to read and enough for something to be handed on. */
    private static final int STEPS = 3;
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private final Map<String, Integer> known = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final Map<String, Integer> chosen = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Expression> read = new HashMap<>();

    /** Those of a text; {@code known} elsewhere are none. A text without a {@code for} block needs none. */
    static Counts of(SourceText source) {
        Counts counts = new Counts();
        if (source.text().contains("for")) {
            Splitter splitter = new Splitter(source);
            for (Sentence sentence = splitter.next(); sentence != null; sentence = splitter.next()) {
                counts.add(sentence);
            }
        }
        return counts;
    }

    private void add(Sentence sentence) {
        int k = sentence.isName(0, "const") ? 1 : 0;
        boolean number = sentence.type(k) == NAME && sentence.type(k + 1) == ASSIGN && sentence.type(k + 2) == NUMBER && sentence.size() == k + 3;
        if (number && sentence.word(k + 2).getText().matches("[0-9]{1,9}")) {
            known.put(sentence.word(k).getText(), Integer.valueOf(sentence.word(k + 2).getText()));
        }
        boolean sizes = false;
        for (int i = 0; i < sentence.size() && !sentence.opensBlock(); i++) {
            sizes |= sentence.type(i) == IN;
            if (sizes && sentence.type(i) == NAME && sentence.type(i - 1) != IN) {
                declared.add(sentence.word(i).getText());
            }
        }
    }

    /** The sizes that were given a number. */
    Map<String, Integer> chosen() {
        return chosen;
    }

    /** The names that ends of steps were worked out of. */
    Set<String> used() {
        return used;
    }

    /**
     * An end of the steps.
     *
     * @param place what it stands in
     */
    double end(String text, Span place, Map<String, Integer> outer) {
        Expression expression = expression(text.strip(), place);
        Map<String, Integer> values = new HashMap<>(known);
        values.putAll(chosen);
        values.putAll(outer);
        if (expression instanceof Expression.Name name && !values.containsKey(name.name()) && declared.contains(name.name())) {
            chosen.put(name.name(), STEPS + chosen.size());
            values.putAll(chosen);
        }
        values.keySet().stream().filter(name -> text.contains(name) && !outer.containsKey(name)).forEach(used::add);
        double value = IntegerArithmetic.value(expression, values);
        if (Double.isNaN(value) || value != Math.rint(value)) {
            throw new UnreadableSentence(place, "the ends of a for block are whole numbers known in advance, and " + text.strip() + " is none",
                    "write numbers, 1..4, or names that are defined as one: n = 4");
        }
        return value;
    }

    /** The text of a word with the numbers of a step in its braces. */
    String filled(Token word, Map<String, Integer> values) {
        Map<String, Integer> all = new HashMap<>(known);
        all.putAll(values);
        Matcher braces = BRACES.matcher(word.getText());
        StringBuilder filled = new StringBuilder();
        while (braces.find()) {
            double value = IntegerArithmetic.value(expression(braces.group(1), Words.span(word)), all);
            if (Double.isNaN(value) || value != Math.rint(value)) {
                throw new UnreadableSentence(Words.span(word), "{" + braces.group(1) + "} is no whole number here", "write {t}, or {t-1}");
            } else if (value < 0) {
                throw new UnreadableSentence(Words.span(word), "{" + braces.group(1) + "} is " + (long) value + " at "
                        + String.join(", ", values.entrySet().stream().map(v -> v.getKey() + " = " + v.getValue()).toList()) + ", and no name has a sign",
                        "begin with a later step");
            }
            braces.appendReplacement(filled, Long.toString((long) value));
        }
        return braces.appendTail(filled).toString();
    }

    private Expression expression(String text, Span place) {
        Expression known = read.get(text);
        if (known == null) {
            SourceText code = new SourceText("", text);
            Splitter splitter = new Splitter(code);
            Sentence sentence = splitter.next();
            try {
                if (sentence == null || splitter.next() != null) {
                    throw new UnreadableSentence(place, "a number is missing", "write for t in 1..4 {");
                }
                known = new SentenceParser(code).expression(sentence, KnownNames.known(Set.of(), Set.of())).expression();
            } catch (UnreadableSentence error) {
                throw new UnreadableSentence(place, text.isEmpty() ? "a number is missing" : "\"" + text + "\" is no number", "write for t in 1..4 {, and names as h{t}");
            }
            read.put(text, known);
        }
        return known;
    }
}
