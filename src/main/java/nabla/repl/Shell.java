package nabla.repl;

import java.util.List;
import nabla.exercise.Ledger;
import nabla.source.SourceText;
import nabla.source.Spelling;

/** Answers what is typed in a session: statements, expressions, answers to an exercise, commands. It knows no terminal. */
public final class Shell {

    private final SessionState state;

    /** Begins with nothing said. */
    public Shell(Preferences preferences, Screen screen, Ledger ledger) {
        this.state = new SessionState(preferences, screen, ledger);
    }

    /** What the session has come to. */
    SessionState state() {
        return state;
    }

    /** Answers what was typed: statements and expressions, a command, or {@code ?name}. */
    public Answer answer(SourceText typed) {
        String text = typed.text().strip();
        if (text.startsWith(":")) {
            return command(text.substring(1).strip());
        } else if (text.startsWith("?")) {
            return Help.about(text.substring(1).strip(), state.scene());
        }
        Command plain = Command.plain(text);
        if (plain != null && !state.workspace().names().contains(text)) {
            return run(plain, "");
        } else if (state.isAsked()) {
            return TutorCommands.answer(state, text);
        }
        return state.enter(typed);
    }

    private Answer command(String text) {
        String[] parts = text.split("\\s+", 2);
        Command command = Command.find(parts[0].isEmpty() ? "help" : parts[0]);
        if (command == null) {
            List<String> names = Command.ALL.stream().map(Command::word).toList();
            List<String> begin = Command.beginning(parts[0]).stream().map(candidate -> ":" + candidate.word()).toList();
            String near = Spelling.nearest(parts[0], names);
            return !begin.isEmpty() ? Answer.failed(":" + parts[0] + " can be " + String.join(", ", begin), "write more of it")
                    : Answer.failed("there is no command :" + parts[0], near != null ? "did you mean :" + near + "?" : ":help lists them");
        }
        String argument = parts.length < 2 ? "" : parts[1].strip();
        return command.arguments().isEmpty() && !argument.isEmpty()
                ? Answer.failed(':' + command.word() + " takes nothing after it", "write :" + command.word())
                : run(command, argument);
    }

    private Answer run(Command command, String argument) {
        return switch (command) {
            case HELP -> Help.help(argument);
            case CHECK -> DisplayCommands.check(state);
            case TRACE -> DisplayCommands.trace(state);
            case GRAPH -> Pictures.graph(state, argument);
            case PICTURE -> PictureFile.write(state, argument);
            case VARS -> DisplayCommands.vars(state);
            case OPS -> DisplayCommands.ops(state, argument);
            case EXPLAIN -> TutorCommands.explain(state, argument);
            case EXERCISE -> TutorCommands.reply(state, state.tutor().start(argument));
            case HINT -> TutorCommands.reply(state, state.tutor().hint());
            case SOLUTION -> TutorCommands.reply(state, state.tutor().solution());
            case NEXT -> TutorCommands.reply(state, state.tutor().next());
            case LEAVE -> TutorCommands.leave(state);
            case PROGRESS -> TutorCommands.reply(state, state.tutor().progress());
            case TOPICS -> TutorCommands.reply(state, state.tutor().topics());
            case SHEET -> TutorCommands.sheet(state, argument);
            case SET -> EditCommands.set(state, argument);
            case UNDO -> EditCommands.moved(state, state.undo(), "undo");
            case REDO -> EditCommands.moved(state, state.redo(), "redo");
            case DROP -> EditCommands.drop(state, argument);
            case RESET -> EditCommands.reset(state);
            case SAVE -> Storage.save(state, argument);
            case LOAD -> Storage.load(state, argument);
            case HISTORY -> EditCommands.history(state, argument);
            case QUIT -> EditCommands.quit(state);
        };
    }
}
