package nabla.formula;

import java.util.Map;

/** Text in ASCII alone, for terminals and files that take nothing else: signs as the language spells them, Greek letters by name. */
public final class Ascii {

    private static final Map<Integer, String> SIGNS = Map.ofEntries(Map.entry((int) '∂', "d"), Map.entry((int) '·', "*"),
            Map.entry((int) '±', "+-"), Map.entry((int) '…', "..."), Map.entry((int) '×', "x"), Map.entry((int) '−', "-"),
            Map.entry((int) '⋯', "..."), Map.entry((int) '⋮', ":"), Map.entry((int) '⋱', "\\"), Map.entry((int) '→', "->"));

    private Ascii() { }

    /** The text; a character that nothing in ASCII stands for becomes {@code ?}. */
    public static String text(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(c -> {
            String greek = c < 128 ? null : Letters.name(Character.toString(c));
            ascii.append(c < 128 ? Character.toString(c) : SIGNS.containsKey(c) ? SIGNS.get(c) : greek == null ? "?" : greek);
        });
        return ascii.toString();
    }
}
