package nabla.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The sentences of a text, to be gone through twice: first for the names, then to be read. They are kept in between, on pages; where they have
 * to be kept as they are, and are many, they are cut out of the text again, for they would take more memory than its graph.
 */
final class Sentences {

    /** In words. */
    private static final int FEW = 1 << 16;
    /** In numbers of a page. */
    private static final int PAGE = 1 << 14;

    private final Supplier<Supplier<Sentence>> text;
    /** Null once they cannot be kept. */
    private List<SentencePage> pages = new ArrayList<>(List.of(new SentencePage()));
    /** Words of sentences that are kept as they are. */
    private int whole;
    private boolean apart = true;

    /** What is given begins to cut the text, and then gives one sentence after the other, and null. */
    Sentences(Supplier<Supplier<Sentence>> text) {
        this.text = text;
    }

    /** One after the other, then null. */
    Supplier<Sentence> first() {
        Supplier<Sentence> cut = text.get();
        return () -> {
            Sentence sentence = cut.get();
            if (sentence != null && pages != null) {
                keep(sentence);
            }
            return sentence;
        };
    }

    private void keep(Sentence sentence) {
        apart &= sentence.problem() == null && sentence.step() == null && !sentence.opensBlock() && !sentence.closesBlock();
        SentencePage page = pages.get(pages.size() - 1);
        if (page.size() >= PAGE) {
            page = new SentencePage();
            pages.add(page);
        }
        if (!page.add(sentence)) {
            whole += sentence.size();
            pages = whole > FEW ? null : pages;
        }
    }

    /** Whether each of those gone through can be read by itself: a statement, and nothing wrong with it yet. */
    boolean areApart() {
        return apart && pages != null;
    }

    /** The same again, after all of them were gone through: parts that can be read each by itself. */
    List<Supplier<Sentence>> again() {
        if (pages == null) {
            return List.of(text.get());
        }
        List<Supplier<Sentence>> parts = pages.stream().map(SentencePage::sentences).toList();
        return apart ? parts : List.of(joined(new ArrayDeque<>(parts)));
    }

    private static Supplier<Sentence> joined(Deque<Supplier<Sentence>> parts) {
        return () -> {
            Sentence sentence = null;
            while (sentence == null && !parts.isEmpty()) {
                sentence = parts.peek().get();
                if (sentence == null) {
                    parts.remove();
                }
            }
            return sentence;
        };
    }
}
