package nabla.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nabla.limit.Cores;
import nabla.source.SourceText;

/**
 * A text cut into sentences.
 *
 * @param names those it defines
 * @param parts its sentences, in parts that can be read each by itself
 */
record CutText(KnownNames names, List<Supplier<Sentence>> parts) {

    /** Cuts a text; {@code known} names are defined elsewhere. */
    static CutText of(SourceText source, Counts counts, Set<String> known, Set<String> functions) {
        List<TextPart> parts = source.text().indexOf('{') >= 0 ? List.of() : TextPart.of(source, Cores.COUNT);
        CutText cut = parts.size() > 1 ? together(source, parts, known, functions) : null;
        if (cut != null) {
            return cut;
        }
        Sentences sentences = new Sentences(() -> new Unrolling(source, counts)::next);
        return new CutText(KnownNames.of(sentences.first(), known, functions), sentences.again());
    }

    /**
     * Cuts parts of a text without blocks at the same time. Null if a sentence goes on from one to another, which leaves a bracket open in one,
     * or if anything else is wrong.
     */
    private static CutText together(SourceText source, List<TextPart> parts, Set<String> known, Set<String> functions) {
        Sentences[] sentences = new Sentences[parts.size()];
        KnownNames[] names = new KnownNames[parts.size()];
        boolean[] whole = new boolean[parts.size()];
        Cores.share(parts.size(), next -> {
            for (int k = next.getAsInt(); k >= 0; k = next.getAsInt()) {
                Splitter splitter = new Splitter(source, parts.get(k));
                sentences[k] = new Sentences(() -> splitter::next);
                names[k] = KnownNames.of(sentences[k].first(), known, functions);
                whole[k] = sentences[k].areApart();
            }
        });
        List<Supplier<Sentence>> again = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            if (!whole[k]) {
                return null;
            }
            again.addAll(sentences[k].again());
        }
        return new CutText(KnownNames.joined(List.of(names)), again);
    }
}
