package nabla.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What picocli calls when it has read the options of a command. */
final class CommandCall implements Callable<Integer> {

    private final CommandSpec spec;
    private final Action action;

    /** What a command does with its options; its exit code. */
    interface Action {
        int run(ParseResult options) throws IOException, UsageError;
    }

    private CommandCall(String name, Action action) {
        this.spec = CommandSpec.wrapWithoutInspection(this).name(name);
        this.action = action;
    }

    /** A command without options yet. */
    static CommandSpec spec(String name, Action action) {
        return new CommandCall(name, action).spec;
    }

    @Override
    public Integer call() throws IOException, UsageError {
        return action.run(spec.commandLine().getParseResult());
    }
}
