package nabla.repl;

import java.util.List;
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

    /** The command of that name, or the only one that begins so; null if there is none. */
    static Command find(String name) {
        List<Command> begin = ALL.stream().filter(command -> command.name.startsWith(name)).toList();
        return begin.stream().filter(command -> command.name.equals(name)).findFirst().orElse(begin.size() == 1 ? begin.get(0) : null);
    }

    String usage() {
        return ":" + name + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
