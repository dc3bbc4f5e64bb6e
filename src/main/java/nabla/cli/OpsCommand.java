package nabla.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.session.OperationInfo;
import nabla.source.Display;
import nabla.source.Paragraph;
import nabla.source.Spelling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code nabla ops}: every operation in a few lines, or those named. */
final class OpsCommand {

    static final String NAME = "ops";

    private final Engine engine;
    private final Terminal terminal;

    OpsCommand(Engine engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    static CommandSpec spec(CommandCall.Action action) {
        CommandSpec spec = CommandCall.spec(NAME, action);
        OptionSpecs.examples(spec,
                "  nabla ops             every operation",
                "  nabla ops sigmoid     one of them");
        spec.usageMessage().header("Shows operations: how they are called, value, backward rule, domain and kinks.");
        OptionSpecs.arguments(spec, "NAME", "names of operations");
        return spec;
    }

    int run(ParseResult options) throws IOException, UsageError {
        List<String> names = options.matchedPositionalValue(0, null);
        List<OperationInfo> operations = engine.operations();
        List<OperationInfo> shown = names == null ? operations : new ArrayList<>();
        if (names != null) {
            for (String name : names) {
                shown.add(find(name, operations));
            }
        }
        terminal.out().write(shown.stream().map(this::text).collect(Collectors.joining("\n")));
        return Exit.VERIFIED;
    }

    private static OperationInfo find(String name, List<OperationInfo> operations) throws UsageError {
        for (OperationInfo operation : operations) {
            if (operation.names().contains(name)) {
                return operation;
            }
        }
        String hint = Spelling.hint(name, operations.stream().flatMap(operation -> operation.names().stream()).toList());
        throw new UsageError("no operation is called '" + name + "'; " + (hint == null ? "'nabla ops' lists all" : hint));
    }

    private String text(OperationInfo operation) {
        List<String> lines = operation.lines().stream().map(Display::visible).toList();
        return Paragraph.wrapped(lines, terminal.width()).stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
