package nabla.syntax;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import nabla.source.SourceText;

/**
 * The sentences of a text, to be gone through twice: first for the names, then to be read. The words of a short text are kept in between; those
 * of a long one would take more memory than its graph, and are cut out of the text again.
 */
final class Sentences {

    /** In words. */
    private static final int SHORT = 1 << 16;

    private final SourceText source;
    private final Counts counts;
    /** Null once they are too many to be kept. */
    private List<Sentence> kept = new ArrayList<>();
    private int words;

    Sentences(SourceText source, Counts counts) {
        this.source = source;
        this.counts = counts;
    }

    /** One after the other, then null. */
    Supplier<Sentence> first() {
        Unrolling text = new Unrolling(source, counts);
        return () -> {
            Sentence sentence = text.next();
            if (sentence != null && kept != null) {
                words += sentence.size();
                kept.add(sentence);
                kept = words > SHORT ? null : kept;
            }
            return sentence;
        };
    }

    /** The same again, after all of them were gone through. */
    Supplier<Sentence> again() {
        if (kept == null) {
            return new Unrolling(source, counts)::next;
        }
        Iterator<Sentence> sentences = kept.iterator();
        return () -> sentences.hasNext() ? sentences.next() : null;
    }
}
