package nabla.syntax;

import java.text.Normalizer;
import java.util.Map;

/** What people write out of habit, or paste from a document, and what to write here. */
final class ForeignNotation {

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("!=", "there is no \"not equal\"; compare with <, <=, > or >="),
            Map.entry(":=", "write ="), Map.entry("&&", "write (a > 0)*(b > 0): comparisons are 1 or 0"),
            Map.entry("||", "write max(a > 0, b > 0): comparisons are 1 or 0; the norm is norm(x)"),
            Map.entry("&", "write (a > 0)*(b > 0): comparisons are 1 or 0"),
            Map.entry("|", "write abs(x) for the absolute value"), Map.entry("‖", "write norm(x)"),
            Map.entry("//", "a comment begins with #, a quotient is a/b"), Map.entry("%", "a comment begins with #"),
            Map.entry(".*", "write *, which is entry by entry"), Map.entry("./", "write /, which is entry by entry"),
            Map.entry(".^", "write ^, which is entry by entry"),
            Map.entry("+=", "a name is defined once: take a new name"), Map.entry("-=", "a name is defined once: take a new name"),
            Map.entry("*=", "a name is defined once: take a new name"), Map.entry("/=", "a name is defined once: take a new name"),
            Map.entry("->", "write ="), Map.entry("=>", "write >="), Map.entry("=<", "write <="), Map.entry("→", "write ="),
            Map.entry("<>", "there is no \"not equal\"; compare with <, <=, > or >="), Map.entry("≠", "there is no \"not equal\"; compare with <, <=, > or >="),
            Map.entry("!", "there is no factorial and no \"not\""), Map.entry("~", "there is no \"not\"; write 1 - (a > 0)"),
            Map.entry("“", "write the straight quote \""), Map.entry("”", "write the straight quote \""), Map.entry("„", "write the straight quote \""),
            Map.entry("«", "write the straight quote \""), Map.entry("»", "write the straight quote \""),
            Map.entry("‘", "write the straight quote '"), Map.entry("’", "write the straight quote '"), Map.entry("`", "write the straight quote '"),
            Map.entry("´", "write the straight quote '"),
            Map.entry("–", "write -"), Map.entry("—", "write -"), Map.entry("÷", "write /"), Map.entry("∕", "write /"), Map.entry("⁄", "write /"),
            Map.entry("∗", "write *"), Map.entry("∘", "write *, which is entry by entry"), Map.entry("•", "write *, or dot(a, b)"),
            Map.entry("⁻", "write ^-1, and inv(A) for the inverse of a matrix"), Map.entry("∑", "write sum(…)"), Map.entry("∫", "there are no integrals, only derivatives"), Map.entry("∇", "write grad(z, x)"), Map.entry("∞", "there is no infinity"),
            Map.entry("≡", "write =="), Map.entry("≈", "write == … within 1e-3"), Map.entry("$", "write the formula without $"));

    private ForeignNotation() { }

    /** What to write instead of a word, or null. */
    static String instead(String word) {
        String known = INSTEAD.get(word);
        if (known != null) {
            return known;
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC);
        return !plain.equals(word) && !plain.isBlank() && plain.chars().allMatch(c -> c > 32 && c < 127) ? "write " + plain : null;
    }
}
