package nabla.syntax;

import static nabla.syntax.antlr.NablaParser.*;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Marks in a sentence what depends on names and neighbours, before it is parsed: {@code dz/dx} of two nodes, {@code A^T}, a number written
 * directly before what it multiplies, keywords.
 */
final class SentenceMarker {

    private final KnownNames names;
    private final List<Token> words;
    private boolean primes;
    private boolean quotients;

    private SentenceMarker(KnownNames names, int size) {
        this.names = names;
        words = new ArrayList<>(size + 4);
    }

    /** The words to be parsed, EOF last. */
    static List<Token> mark(Sentence sentence, KnownNames names) {
        SentenceMarker marker = new SentenceMarker(names, sentence.size());
        marker.join(sentence.words());
        if (marker.primes) {
            marker.prime();
        }
        if (marker.quotients) {
            marker.differentiate();
        }
        Keywords.mark(marker.words);
        return marker.words;
    }

    /** Joins {@code ^T}, parts {@code 3.T}, and writes implied products. */
    private void join(List<Token> written) {
        Token last = null;
        for (int k = 0; k < written.size(); k++) {
            Token word = written.get(k);
            primes |= word.getType() == PRIME;
            quotients |= word.getType() == DIVIDE;
            if (last != null && isTransposed(last, word)) {
                Word transpose = retype(last, TRANSPOSE);
                transpose.setStopIndex(word.getStopIndex());
            } else if (last != null && last.getType() == NUMBER && Words.adjacent(last, word)
                    && word.getText().equals("T") && last.getText().endsWith(".")) {
                ((Word) last).setStopIndex(last.getStopIndex() - 1);
                ((Word) word).setStartIndex(word.getStartIndex() - 1);
                words.add(retype(word, TRANSPOSE));
            } else {
                if (last != null && last.getType() == NUMBER && Words.adjacent(last, word) && multiplies(word)) {
                    words.add(Words.between(last, IMPLIED));
                }
                words.add(word);
            }
            last = words.get(words.size() - 1);
        }
        words.add(Words.between(last, Token.EOF));
    }

    private static boolean isTransposed(Token last, Token word) {
        return last.getType() == POWER && word.getType() == NAME && word.getText().equals("T");
    }

    private static boolean multiplies(Token word) {
        return word.getType() != NUMBER && word.getType() != TEXT && Words.beginsValue(word.getType());
    }

    /** {@code f'(x)}, written without space: a derivative, whatever is called f. */
    private void prime() {
        for (int i = 0; i < words.size(); i++) {
            int end = i + 1;
            while (type(i) == NAME && type(end) == PRIME && Words.adjacent(words.get(end - 1), words.get(end))) {
                end++;
            }
            if (end > i + 1 && type(end) == LPAREN && Words.adjacent(words.get(end - 1), words.get(end))) {
                words.subList(i + 1, end).forEach(prime -> retype(prime, PRIMED));
            }
        }
    }

    private void differentiate() {
        for (int i = 0; i + 2 < words.size(); i++) {
            if (type(i) == PARTIAL && type(i + 1) == NAME && type(i + 2) == DIVIDE && type(i + 3) == PARTIAL) {
                retype(words.get(i + 2), OVER);
                i += 4;
            } else if (isDerivative(i)) {
                retype(words.get(i), DIFFERENTIAL);
                retype(words.get(i + 1), OVER);
                retype(words.get(i + 2), DIFFERENTIAL);
                i += 2;
            }
        }
    }

    private boolean isDerivative(int i) {
        if (!isDifferential(i) || type(i + 1) != DIVIDE || !isDifferential(i + 2) || type(i + 3) == LPAREN) {
            return false;
        }
        String of = words.get(i).getText();
        String by = words.get(i + 2).getText();
        boolean claimed = i == 0 && (type(3) == ASSIGN || type(3) == EQUAL);
        boolean node = names.isNode(of.substring(1)) || names.isNode(by.substring(1));
        return !names.inOperation() && !names.isNode(of) && !names.isNode(by) && (node || claimed);
    }

    private boolean isDifferential(int i) {
        return type(i) == NAME && words.get(i).getText().length() > 1 && words.get(i).getText().charAt(0) == 'd';
    }

    private int type(int i) {
        return i < words.size() ? words.get(i).getType() : Token.EOF;
    }

    private static Word retype(Token word, int type) {
        Word marked = (Word) word;
        marked.setType(type);
        return marked;
    }
}
