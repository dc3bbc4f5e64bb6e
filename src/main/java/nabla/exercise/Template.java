package nabla.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a table: an exercise in which numbers, functions and names are still open.
 *
 * @param easiest the lowest level it is for
 * @param hardest the highest
 * @param text    the rest of the line
 */
record Template(int easiest, int hardest, String text) {

    /** {@code {2..9}}, {@code {sin cos}}, {@code {k=2..9}}, {@code {k}}, {@code {g=sin cos !f}}. */
    private static final Pattern CHOICE = Pattern.compile("\\{(?:([a-z]+)=)?([^{}!]+?)(?: !([a-z]+))?\\}");
    private static final Pattern LEVELS = Pattern.compile("([1-5])(?:-([1-5]))?");

    /** Reads a line. */
    static Template of(String line) {
        String[] parts = line.split("\\|", 2);
        Matcher levels = LEVELS.matcher(parts[0].strip());
        if (parts.length < 2 || !levels.matches()) {
            throw new IllegalArgumentException("no exercise: " + line);
        }
        int easiest = Integer.parseInt(levels.group(1));
        return new Template(easiest, levels.group(2) == null ? easiest : Integer.parseInt(levels.group(2)), parts[1]);
    }

    boolean isFor(Level level) {
        return easiest <= level.number() && level.number() <= hardest;
    }

    /** The line with all choices made. */
    String filled(Dice dice) {
        Map<String, String> drawn = new HashMap<>();
        StringBuilder filled = new StringBuilder();
        Matcher matcher = CHOICE.matcher(text);
        while (matcher.find()) {
            String again = matcher.group(1) == null ? drawn.get(matcher.group(2)) : null;
            String choice = again != null ? again : dice.pick(choices(matcher.group(2), drawn.get(matcher.group(3))));
            if (matcher.group(1) != null) {
                drawn.put(matcher.group(1), choice);
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(choice));
        }
        return matcher.appendTail(filled).toString();
    }

    private static List<String> choices(String pool, String other) {
        List<String> choices = new ArrayList<>(Choices.of(pool));
        choices.remove(other);
        return choices;
    }
}
