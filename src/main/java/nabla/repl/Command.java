package nabla.repl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Something that begins with a colon, in the order of help: what it is called and what help says of it. A {@link Shell} carries it out. */
enum Command {

    HELP("[TOPIC]", "this list, a topic, a command or a function", Kind.TOPIC),
    CHECK("", "verify every gradient and every claim", Kind.NONE),
    TRACE("", "both passes step by step; Enter goes on, q ends", Kind.NONE),
    GRAPH("[forward]", "the graph: values above, gradients below", Kind.NONE),
    PICTURE("[FILE]", "the graph as a page to step through, or as svg, dot, mmd, tex, png", Kind.FILE),
    VARS("", "every name with its value", Kind.NONE),
    OPS("[NAME]", "the operations, or one with its derivative", Kind.FUNCTION),

    EXPLAIN("dz/dx", "a derivative worked out, path by path", Kind.NAME),
    EXERCISE("[TOPIC] [LEVEL]", "practise; without a topic, a weak one", Kind.EXERCISE),
    HINT("", "the next hint for the open exercise", Kind.NONE),
    SOLUTION("", "give up: the worked solution", Kind.NONE),
    NEXT("", "another exercise of the same kind", Kind.NONE),
    LEAVE("", "leave the open exercise", Kind.NONE),
    PROGRESS("", "what was practised, and what is still weak", Kind.NONE),
    TOPICS("", "what can be practised", Kind.NONE),
    SHEET("N [TOPIC] [--latex]", "an exercise sheet, and its solutions", Kind.EXERCISE),

    SET("[NAME VALUE]", "digits, tolerance, seed or colour", Kind.SETTING),
    UNDO("", "take the last change back", Kind.NONE),
    REDO("", "take the last :undo back", Kind.NONE),
    DROP("NAME", "forget a definition, a block, a claim", Kind.NAME),
    RESET("", "forget everything; :undo brings it back", Kind.NONE),
    SAVE("FILE", "write a graph file; nabla check reads it", Kind.FILE),
    LOAD("FILE", "go on from a graph file", Kind.FILE),
    HISTORY("[N]", "the last lines entered", Kind.NONE),
    QUIT("", "end the session (or Ctrl-D)", Kind.NONE);

    /** What an argument names. */
    enum Kind { NONE, NAME, FUNCTION, FILE, SETTING, TOPIC, EXERCISE }

    static final List<Command> ALL = List.of(values());

    /** What other programs call them, and what is typed most often. */
    private static final Map<String, String> ALIASES = Map.of("h", "help", "?", "help", "exit", "quit", "bye", "quit", "g", "graph");

    private final String word;
    private final String arguments;
    private final String about;
    private final Kind argument;

    /**
     * A command called as its constant is.
     *
     * @param arguments as help shows them
     * @param about     one sentence
     * @param argument  what can be completed after it
     */
    Command(String arguments, String about, Kind argument) {
        this.word = name().toLowerCase(Locale.ROOT);
        this.arguments = arguments;
        this.about = about;
        this.argument = argument;
    }

    /** The command of that name, or the only one that begins so; null if there is none. */
    static Command find(String name) {
        String known = ALIASES.getOrDefault(name, name);
        List<Command> begin = beginning(known);
        return begin.stream().filter(command -> command.word.equals(known)).findFirst().orElse(begin.size() == 1 ? begin.get(0) : null);
    }

    static List<Command> beginning(String name) {
        return Arrays.stream(values()).filter(command -> command.word.startsWith(name)).toList();
    }

    /** The command that a line without a colon is meant as: {@code help}, {@code quit()}, {@code exit}; null if it is none. */
    static Command plain(String line) {
        String word = line.replaceFirst("\\s*\\(\\s*\\)\\s*;?$|;$", "").strip();
        return word.equals("help") || word.equals("quit") || word.equals("exit") ? find(word) : null;
    }

    /** What to say to a command without its colon; null if it is none. */
    static String hint(String word) {
        String name = word.equals("exit") ? "quit" : word;
        return ALL.stream().anyMatch(command -> command.word.equals(name)) ? "commands begin with a colon: :" + name : null;
    }

    /** What is typed after the colon. */
    String word() {
        return word;
    }

    String arguments() {
        return arguments;
    }

    String about() {
        return about;
    }

    Kind argument() {
        return argument;
    }

    String usage() {
        return ":" + word + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
