package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Names that are keywords where their statement has the form: {@code output z}, but not {@code output = 3}. */
final class Keywords {

    private static final Map<String, Integer> HEADS = Map.ofEntries(
            Map.entry("const", CONST), Map.entry("output", OUTPUT), Map.entry("seed", SEED),
            Map.entry("op", OP), Map.entry("mlp", MLP), Map.entry("train", TRAIN),
            Map.entry("question", QUESTION), Map.entry("credit", CREDIT),
            Map.entry("forward", FORWARD), Map.entry("backward", BACKWARD),
            Map.entry("input", INPUT), Map.entry("dense", DENSE), Map.entry("init", INIT), Map.entry("loss", LOSS),
            Map.entry("l2", PENALTY), Map.entry("convention", CONVENTION));

    private static final Map<String, Integer> LAYER = Map.of("weights", WEIGHTS, "bias", BIAS, "init", INIT);

    private static final Map<String, Integer> RANGE = Map.of("from", FROM, "to", TO);

    private static final Map<String, Integer> QUESTIONS = Map.of("points", POINTS, "as", AS, "digits", DIGITS, "within", WITHIN,
            "text", WORDING, "op", OP, "at", AT);

    private static final Map<String, Integer> CLAIM = Map.of("within", WITHIN, "at", AT);

    private Keywords() { }

    static void mark(List<Token> words) {
        Token head = words.get(0);
        if (head.getType() == NAME && HEADS.containsKey(head.getText()) && isHead(words)) {
            ((Word) head).setType(HEADS.get(head.getText()));
        }
        switch (words.get(0).getType()) {
            case DENSE -> inside(words, LAYER, 0);
            case QUESTION -> inside(words, QUESTIONS, 0);
            default -> {
                boolean declares = Words.haveRange(words);
                boolean parameters = words.get(0).getType() == OP || Words.isMapping(words);
                inside(words, declares ? RANGE : CLAIM, declares && parameters ? 1 : 0);
            }
        }
    }

    private static boolean isHead(List<Token> words) {
        Token next = words.get(1);
        return switch (next.getType()) {
            case NAME, DIFFERENTIAL, PARTIAL, NUMBER, TEXT -> true;
            case LBRACE -> !words.get(0).getText().equals("op");
            case LBRACK, LPAREN -> words.get(0).getText().equals("input");
            case MINUS -> words.get(0).getText().equals("seed");
            default -> false;
        };
    }

    /** Marks keywords after a value and before another one: nowhere else can two values stand side by side. */
    private static void inside(List<Token> words, Map<String, Integer> keywords, int level) {
        int depth = 0;
        for (int i = 0; i + 1 < words.size(); i++) {
            Token word = words.get(i);
            switch (word.getType()) {
                case LPAREN, LBRACK -> depth++;
                case RPAREN, RBRACK -> depth--;
                case NAME -> {
                    Integer keyword = i > 0 && depth == level && follows(words, i) ? keywords.get(word.getText()) : null;
                    if (keyword != null && (keyword != AT || isBinding(words, i + 1))) {
                        ((Word) word).setType(keyword);
                    }
                }
                default -> { }
            }
        }
    }

    private static boolean isBinding(List<Token> words, int i) {
        return words.get(i).getType() == NAME && words.get(Math.min(i + 1, words.size() - 1)).getType() == ASSIGN;
    }

    private static boolean follows(List<Token> words, int i) {
        int next = words.get(i + 1).getType();
        boolean value = Words.beginsValue(next) || next == MINUS || next == PLUS || next == Token.EOF;
        return value && (Words.endsValue(words.get(i - 1).getType()) || words.get(0).getType() == QUESTION);
    }
}
