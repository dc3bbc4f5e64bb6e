package nabla.exercise;

import java.util.regex.Pattern;

/** How long a formula is to write. */
final class Symbols {

    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*|[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?|<=|>=|[-+*/@^<>]");

    private Symbols() { }

    /** Names, numbers, functions and operators count one, a transpose too; brackets and commas nothing. */
    static int count(String formula) {
        return (int) SYMBOL.matcher(formula).results().count();
    }
}
