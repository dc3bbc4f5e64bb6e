package nabla.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nabla.source.Display;

/** Parts of a Markdown text, in which nothing that comes from elsewhere is markup. */
public final class Markdown {

    private static final String MARKS = "\\`*_[]<>#|~$&";

    private Markdown() { }

    /** Plain text. */
    public static String text(String plain) {
        StringBuilder text = new StringBuilder();
        Display.visible(plain).codePoints().forEach(c -> {
            if (c < 128 && MARKS.indexOf(c) >= 0) {
                text.append('\\');
            }
            text.appendCodePoint(c);
        });
        return text.toString();
    }

    /** A row of a table, of cells that are Markdown. */
    public static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.isEmpty() ? " " : " " + cell + " ").collect(Collectors.joining("|", "|", "|"));
    }

    /** The line below the head of a table; one letter a column, {@code l} or {@code r}. */
    public static String rule(String alignment) {
        return alignment.chars().mapToObj(c -> c == 'r' ? "---:" : "---").collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Lines that are shown as they are, between fences longer than any run of backquotes in them. */
    public static List<String> fenced(List<String> lines) {
        int longest = 2;
        for (String line : lines) {
            int run = 0;
            for (int k = 0; k < line.length(); k++) {
                run = line.charAt(k) == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        String fence = "`".repeat(longest + 1);
        return Stream.of(Stream.of(fence + "text"), lines.stream().map(Display::visible), Stream.of(fence)).flatMap(part -> part).toList();
    }
}
