package nabla.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.export.Markup;
import nabla.formula.Letters;
import nabla.formula.NumberText;

/** Numbers and names in MathML. */
record MathMlWords(Markup html) {

    private static final Pattern NAME = Pattern.compile("(.+?)(?:_([^_.]+)|_?([0-9]+))?");

    void number(double value) {
        String text = NumberText.of(value);
        int exponent = text.indexOf('e');
        boolean negative = text.startsWith("-");
        String mantissa = text.substring(negative ? 1 : 0, exponent < 0 ? text.length() : exponent);
        html.open("mrow");
        if (negative) {
            html.leaf("mo", "−", "form", "prefix");
        }
        html.leaf("mn", mantissa);
        if (exponent >= 0) {
            html.leaf("mo", "·").open("msup").leaf("mn", "10").leaf("mn", text.substring(exponent + 1).replace("-", "−")).close();
        }
        html.close();
    }

    /** {@code W1} is W with the subscript 1, {@code alpha} the letter; a prefix stays. */
    void name(String name) {
        int dot = name.indexOf('.');
        Matcher parts = NAME.matcher(name.substring(dot + 1));
        if (dot > 0) {
            html.open("mrow").leaf("mtext", name.substring(0, dot + 1));
        }
        String index = parts.matches() ? parts.group(2) != null ? parts.group(2) : parts.group(3) : null;
        if (index == null) {
            word(name.substring(dot + 1));
        } else {
            html.open("msub");
            word(parts.group(1));
            word(index);
            html.close();
        }
        if (dot > 0) {
            html.close();
        }
    }

    private void word(String word) {
        String letter = Letters.letter(word);
        html.leaf(word.matches("[0-9]+") ? "mn" : "mi", letter == null ? word : letter);
    }
}
