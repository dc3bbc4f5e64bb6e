package nabla.repl;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nabla.report.Report;
import nabla.session.Operations;
import nabla.session.Quantity;
import nabla.session.Session;
import nabla.source.Diagnostic;
import nabla.source.Excerpt;
import nabla.source.SourceText;
import nabla.writer.ReportWriter;
import nabla.writer.TextStyle;
import nabla.writer.TextWriter;
import nabla.writer.Trace;

/** Commands that show something and change nothing. */
final class DisplayCommands {

    private DisplayCommands() { }

    /** The refusal of what would tell the answer to the open exercise; null if none is open. */
    static Answer tells(SessionState state, String command) {
        return state.isAsked() ? Answer.failed(command + " would tell the answer to the exercise", ":hint helps, :solution shows it, :leave ends it") : null;
    }

    static Answer check(SessionState state) {
        Answer telling = tells(state, ":check");
        if (telling != null) {
            return telling;
        }
        Report report = report(state);
        StringWriter out = new StringWriter();
        TextStyle style = new TextStyle(state.workspace().preferences().palette(), TextStyle.Detail.NORMAL, false, state.screen().width());
        write(new TextWriter(out, style), report);
        return answer(report, checked(report) ? out.toString().lines().toList() : List.of());
    }

    private static boolean checked(Report report) {
        return report.status() != Report.Status.UNREADABLE && report.status() != Report.Status.REFUSED;
    }

    /** The report that {@code nabla check} gives of the saved session. */
    static Report report(SessionState state) {
        Workspace workspace = state.workspace();
        String name = state.file() == null ? "session" : state.file().toString();
        return new Session(workspace.preferences().settings(), workspace.folder(), state.screen().progress())
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

    static Answer trace(SessionState state) {
        Answer telling = tells(state, ":trace");
        if (telling != null) {
            return telling;
        }
        Report report = report(state);
        if (!checked(report)) {
            return answer(report, List.of());
        }
        List<List<String>> steps = new ArrayList<>();
        try {
            new Trace(steps::add, state.screen().width()).write(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (List<String> step : steps.subList(0, steps.size() - 1)) {
            if (!state.screen().step(step)) {
                return Answer.NONE;
            }
        }
        return Answer.of(steps.get(steps.size() - 1).stream().filter(line -> !line.isBlank()).toList());
    }

    static Answer vars(SessionState state) {
        QuantityWords words = new QuantityWords(state.workspace().preferences());
        List<String> lines = new ArrayList<>();
        for (Quantity quantity : state.scene().quantities().values()) {
            lines.addAll(words.equation(quantity.name(), quantity));
        }
        state.scene().program().entries().stream().filter(ProgramEntry::isFunction).forEach(entry -> lines.add(entry.text()));
        return lines.isEmpty() ? Answer.of("nothing is defined yet; try z = x*y + x") : Answer.of(lines);
    }

    static Answer ops(SessionState state, String name) {
        if (name.isEmpty()) {
            return Answer.of(Help.functions(state.screen().width()));
        }
        return Operations.of(name) == null ? Answer.failed("no operation is called " + name, ":ops lists them")
                : Answer.of(Operations.of(name).lines());
    }
}
