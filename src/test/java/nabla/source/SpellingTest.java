package nabla.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"alpa, alpha", "Alpha, alpha", "ahpla1, ''", "wegihts, weights", "sigmod, sigmoid", "w, ''", "W, w1", "xs, x"})
    void nearestName(String wrong, String meant) {
        List<String> names = wrong.equals("W") ? List.of("w1", "w") : List.of("alpha", "weights", "sigmoid", "x");
        String expected = wrong.equals("W") ? "w" : meant.isEmpty() ? null : meant;
        assertEquals(expected, Spelling.nearest(wrong, names));
    }

    @Test
    void noNameAtAll() {
        assertNull(Spelling.hint("x", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"xy, x*y", "x1x, x1*x", "πx, pi*x", "xx, ", "xyz, ", "x, ", "π, "})
    void twoNamesWrittenTogether(String wrong, String meant) {
        assertEquals(meant == null ? null : "did you mean " + meant + "?", Spelling.product(wrong, List.of("x", "y", "x1")::contains));
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, ab, 1", "abc, xabc, 1", "abc, xyz, 3", "'', abc, 3"})
    void distance(String a, String b, int edits) {
        assertEquals(edits, EditDistance.distance(a, b, 9));
        assertEquals(Math.min(2, edits), EditDistance.distance(a, b, 2));
    }

    @Test
    void theFirstOfSeveralAtTheSameDistance() {
        assertEquals("xba", Spelling.nearest("xaa", List.of("long", "xba", "xab", "xaab", "xa1")));
        assertEquals("xa", Spelling.nearest("xaa", List.of("xbb", "xa", "xaab")));
    }

    @Test
    void indexFindsWhatEveryPairComparedFinds() {
        Random random = new Random(5);
        List<String> names = Stream.generate(() -> word(random)).limit(300).toList();
        Lexicon lexicon = new Lexicon(names);
        for (int k = 0; k < 500; k++) {
            String wrong = word(random);
            assertEquals(comparedWithAll(wrong, names), Spelling.hint(wrong, lexicon), wrong);
        }
    }

    private static String word(Random random) {
        return random.ints(1 + random.nextInt(6), 0, 5).mapToObj(k -> String.valueOf("abAx1".charAt(k))).collect(Collectors.joining());
    }

    private static String comparedWithAll(String wrong, List<String> names) {
        String nearest = null;
        int least = Math.max(1, Math.min(2, wrong.length() / 3)) + 1;
        for (String name : names) {
            int distance = wrong.equalsIgnoreCase(name) ? 0 : EditDistance.distance(wrong, name, least);
            if (distance < least && distance < Math.max(wrong.length(), name.length())) {
                least = distance;
                nearest = name;
            }
        }
        return nearest == null ? null : "did you mean " + nearest + "?";
    }
}
