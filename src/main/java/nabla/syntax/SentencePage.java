package nabla.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;

/**
 * Some sentences of a text, one after the other. Of a word it is kept what it is and where it stands, in two numbers, and of a name its
 * text: a tenth of what the words themselves take.
 */
final class SentencePage {

    /** Numbers that are a type and whether the word has a text of its own, below those that are a length. */
    private static final int TYPES = 7;
    private static final int OWN = 1 << TYPES;
    private static final int LENGTH = TYPES + 1;
    private static final int LONGEST = 1 << 20;

    /** Of each sentence: how many words, its line, where the line begins; of each word: where it begins, and type and length. */
    private int[] numbers = new int[256];
    private int size;
    private final List<String> texts = new ArrayList<>();
    /** Those that do not go into numbers. In their place stands a sentence of no words. */
    private final List<Sentence> whole = new ArrayList<>();
    private Word first;

    /** In numbers. */
    int size() {
        return size;
    }

    /** Adds a sentence; false if it had to be kept as it is. */
    boolean add(Sentence sentence) {
        if (!isPlain(sentence)) {
            put(0);
            whole.add(sentence);
            return false;
        }
        Token head = sentence.word(0);
        first = first == null ? (Word) head : first;
        put(sentence.size());
        put(head.getLine());
        put(head.getStartIndex() - head.getCharPositionInLine());
        for (int k = 0; k < sentence.size(); k++) {
            Word word = (Word) sentence.word(k);
            put(word.getStartIndex());
            put(length(word) << LENGTH | (word.hasOwnText() ? OWN : 0) | word.getType());
            if (word.hasOwnText()) {
                texts.add(word.getText());
            }
        }
        return true;
    }

    private void put(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /** Whether it was read without a problem, outside of a loop, and from one line. */
    private static boolean isPlain(Sentence sentence) {
        if (sentence.problem() != null || sentence.step() != null) {
            return false;
        }
        int line = sentence.word(0).getLine();
        for (int k = 0; k < sentence.size(); k++) {
            Token word = sentence.word(k);
            if (word.getLine() != line || word.getType() < 0 || word.getType() >= OWN || length(word) >= LONGEST) {
                return false;
            }
        }
        return true;
    }

    private static int length(Token word) {
        return word.getStopIndex() + 1 - word.getStartIndex();
    }

    /** The sentences, then null; with words made anew each time. */
    Supplier<Sentence> sentences() {
        Iterator<String> names = texts.iterator();
        Iterator<Sentence> others = whole.iterator();
        int[] at = {0};
        return () -> at[0] == size ? null : numbers[at[0]] == 0 ? other(others, at) : sentence(names, at);
    }

    private static Sentence other(Iterator<Sentence> others, int[] at) {
        at[0]++;
        return others.next();
    }

    private Sentence sentence(Iterator<String> names, int[] at) {
        int k = at[0];
        int count = numbers[k++];
        int line = numbers[k++];
        int lineStart = numbers[k++];
        List<Token> words = new ArrayList<>(count + 1);
        for (int end = k + 2 * count; k < end; k += 2) {
            int start = numbers[k];
            int what = numbers[k + 1];
            words.add(first.another(what & OWN - 1, start, start + (what >>> LENGTH), line, start - lineStart, (what & OWN) == 0 ? null : names.next()));
        }
        at[0] = k;
        return new Sentence(words, null);
    }
}
