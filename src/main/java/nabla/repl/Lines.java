package nabla.repl;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.source.SourceText;
import nabla.syntax.Reader;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Where a typed text ends, and which word of it is to be completed. */
final class Lines implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && isOpen(line)) {
            throw new EOFError(-1, -1, "a bracket or a block is open");
        }
        return Word.at(line, Math.min(cursor, line.length()));
    }

    /** Whether more has to come. An empty line ends a text in any case, and so does a command. */
    private static boolean isOpen(String text) {
        String start = text.stripLeading();
        boolean ended = text.indexOf('\n') >= 0 && text.substring(text.lastIndexOf('\n')).isBlank() || command(text) > 0;
        return !ended && !start.startsWith(":") && !start.startsWith("?") && Reader.pieces(new SourceText("", text)).open();
    }

    /** Where the last of several lines begins, if it is a command: what is before it was never ended. Otherwise 0. */
    static int command(String text) {
        int last = text.lastIndexOf('\n') + 1;
        return isCommand(text.substring(last)) ? last : 0;
    }

    /** Whether a line is a command that is written out. */
    static boolean isCommand(String line) {
        String word = line.strip().split("\\s+")[0];
        return Command.ALL.stream().anyMatch(command -> word.equals(":" + command.word()));
    }

    /** Characters that do not begin or end a word of their own. */
    @Override
    public boolean isEscapeChar(char ch) {
        return false;
    }

    /**
     * The word before the cursor: a name, a command, the argument of one.
     *
     * @param word   up to the cursor
     * @param before what stands before it
     */
    record Word(String word, String before, String line, int cursor) implements CompletingParsedLine {

        /** A derivative, or the name of a file between its quotes, up to the end. */
        private static final Pattern WHOLE = Pattern.compile("((?<![\\p{L}\\p{N}_.])[d∂][\\p{L}\\p{N}_.]+/(?:[d∂][\\p{L}\\p{N}_.]*)?|(?<=csv\\(\")[^\"]*)$");

        static Word at(String line, int cursor) {
            String left = line.substring(0, cursor);
            boolean command = left.stripLeading().startsWith(":");
            boolean argument = command && left.stripLeading().indexOf(' ') > 0;
            Matcher whole = WHOLE.matcher(left);
            int start = !command && whole.find() ? whole.start(1) : cursor;
            while (start > 0 && (argument ? left.charAt(start - 1) != ' ' : belongs(left.charAt(start - 1), command))) {
                start--;
            }
            return new Word(left.substring(start), left.substring(0, start), line, cursor);
        }

        private static boolean belongs(char c, boolean command) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '.' || command && c == ':';
        }

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int wordIndex() {
            return before.isEmpty() ? 0 : 1;
        }

        @Override
        public List<String> words() {
            return before.isEmpty() ? List.of(word) : List.of(before, word);
        }
    }
}
