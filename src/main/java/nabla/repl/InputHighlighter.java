package nabla.repl;

import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.op.Functions;
import nabla.writer.Palette;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed: commands, keywords, functions, names that have a meaning, numbers, comments. */
final class InputHighlighter implements Highlighter {

    private static final Set<String> KEYWORDS = Set.of("const", "output", "seed", "op", "mlp", "train", "forward", "backward", "in", "within",
            "input", "dense", "weights", "bias", "init", "loss", "l2", "convention");
    private static final Pattern WORD = Pattern.compile("#[^\n]*|\"[^\"\n]*\"|^\\s*[:?]\\S*|"
            + "[\\p{L}_][\\p{L}\\p{N}_.]*|\\d+(\\.\\d*)?([eE][+-]?\\d+)?");

    private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
    private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);
    private static final AttributedStyle KEYWORD = AttributedStyle.BOLD;
    private static final AttributedStyle FUNCTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle NUMBER = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle KNOWN = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);

    private final Supplier<Workspace> workspace;

    InputHighlighter(Supplier<Workspace> workspace) {
        this.workspace = workspace;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        Workspace now = workspace.get();
        if (now.preferences().palette() == Palette.PLAIN) {
            return new AttributedString(buffer);
        }
        Set<String> names = now.names();
        AttributedStringBuilder text = new AttributedStringBuilder();
        Matcher word = WORD.matcher(buffer);
        int at = 0;
        while (word.find()) {
            text.append(buffer.substring(at, word.start()));
            text.styled(style(word.group(), names), word.group());
            at = word.end();
        }
        return text.append(buffer.substring(at)).toAttributedString();
    }

    private static AttributedStyle style(String word, Set<String> names) {
        char first = word.stripLeading().charAt(0);
        if (first == '#') {
            return COMMENT;
        } else if (first == ':' || first == '?') {
            return COMMAND;
        } else if (Character.isDigit(first)) {
            return NUMBER;
        } else if (Functions.names().contains(word)) {
            return FUNCTION;
        } else if (names.contains(word)) {
            return KNOWN;
        }
        return KEYWORDS.contains(word) ? KEYWORD : AttributedStyle.DEFAULT;
    }
}
