package nabla.syntax;

import java.util.List;
import java.util.Map;
import nabla.syntax.antlr.NablaParser;
import org.antlr.v4.runtime.Token;

/** What is wrong with the form of a line of an {@code mlp} block, before it is parsed. */
final class LayerLines {

    private static final Map<String, String> FORMS = Map.of("input", "input X", "dense", "dense 2 relu", "loss", "loss squared_error(Y)",
            "init", "init he, init xavier, init zeros or init normal 0.1", "l2", "l2 0.01", "convention", "convention column");
    private static final List<String> PARTS = List.of("weights", "bias", "init");

    private LayerLines() { }

    /** Throws {@link UnreadableSentence} for a line that can be none of a network. */
    static void check(List<Token> words) {
        Token head = words.get(0);
        String form = FORMS.get(head.getText());
        switch (head.getType()) {
            case NablaParser.DENSE, NablaParser.INPUT, NablaParser.INIT, NablaParser.LOSS, NablaParser.PENALTY, NablaParser.CONVENTION -> { }
            default -> {
                if (form != null) {
                    throw new UnreadableSentence(Words.span(head), head.getText() + " is not written like this", "write " + form);
                }
                throw new UnreadableSentence(Words.span(head), "a line of a network begins with input, dense, loss, init, l2 or convention",
                        "write for example dense 2 relu");
            }
        }
        int depth = 0;
        for (int k = 1; k < words.size(); k++) {
            int type = words.get(k).getType();
            depth += type == NablaParser.LPAREN || type == NablaParser.LBRACK ? 1 : type == NablaParser.RPAREN || type == NablaParser.RBRACK ? -1 : 0;
            if (depth == 0) {
                check(words, k, form);
            }
        }
    }

    private static void check(List<Token> words, int k, String form) {
        Token word = words.get(k);
        boolean follows = Words.endsValue(words.get(k - 1).getType());
        if (word.getType() == NablaParser.COMMA) {
            throw new UnreadableSentence(Words.span(word), "no comma stands between the parts of a line", "write " + form);
        } else if (follows && !word.getText().equals("init") && FORMS.containsKey(word.getText())) {
            throw new UnreadableSentence(Words.span(word), "each line of a network stands on its own", "write ; or a new line before " + word.getText());
        } else if (k == 3 && words.get(0).getType() == NablaParser.DENSE && words.get(2).getType() == NablaParser.NAME
                && word.getType() == NablaParser.NAME && !PARTS.contains(word.getText())) {
            throw new UnreadableSentence(Words.span(word), "after the activation stand weights, bias or init, not " + word.getText(),
                    "write dense 2 relu weights [1, 1; 1, 1] bias [0, -1]; one activation a layer");
        }
    }
}
