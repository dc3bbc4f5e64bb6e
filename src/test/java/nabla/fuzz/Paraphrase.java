package nabla.fuzz;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nabla.op.Functions;

/** The same program in other words: nothing in a report but names and lines may change. */
final class Paraphrase {

    private static final Pattern DEFINITION = Pattern.compile("(?m)^(?:const )?([\\p{L}_][\\p{L}\\p{N}_]*(?:, [\\p{L}_][\\p{L}\\p{N}_]*)*) *(?:=(?!=)|in|∈) ");
    /** By a name that a network defines. */
    private static final Pattern GRADIENT = Pattern.compile("d[Wbzha]\\d+");
    private static final Pattern DRAWN = Pattern.compile("(\\w+) = (?:uniform|normal)\\(");
    private static final Pattern LINE = Pattern.compile("\n");

    private Paraphrase() { }

    /** With other names for everything that a line of its own defines, but for what is drawn: other numbers come with another name. */
    static String renamed(String text) {
        Set<String> names = new TreeSet<>();
        DEFINITION.matcher(text).results().forEach(definition -> names.addAll(List.of(definition.group(1).split(", "))));
        names.removeIf(name -> name.startsWith("d") && names.contains(name.substring(1)) || Functions.names().contains(name) || name.equals("σ")
                || GRADIENT.matcher(name).matches() && text.contains("mlp"));
        DRAWN.matcher(text).results().forEach(drawn -> names.remove(drawn.group(1)));
        StringBuilder renamed = new StringBuilder();
        String before = "";
        for (String word : Mutation.words(text)) {
            boolean gradient = word.startsWith("d") && !names.contains(word) && names.contains(word.substring(1));
            renamed.append(before.equals(".") ? word : gradient ? "d" + other(word.substring(1)) : names.contains(word) ? other(word) : word);
            before = word;
        }
        return renamed.toString();
    }

    private static String other(String name) {
        return name + "_renamed";
    }

    /** With comments at the ends of lines and empty lines between them, everywhere. */
    static String spaced(String text, Random random) {
        return LINE.matcher(text).replaceAll(line -> List.of("\n", "  # z = 0 \\)\n", "\n\n", "\n   # a ( comment\n\n", "\t\n").get(random.nextInt(5)).replace("\\", "\\\\"));
    }
}
