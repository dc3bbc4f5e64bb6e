package nabla.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nabla.limit.Stop;

/**
 * The names of a text, in order, ready to be asked for those near many wrong ones: thousands of undefined names are as many searches.
 * Names lie by length, and most are passed over by their letters alone.
 */
public final class Lexicon {

    /** Comparisons in all: beyond that, hints would cost more than they are worth. */
    private static final long MOST = 500_000_000;

    private final Map<String, String> whatever = new HashMap<>();
    private final Map<Integer, List<Word>> byLength = new HashMap<>();
    /** How many comparisons of two names there have been. */
    private long compared;

    private record Word(String name, int place, long letters) { }

    public Lexicon(Collection<String> names) {
        int place = 0;
        for (String name : names) {
            whatever.putIfAbsent(folded(name), name);
            byLength.computeIfAbsent(name.length(), length -> new ArrayList<>()).add(new Word(name, place++, letters(name)));
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Which letters occur, those 64 apart as one. */
    private static long letters(String name) {
        long letters = 0;
        for (int k = 0; k < name.length(); k++) {
            letters |= 1L << (name.charAt(k) & 63);
        }
        return letters;
    }

    /** The nearest name within so many edits, capital letters aside; the first of several; null if none is. */
    String nearest(String wrong, int edits) {
        String same = whatever.get(folded(wrong));
        if (same != null && !wrong.isEmpty()) {
            return same;
        }
        long letters = letters(wrong);
        Word nearest = null;
        int least = edits + 1;
        for (int length = wrong.length() - edits; length <= wrong.length() + edits; length++) {
            List<Word> words = byLength.getOrDefault(length, List.of());
            compared += words.size();
            for (Word word : compared > MOST ? List.<Word>of() : words) {
                // An edit changes two letters at most.
                if (Long.bitCount(letters ^ word.letters) > 2 * Math.min(least, edits)) {
                    continue;
                }
                Stop.ifAsked();
                int distance = EditDistance.distance(wrong, word.name, least + 1);
                boolean nearer = distance < least || distance == least && nearest != null && word.place < nearest.place;
                if (nearer && distance < Math.max(wrong.length(), length)) {
                    least = distance;
                    nearest = word;
                }
            }
        }
        return nearest == null ? null : nearest.name;
    }
}
