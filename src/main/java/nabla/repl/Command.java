package nabla.repl;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that begins with a colon.
 *
 * @param name      without the colon
 * @param arguments as help shows them
 * @param about     one sentence
 * @param argument  what can be completed after it
 */
record Command(String name, String arguments, String about, Kind argument, Action action) {

    /** What an argument names. */
    enum Kind { NONE, NAME, FUNCTION, FILE, SETTING, TOPIC, EXERCISE }

    /** What it does, with the text after its name. */
    interface Action {
        Answer run(Shell shell, String argument);
    }

    /** Every command, in the order of help. */
    static final List<Command> ALL = Stream.of(Showing.COMMANDS, Learning.COMMANDS, Keeping.COMMANDS).flatMap(List::stream).toList();

    /** What other programs call them, and what is typed most often. */
    private static final Map<String, String> ALIASES = Map.of("h", "help", "?", "help", "exit", "quit", "bye", "quit", "g", "graph");

    /** The command of that name, or the only one that begins so; null if there is none. */
    static Command find(String name) {
        String known = ALIASES.getOrDefault(name, name);
        List<Command> begin = beginning(known);
        return begin.stream().filter(command -> command.name.equals(known)).findFirst().orElse(begin.size() == 1 ? begin.get(0) : null);
    }

    static List<Command> beginning(String name) {
        return ALL.stream().filter(command -> command.name.startsWith(name)).toList();
    }

    /** The command that a line without a colon is meant as: {@code help}, {@code quit()}, {@code exit}; null if it is none. */
    static Command plain(String line) {
        String word = line.replaceFirst("\\s*\\(\\s*\\)\\s*;?$|;$", "").strip();
        return word.equals("help") || word.equals("quit") || word.equals("exit") ? find(word) : null;
    }

    String usage() {
        return ":" + name + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
