package nabla.cli;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nabla.limit.Progress;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.session.OperationInfo;
import nabla.session.Settings;
import nabla.source.Diagnostic;
import nabla.source.Paragraph;
import nabla.source.SourceText;
import nabla.source.Span;
import picocli.CommandLine;

/** Runs command lines in this process, with captured streams and an engine that does what its text says. */
final class Shell {

    private final Obedient engine = new Obedient();
    private StringWriter out;
    private StringWriter err;
    private byte[] in = {};
    private boolean colored;

    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return new Main(engine, terminal()).run(arguments);
    }

    private Terminal terminal() {
        return new Terminal(new ByteArrayInputStream(in), out, err, colored, Paragraph.WIDTH);
    }

    /** What picocli makes of a command line. */
    CommandLine.ParseResult parsed(String... arguments) {
        out = new StringWriter();
        return new Commands(engine, terminal(), null).line(arguments).parseArgs(arguments).subcommand();
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    void in(byte[] bytes) {
        in = bytes;
    }

    void colored(boolean wanted) {
        colored = wanted;
    }

    Obedient engine() {
        return engine;
    }

    /** Its reports have the status that the first line of the text names, perhaps as the value of a definition; "defect" is one. */
    static final class Obedient implements Engine {

        SourceText source;
        Settings settings;

        @Override
        public synchronized Report check(SourceText source, Path folder, Settings settings, Progress progress) {
            this.source = source;
            this.settings = settings;
            String word = source.text().lines().findFirst().orElseThrow().replaceFirst(".*= ", "");
            if (word.equals("defect")) {
                throw new IllegalStateException("on purpose");
            }
            Status status = Status.valueOf(word.toUpperCase(Locale.ROOT));
            if (status == Status.UNREADABLE || status == Status.REFUSED) {
                Span whole = new Span(1, 1, 0, 1);
                return Report.unread(source, 0, List.of(status == Status.REFUSED ? Diagnostic.refusal(whole, "as the text says", null)
                        : Diagnostic.error(whole, "as the text says", null)));
            }
            return new Report(new Report.Reading(source, List.of(), null), 0, status, new Report.Graph("z", null, null, List.of(), List.of(), 0),
                    List.of(), List.of(), List.of());
        }

        @Override
        public List<OperationInfo> operations() {
            return List.of(new OperationInfo(List.of("sigmoid", "logistic"), "sigmoid(x)", "1/(1 + exp(-x))", "(0, 1)",
                    List.of(new OperationInfo.Rule("dx", "dy*y*(1 - y)")), List.of(), List.of()));
        }
    }
}
