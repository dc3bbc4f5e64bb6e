package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a graph file says around a statement for those who read it. It goes with the statement when a session is saved.
 *
 * @param above lines before the statement, comments and blank ones
 * @param after the comment behind it, and behind the last statement of a file the lines to its end
 */
record Comments(List<String> above, List<String> after) {

    static final Comments NONE = new Comments(List.of(), List.of());

    private static final Pattern BEHIND = Pattern.compile("[\\s;]*(#.*)");

    /** The comments between two statements: what is behind the first, then what is above the second. */
    static Comments between(String gap, boolean first, boolean last) {
        List<String> lines = new ArrayList<>(gap.lines().toList());
        List<String> behind = new ArrayList<>();
        if (!first && !lines.isEmpty()) {
            Matcher comment = BEHIND.matcher(lines.remove(0));
            behind.add(comment.matches() ? comment.group(1).stripTrailing() : "");
        }
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            boolean blank = line.isBlank() && !kept.isEmpty() && !kept.get(kept.size() - 1).isEmpty();
            if (blank || line.isBlank() && kept.isEmpty() && !first || line.stripLeading().startsWith("#")) {
                kept.add(line.strip());
            }
        }
        if (last) {
            behind.addAll(kept);
            kept.clear();
        }
        while (last && !behind.isEmpty() && behind.get(behind.size() - 1).isEmpty()) {
            behind.remove(behind.size() - 1);
        }
        return new Comments(List.copyOf(kept), List.copyOf(behind));
    }

    /** With what stood above the statement that this one replaces, if nothing stands above it. What stood behind goes with the old one. */
    Comments after(Comments old) {
        return above.isEmpty() ? new Comments(old.above, after) : this;
    }

    /** What comes before the statement. */
    String before() {
        return above.isEmpty() ? "" : String.join("\n", above) + "\n";
    }

    /** What comes behind the statement. */
    String behind() {
        String text = String.join("\n", after);
        return text.isEmpty() || text.startsWith("\n") ? text : "  " + text;
    }
}
