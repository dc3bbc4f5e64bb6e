package nabla.repl;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nabla.repl.Command.Kind;
import nabla.report.Report;
import nabla.report.ReportWriter;
import nabla.report.TextStyle;
import nabla.report.TextWriter;
import nabla.report.Trace;
import nabla.session.Operations;
import nabla.session.Quantity;
import nabla.session.Session;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.SourceText;

/** The commands that show something and change nothing. */
final class Showing {

    static final List<Command> COMMANDS = List.of(
            new Command("help", "[TOPIC]", "this list, a topic, a command or a function", Kind.TOPIC, (shell, topic) -> Help.help(topic)),
            new Command("check", "", "verify every gradient and every claim", Kind.NONE, Showing::check),
            new Command("trace", "", "both passes step by step; Enter goes on, q ends", Kind.NONE, Showing::trace),
            new Command("graph", "[forward]", "the graph: values above, gradients below", Kind.NONE, Pictures::graph),
            new Command("picture", "[FILE]", "the graph as a page to step through, or as svg, dot, mmd, tex, png", Kind.FILE, PictureFile::write),
            new Command("vars", "", "every name with its value", Kind.NONE, Showing::vars),
            new Command("ops", "[NAME]", "the operations, or one with its derivative", Kind.FUNCTION, Showing::ops));

    private Showing() { }

    /** The refusal of what would tell the answer to the open exercise; null if none is open. */
    static Answer tells(Shell shell, String command) {
        return shell.isAsked() ? Answer.failed(command + " would tell the answer to the exercise", ":hint helps, :solution shows it, :leave ends it") : null;
    }

    private static Answer check(Shell shell, String none) {
        Answer telling = tells(shell, ":check");
        if (telling != null) {
            return telling;
        }
        Report report = report(shell);
        StringWriter out = new StringWriter();
        TextStyle style = new TextStyle(shell.workspace().preferences().palette(), TextStyle.Detail.NORMAL, false, shell.screen().width());
        write(new TextWriter(out, style), report);
        return answer(report, checked(report) ? out.toString().lines().toList() : List.of());
    }

    private static boolean checked(Report report) {
        return report.status() != Report.Status.UNREADABLE && report.status() != Report.Status.REFUSED;
    }

    /** The report that {@code nabla check} gives of the saved session. */
    static Report report(Shell shell) {
        Workspace workspace = shell.workspace();
        String name = shell.file() == null ? "session" : shell.file().toString();
        return new Session(workspace.preferences().settings(), workspace.folder(), shell.screen().progress())
                .check(new SourceText(name, workspace.text()));
    }

    static Answer answer(Report report, List<String> lines) {
        List<String> all = new ArrayList<>();
        for (Diagnostic diagnostic : report.diagnostics()) {
            all.addAll(Excerpt.lines(report.source(), diagnostic));
        }
        all.addAll(lines);
        return new Answer(report.status(), all, List.of());
    }

    static void write(ReportWriter writer, Report report) {
        try {
            writer.file(report);
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer trace(Shell shell, String none) {
        Answer telling = tells(shell, ":trace");
        if (telling != null) {
            return telling;
        }
        Report report = report(shell);
        if (!checked(report)) {
            return answer(report, List.of());
        }
        StringWriter out = new StringWriter();
        trace(report, out, shell.screen().width());
        List<String> step = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            if (line.startsWith("  i = ") && !shell.screen().step(List.copyOf(step))) {
                return Answer.NONE;
            } else if (line.startsWith("  i = ")) {
                step.clear();
            }
            step.add(line);
        }
        step.removeIf(String::isBlank);
        return Answer.of(step);
    }

    private static void trace(Report report, StringWriter out, int width) {
        try {
            new Trace(out, width).write(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer vars(Shell shell, String none) {
        QuantityWords words = new QuantityWords(shell.workspace().preferences());
        List<String> lines = new ArrayList<>();
        for (Quantity quantity : shell.scene().quantities().values()) {
            lines.addAll(words.equation(quantity.name(), quantity));
        }
        shell.scene().program().entries().stream().filter(ProgramEntry::isFunction).forEach(entry -> lines.add(entry.text()));
        return lines.isEmpty() ? Answer.of("nothing is defined yet; try z = x*y + x") : Answer.of(lines);
    }

    private static Answer ops(Shell shell, String name) {
        if (name.isEmpty()) {
            return Answer.of(Help.functions(shell.screen().width()));
        }
        return Operations.of(name) == null ? Answer.failed("no operation is called " + name, ":ops lists them")
                : Answer.of(Operations.of(name).lines());
    }
}
