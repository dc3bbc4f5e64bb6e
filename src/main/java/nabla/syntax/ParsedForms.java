package nabla.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/**
 * The forms of statements that were parsed. The grammar sees nothing of a word but its type, so a statement whose words have the same types as
 * those of an earlier one has the same tree, which is read again with the words of this one in it.
 */
final class ParsedForms {

    /** In words. Longer statements are seldom of one form. */
    private static final int LONG = 64;
    private static final int MOST = 1_000;

    private final Map<Form, Form> forms = new HashMap<>();

    /** The form of a statement, or null if it is new. */
    Form of(List<Token> words) {
        return words.size() > LONG ? null : forms.get(new Form(words, null));
    }

    /** Remembers how a statement is read from its tree. */
    void add(List<Token> words, Function<StatementBuilder, Statement> reading) {
        if (words.size() <= LONG && forms.size() < MOST) {
            Form form = new Form(words, reading);
            forms.put(form, form);
        }
    }

    /** The types of the words of a statement, and a tree in which the words stand. */
    static final class Form {

        private final List<Token> words;
        private final Function<StatementBuilder, Statement> reading;
        private final int hash;

        private Form(List<Token> words, Function<StatementBuilder, Statement> reading) {
            this.words = words;
            this.reading = reading;
            int hash = 1;
            for (int k = 0; k < words.size(); k++) {
                hash = 31 * hash + words.get(k).getType();
            }
            this.hash = hash;
        }

        /** The statement that such words are. */
        Statement statement(List<Token> others, StatementBuilder builder) {
            for (int k = 0; k < words.size(); k++) {
                ((Word) words.get(k)).take((Word) others.get(k));
            }
            return reading.apply(builder);
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Form form) || form.words.size() != words.size()) {
                return false;
            }
            int k = 0;
            while (k < words.size() && words.get(k).getType() == form.words.get(k).getType()) {
                k++;
            }
            return k == words.size();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
