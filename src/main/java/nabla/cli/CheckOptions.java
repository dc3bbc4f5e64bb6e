package nabla.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nabla.session.Settings;
import nabla.writer.TextStyle.Detail;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code nabla check}. */
record CheckOptions(Inputs inputs, Settings settings, Layout layout, Effort effort) {

    static final String NAME = "check";

    private static final int MOST_THREADS = 1024;
    /** A year, in seconds. */
    private static final double LONGEST = 31_536_000;

    /** The forms of a report. */
    enum Format { text, json, junit, csv, md, html }

    /** What is checked: files and folders, equations, or a part of all that. */
    record Inputs(List<String> files, List<String> equations, Shard shard) { }

    /** How the report looks, and the file it goes to, or null. */
    record Layout(Format format, Path target, Detail detail, boolean color, boolean trace) {

        private static final Layout USUAL = new Layout(Format.text, null, Detail.NORMAL, true, false);

        static Layout of(ParseResult result) throws UsageError {
            boolean quiet = result.hasMatchedOption("-q");
            boolean verbose = result.hasMatchedOption("-v");
            Format format = result.matchedOptionValue("--format", Format.text);
            boolean trace = result.hasMatchedOption("--trace");
            UsageError.require(!quiet || !verbose, "-q and -v exclude each other");
            UsageError.require(!trace || format == Format.text, "--trace is part of the text report; JSON has every contribution anyway");
            return new Layout(format, result.matchedOptionValue("-o", null), quiet ? Detail.QUIET : verbose ? Detail.VERBOSE : Detail.NORMAL,
                    !result.hasMatchedOption("--no-color"), trace);
        }
    }

    static CommandSpec spec(CommandCall.Action action) {
        CommandSpec spec = CommandCall.spec(NAME, action);
        OptionSpecs.examples(spec,
                "  nabla check practice.grad                        one file",
                "  nabla check -e 'z = x*y + x' --at x=1,y=2        an equation",
                "  nabla check --trace practice.grad                both passes, step by step",
                "  nabla check --format json -o report.json work/   every *.grad in a folder",
                "  nabla check --format junit -o nabla.xml work/    the same for a CI service");
        spec.usageMessage().header("Evaluates, differentiates and verifies graph files.")
                .footer("", "Exit codes: 0 verified; 1 something is wrong; 2 usage, or a file that cannot",
                        "be read; 3 refused, a limit was exceeded; 4 something is unresolved; 70 a",
                        "defect of nabla.");
        OptionSpecs.arguments(spec, "FILE", "graph files; folders, searched for *.grad; - for standard input");
        OptionSpecs.list(spec, "-e", "EQUATION", "check an equation; repeat for more. Names without a value are sampled at random");
        OptionSpecs.list(spec, "--at", "NAME=VALUE", "values instead of those of the file: x=1,W=[1,2;3,4]");
        OptionSpecs.value(spec, Format.class, "--format", "FORMAT", "text (default), json, junit, csv, md (Markdown) or html (a page to step through)");
        OptionSpecs.value(spec, Path.class, "-o", "FILE", "write the report to a file");
        OptionSpecs.value(spec, Long.class, "--seed", "N", "seed of everything random (default: the file's, or 0)");
        PrecisionOptions.addTolerance(spec);
        OptionSpecs.value(spec, Integer.class, "-j", "N", "check N files at once (default: one a processor)");
        OptionSpecs.value(spec, String.class, "--shard", "I/N", "only the I-th of N parts of the files, to spread them over machines");
        OptionSpecs.value(spec, Double.class, "--time-limit", "SECONDS", "give up a file after so much CPU time (default: never)");
        PrecisionOptions.addSample(spec);
        OptionSpecs.flag(spec, "what is unresolved counts as wrong", "--strict");
        OptionSpecs.flag(spec, "say only what failed", "-q", "--quiet");
        OptionSpecs.flag(spec, "leave nothing out", "-v", "--verbose");
        OptionSpecs.flag(spec, "no colours", "--no-color");
        OptionSpecs.flag(spec, "write the formulas of gradients down to the inputs", "--expand");
        OptionSpecs.flag(spec, "show both passes step by step, before the report", "--trace");
        return spec;
    }

    /** Whether a command line is {@code check FILE…} without options: there is nothing to parse, which takes a fifth of a small check. */
    static boolean isPlain(String... arguments) {
        boolean plain = arguments.length > 1 && arguments[0].equals(NAME);
        for (String argument : arguments) {
            plain &= !argument.startsWith("-");
        }
        return plain;
    }

    /** The options of such a command line. */
    static CheckOptions plain(String... arguments) {
        return new CheckOptions(new Inputs(List.of(arguments).subList(1, arguments.length), List.of(), Shard.WHOLE), Settings.DEFAULT, Layout.USUAL,
                new Effort(Runtime.getRuntime().availableProcessors(), null));
    }

    static CheckOptions of(ParseResult result) throws UsageError {
        Layout layout = Layout.of(result);
        int threads = result.matchedOptionValue("-j", Runtime.getRuntime().availableProcessors());
        UsageError.require(threads >= 1 && threads <= MOST_THREADS, "-j wants a number from 1 to " + MOST_THREADS);
        Double seconds = result.matchedOptionValue("--time-limit", null);
        UsageError.require(seconds == null || seconds > 0 && seconds <= LONGEST, "--time-limit wants a number of seconds");
        Settings settings = new Settings(result.matchedOptionValue("--seed", null), PrecisionOptions.tolerance(result), PrecisionOptions.sample(result),
                Assignments.split(result.matchedOptionValue("--at", List.of())), false, result.hasMatchedOption("--strict"),
                result.hasMatchedOption("--expand"));
        List<String> files = result.matchedPositionalValue(0, List.of());
        List<String> equations = result.matchedOptionValue("-e", List.of());
        UsageError.require(!files.isEmpty() || !equations.isEmpty(), "nothing to check: name a file, a folder, - or -e EQUATION");
        return new CheckOptions(new Inputs(files, equations, Shard.of(result.matchedOptionValue("--shard", "1/1"))), settings, layout,
                new Effort(threads, seconds == null ? null : Duration.ofMillis(Math.round(1000 * seconds))));
    }
}
