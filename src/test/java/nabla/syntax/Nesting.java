package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.syntax.Derivations.Alternative;
import nabla.syntax.Derivations.Around;
import nabla.syntax.antlr.NablaParser;
import org.antlr.v4.runtime.Token;

/**
 * A construct that can stand inside itself, or again and again, found in the grammar.
 *
 * @param start  the rule that a statement is read with
 * @param before what opens it, once a level; {@code after} closes it
 */
record Nesting(int start, Around root, Around level, List<Integer> inside) {

    /** How a word is written; the names are those of {@link #program}. */
    private static final Map<Integer, String> SPELLED = Map.ofEntries(Map.entry(NUMBER, "1"), Map.entry(NAME, "x"), Map.entry(TEXT, "\"a\""),
            Map.entry(IMPLIED, ""), Map.entry(DIFFERENTIAL, "dx"), Map.entry(OVER, "/"), Map.entry(SUPERSCRIPT, "¹"), Map.entry(TRANSPOSE, ".T"),
            Map.entry(PRIME, "'"), Map.entry(PLUS, "+"), Map.entry(MINUS, "-"), Map.entry(TIMES, "*"), Map.entry(DIVIDE, "/"), Map.entry(PENALTY, "l2"),
            Map.entry(WORDING, "text"), Map.entry(LITERAL, "[1, 1]"), Map.entry(POWER, "^"), Map.entry(DOT, "·"), Map.entry(IN, "in"),
            Map.entry(ROOT, "√"), Map.entry(MEMBER, ".a"), Map.entry(PARTIAL, "∂"),
            Map.entry(LESS_OR_EQUAL, "<="), Map.entry(GREATER_OR_EQUAL, ">="));

    /** Every one of them, once each; in an expression if it can stand there. */
    static List<Nesting> all() {
        Derivations grammar = new Derivations();
        Map<String, Nesting> all = new LinkedHashMap<>();
        List<Integer> starts = new ArrayList<>(List.of(RULE_lone));
        grammar.all().stream().filter(Nesting::isWhole).map(Alternative::rule).forEach(starts::add);
        for (int start : starts) {
            for (Alternative alternative : grammar.all()) {
                Around root = grammar.way(start, alternative.rule());
                if (root != null) {
                    add(grammar, start, root, alternative, all);
                }
            }
        }
        return List.copyOf(all.values());
    }

    private static boolean isWhole(Alternative alternative) {
        return !alternative.symbols().isEmpty() && alternative.symbols().get(alternative.symbols().size() - 1).word() == Token.EOF;
    }

    /** A rule that leads back to itself, and a loop. */
    private static void add(Derivations grammar, int start, Around root, Alternative alternative, Map<String, Nesting> all) {
        for (int k = 0; k < alternative.symbols().size(); k++) {
            int rule = alternative.symbols().get(k).rule();
            Around back = rule < 0 ? null : grammar.way(rule, alternative.rule());
            if (back != null) {
                put(new Nesting(start, root, grammar.around(alternative, k).with(back), grammar.shortest(alternative.rule())), "", all);
            }
        }
        if (alternative.to() > alternative.from() && alternative.from() >= 0) {
            List<Integer> first = grammar.words(alternative.symbols().subList(0, alternative.from()));
            List<Integer> body = grammar.words(alternative.symbols().subList(alternative.from(), alternative.to()));
            List<Integer> last = grammar.words(alternative.symbols().subList(alternative.to(), alternative.symbols().size()));
            put(new Nesting(start, root.with(new Around(first, last)), new Around(body, List.of()), List.of()), NablaParser.ruleNames[alternative.rule()], all);
        }
    }

    private static void put(Nesting nesting, String loop, Map<String, Nesting> all) {
        all.putIfAbsent(loop + ": " + text(nesting.level.before()) + "|" + text(nesting.inside) + "|" + text(nesting.level.after()), nesting);
    }

    /** How many brackets a level opens. */
    long brackets() {
        return level.before().stream().filter(word -> word == LPAREN || word == LBRACK).count()
                - level.before().stream().filter(word -> word == RPAREN || word == RBRACK).count();
    }

    /** A program in which the construct stands {@code levels} deep; {@code x} is defined in its first line. */
    String program(String first, int levels) {
        List<Integer> words = new ArrayList<>(root.before());
        Collections.nCopies(levels, level.before()).forEach(words::addAll);
        words.addAll(inside);
        Collections.nCopies(levels, level.after()).forEach(words::addAll);
        words.addAll(root.after());
        String line = text(words);
        return first + "\n" + switch (start) {
            case RULE_lone -> "y = " + line;
            case RULE_layerLine -> "mlp net {\ninput x\n" + line + "\nloss mse(x)\n}";
            case RULE_settings -> "train {\n" + line + "\n}";
            case RULE_operation, RULE_network, RULE_training -> line + "\n}";
            default -> line;
        } + "\n";
    }

    private static String text(List<Integer> words) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < words.size(); k++) {
            int word = words.get(k);
            int next = k + 1 < words.size() ? words.get(k + 1) : Token.EOF;
            String spelled = word != NAME ? spelled(word) : next == LPAREN ? "sin" : next == IMPLIED ? "1" : "x";
            boolean apart = text.length() > 0 && !spelled.isEmpty() && isLetter(text.charAt(text.length() - 1)) && isLetter(spelled.charAt(0));
            boolean implied = k > 0 && words.get(k - 1) == IMPLIED;
            text.append(apart && !implied ? " " : "").append(spelled);
        }
        return text.toString();
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || c == '"';
    }

    private static String spelled(int word) {
        String spelled = SPELLED.get(word);
        String literal = NablaParser.VOCABULARY.getLiteralName(word);
        return spelled != null ? spelled : literal != null ? literal.substring(1, literal.length() - 1)
                : NablaParser.VOCABULARY.getSymbolicName(word).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return NablaParser.ruleNames[start] + ": " + text(root.before()) + "{" + text(level.before()) + "|" + text(inside) + "|" + text(level.after())
                + "}" + text(root.after());
    }
}
