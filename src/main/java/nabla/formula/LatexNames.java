package nabla.formula;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in LaTeX's mathematics: {@code W1} is W with the subscript 1, {@code alpha} and {@code α} the Greek letter, {@code y_hat} ŷ. */
final class LatexNames {

    private static final Map<String, String> ACCENTS = Map.of("\u0302", "hat", "\u0304", "bar", "\u0303", "tilde", "\u0307", "dot", "\u20D7", "vec");
    private static final Pattern PARTS = Pattern.compile("(.+?)_?([0-9]*)");

    private LatexNames() { }

    /** A variable; {@code xor.W1} keeps its prefix. */
    static String name(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? simple(name) : "\\mathrm{" + text(name.substring(0, dot)) + "}." + simple(name.substring(dot + 1));
    }

    private static String simple(String name) {
        Matcher parts = PARTS.matcher(name);
        if (!parts.matches()) {
            return word(name);
        }
        String stem = parts.group(1);
        String index = parts.group(2);
        int bar = stem.indexOf('_', 1);
        if (bar < 0 || bar == stem.length() - 1) {
            return subscripted(word(stem), index);
        }
        String tail = stem.substring(bar + 1);
        String head = word(stem.substring(0, bar));
        if (ACCENTS.containsValue(tail)) {
            return subscripted("\\" + tail + "{" + head + "}", index);
        }
        return subscripted(head, (tail.length() == 1 ? word(tail) : "\\mathrm{" + text(tail) + "}") + index);
    }

    private static String subscripted(String stem, String index) {
        return index.isEmpty() ? stem : stem + "_{" + index + "}";
    }

    private static String word(String word) {
        if (Letters.name(word) != null || word.length() == 1 && word.charAt(0) < 128) {
            return text(word);
        } else if (Letters.letter(word) != null) {
            return "\\" + word;
        }
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        String accent = ACCENTS.get(apart.substring(1));
        return accent != null ? "\\" + accent + "{" + text(apart.substring(0, 1)) + "}" : "\\mathit{" + text(word) + "}";
    }

    /** Letters that have no command are text of their own. */
    static String text(String word) {
        StringBuilder text = new StringBuilder();
        for (String letter : Normalizer.normalize(word, Normalizer.Form.NFC).split("(?!\\p{Mn})")) {
            if (Letters.name(letter) != null) {
                text.append('\\').append(Letters.name(letter)).append(' ');
            } else if (letter.equals("_")) {
                text.append("\\_");
            } else {
                text.append(letter.codePointAt(0) < 128 ? letter : "\\text{" + letter + "}");
            }
        }
        return text.toString().strip();
    }
}
