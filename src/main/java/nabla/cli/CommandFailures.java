package nabla.cli;

import java.io.IOException;
import nabla.source.Display;
import nabla.source.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command line comes to that cannot be done: a line that says why, and the exit code. */
record CommandFailures(Terminal terminal, Defects defects) implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        terminal.say("nabla: " + Display.visible(e instanceof UnmatchedArgumentException unmatched ? unmatched(unmatched) : e.getMessage()));
        terminal.say("Try 'nabla --help'.");
        return Exit.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult options) {
        if (e instanceof UsageError error) {
            return of(error);
        } else if (e instanceof IOException unwritten) {
            return of(unwritten);
        }
        defects.say("start", e);
        return Exit.DEFECT;
    }

    int of(UsageError e) {
        terminal.say("nabla: " + Display.visible(e.getMessage()));
        if (e.isRefused()) {
            return Exit.REFUSED;
        }
        terminal.say("Try 'nabla --help'.");
        return Exit.USAGE;
    }

    int of(IOException e) {
        terminal.say("nabla: the report cannot be written: " + Display.visible(String.valueOf(e.getMessage())));
        return Exit.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        boolean option = first.startsWith("-");
        String near = Spelling.hint(first.replaceFirst("=.*", ""), option ? command.getCommandSpec().optionsMap().keySet() : command.getSubcommands().keySet());
        String hint = near == null && !option && first.endsWith(".grad") ? "did you mean: nabla check " + first : near;
        return "no " + (option ? "option" : "command") + " is called '" + first + "'" + (hint == null ? "" : "; " + hint);
    }
}
