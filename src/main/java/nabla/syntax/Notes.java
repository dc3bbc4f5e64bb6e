package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.NUMBER;

import java.util.List;
import nabla.source.Diagnostic;
import org.antlr.v4.runtime.Token;

/** What is right but may surprise. */
final class Notes {

    private Notes() { }

    /** {@code 2e1} is 20 even where a node {@code e1} exists. */
    static void add(Sentence sentence, KnownNames names, List<Diagnostic> diagnostics) {
        for (int k = 0; k < sentence.size(); k++) {
            Token word = sentence.word(k);
            String text = word.getType() == NUMBER ? word.getText() : "";
            int e = text.indexOf('e');
            if (e > 0 && names.isNode(text.substring(e))) {
                String name = text.substring(e);
                diagnostics.add(Diagnostic.note(Words.span(word), "\"" + text + "\" is a number, not a product with " + name,
                        "write " + text.substring(0, e) + "*" + name + " for the product"));
            }
        }
    }
}
