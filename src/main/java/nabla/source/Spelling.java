package nabla.source;

import java.util.Collection;
import java.util.function.Predicate;

/** Finds the name that was meant. */
public final class Spelling {

    /** Beyond that many names the search would cost more than the hint is worth. */
    private static final int MOST = 100_000;

    private Spelling() { }

    /** {@code did you mean x1?}, or null if no name is near. */
    public static String hint(String wrong, Collection<String> names) {
        return names.size() > MOST ? null : hint(wrong, new Lexicon(names));
    }

    /** The same, where many names are asked for. */
    public static String hint(String wrong, Lexicon names) {
        String nearest = nearest(wrong, names);
        return nearest == null ? null : "did you mean " + nearest + "?";
    }

    /** {@code did you mean x*y?} for {@code xy}, where both are names; null if it is not that. */
    public static String product(String wrong, Predicate<String> isName) {
        for (int k = 1; k < wrong.length(); k++) {
            String left = wrong.startsWith("π") ? "pi" : wrong.substring(0, k);
            String right = wrong.substring(k);
            if (!left.equals(right) && (isName.test(left) || left.equals("pi")) && isName.test(right)) {
                return "did you mean " + left + '*' + right + '?';
            }
        }
        return null;
    }

    /** The nearest name within an edit or two (a third of the length), the first of several; null if none is. */
    public static String nearest(String wrong, Collection<String> names) {
        return names.size() > MOST ? null : nearest(wrong, new Lexicon(names));
    }

    private static String nearest(String wrong, Lexicon names) {
        return names.nearest(wrong, Math.max(1, Math.min(2, wrong.length() / 3)));
    }
}
