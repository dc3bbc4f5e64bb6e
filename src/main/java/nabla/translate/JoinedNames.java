package nabla.translate;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Expression;

/**
 * Names without a meaning that may have been meant as several: {@code 2xy}, {@code sinx}, {@code w.x}.
 *
 * @param isName what has a meaning of its own
 */
record JoinedNames(SourceText source, Predicate<String> isName) {

    private static final int LETTERS = 3;

    /** What may have been meant, or null. */
    String meant(Expression.Name use) {
        String name = use.name();
        int dot = name.indexOf('.');
        if (dot > 0) {
            return dot == name.lastIndexOf('.') ? "dot(" + name.substring(0, dot) + ", " + name.substring(dot + 1) + ')' : null;
        }
        for (int k = name.length() - 1; k > 1; k--) {
            String rest = name.substring(k);
            if (Functions.find(name.substring(0, k)) != null && (isName.test(rest) || isLetter(rest))) {
                return name.substring(0, k) + '(' + rest + ')';
            }
        }
        boolean behindNumber = use.span().start() > 0 && Character.isDigit(source.text().charAt(use.span().start() - 1));
        boolean letters = name.length() > 1 && name.length() <= LETTERS && name.chars().allMatch(c -> isLetter(String.valueOf((char) c)));
        if (letters && (behindNumber || name.chars().allMatch(c -> isName.test(String.valueOf((char) c))))) {
            return name.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining("*"));
        }
        return null;
    }

    private static boolean isLetter(String text) {
        return text.length() == 1 && text.charAt(0) >= 'a' && text.charAt(0) <= 'z';
    }
}
