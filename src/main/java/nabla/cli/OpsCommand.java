package nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nabla.session.OperationInfo;
import nabla.source.Display;
import nabla.source.Paragraph;
import nabla.source.Spelling;

/** {@code nabla ops}: every operation in a few lines, or those named. */
final class OpsCommand {

    private final Engine engine;
    private final Writer out;
    private final int width;

    OpsCommand(Engine engine, Writer out, int width) {
        this.engine = engine;
        this.out = out;
        this.width = width;
    }

    int run(List<String> names) throws IOException, UsageError {
        List<OperationInfo> operations = engine.operations();
        List<OperationInfo> shown = names == null ? operations : new ArrayList<>();
        if (names != null) {
            for (String name : names) {
                shown.add(find(name, operations));
            }
        }
        out.write(shown.stream().map(this::text).collect(Collectors.joining("\n")));
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
        return Paragraph.wrapped(lines, width).stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
