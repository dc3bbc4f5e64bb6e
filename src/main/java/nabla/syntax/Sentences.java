package nabla.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import nabla.source.SourceText;

/**
 * The sentences of a text, to be gone through twice: first for the names, then to be read. They are kept in between, on pages; where they have
 * to be kept as they are, and are many, they are cut out of the text again, for they would take more memory than its graph.
 */
final class Sentences {

    /** In words. */
    private static final int FEW = 1 << 16;
    /** In numbers of a page. */
    private static final int PAGE = 1 << 14;

    private final SourceText source;
    private final Counts counts;
    /** Null once they cannot be kept. */
    private List<SentencePage> pages = new ArrayList<>(List.of(new SentencePage()));
    /** Words of sentences that are kept as they are. */
    private int whole;
    /** Whether each sentence is a statement. */
    private boolean apart = true;

    Sentences(SourceText source, Counts counts) {
        this.source = source;
        this.counts = counts;
    }

    /** One after the other, then null. */
    Supplier<Sentence> first() {
        Unrolling text = new Unrolling(source, counts);
        return () -> {
            Sentence sentence = text.next();
            if (sentence != null && pages != null) {
                keep(sentence);
            }
            return sentence;
        };
    }

    private void keep(Sentence sentence) {
        apart &= !sentence.opensBlock() && !sentence.closesBlock() && sentence.step() == null;
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

    /** The same again, after all of them were gone through: parts that can be read each by itself. */
    List<Supplier<Sentence>> again() {
        if (pages == null) {
            return List.of(new Unrolling(source, counts)::next);
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
