package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.Map;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import org.antlr.v4.runtime.Token;

/** The head of a {@code for} block: what counts, from where to where; both ends count. */
record LoopHead(String name, int from, int to) {

    private static final String FORM = "write for t in 1..4 {";

    /** Whether a word is the name of a step, {@code h{t-1}}. */
    static boolean isTemplate(Token word) {
        return word.getType() == NAME && word.getText().indexOf('{') > 0;
    }

    /** Such a name where nothing counts. */
    static Diagnostic stray(SourceText source, Token word) {
        int brace = source.text().indexOf('{', word.getStartIndex());
        String latex = Latex.braces(source.text(), brace);
        if (latex != null && word.getText().indexOf("_{") > 0) {
            int column = Words.span(word).column() + brace - word.getStartIndex();
            return Diagnostic.error(new Span(word.getLine(), column, brace, brace + 1), "{ } only enclose the lines of a block", latex);
        }
        String name = word.getText();
        return Diagnostic.error(Words.span(word), "{ } in a name stand for the number of a step, and only inside a for block",
                "write for t in 1..4 { " + name.substring(0, name.indexOf('{')) + "{t} = … }");
    }

    /**
     * Reads a head.
     *
     * @param outer what counts around it
     * @throws UnreadableSentence if it has another form, or more steps than are written out
     */
    static LoopHead of(SourceText source, Sentence head, Map<String, Integer> outer, Counts counts) {
        if (head.type(1) != NAME || head.type(2) != IN || head.size() < 5) {
            throw new UnreadableSentence(head.span(), "a for block has a name that counts, and where it goes from and to", FORM);
        }
        String name = head.word(1).getText();
        if (outer.containsKey(name)) {
            throw new UnreadableSentence(Words.span(head.word(1)), name + " counts the steps of the block around this one", "take another name");
        }
        Span range = Words.span(head.word(3)).to(Words.span(head.word(head.size() - 2)));
        String text = source.slice(range);
        int dots = text.indexOf("..");
        if (dots < 0 || text.indexOf("..", dots + 2) >= 0) {
            throw new UnreadableSentence(range, "the steps go from a number to a number, with two dots between", FORM);
        }
        double from = counts.end(text.substring(0, dots), range, outer);
        double to = counts.end(text.substring(dots + 2), range, outer);
        if (from > to) {
            throw new UnreadableSentence(range, "the steps count upwards, and " + text + " goes from " + (long) from + " to " + (long) to,
                    "write the smaller number first; equations may stand in any order");
        } else if (to - from >= Limits.STEPS) {
            throw new UnreadableSentence(Limits.refusal(range, "a for block of " + (long) (to - from + 1) + " steps, more than " + Limits.STEPS, "take fewer steps"));
        }
        return new LoopHead(name, (int) from, (int) to);
    }
}
