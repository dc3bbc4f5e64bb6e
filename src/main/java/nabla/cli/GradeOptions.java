package nabla.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nabla.session.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options of {@code nabla grade}. */
record GradeOptions(String problem, List<String> submissions, Settings settings, Layout layout, Effort effort, boolean lint, boolean reveal) {

    /** The forms of marks. */
    enum Format { text, json, csv, md, html, junit, gradescope, canvas, moodle }

    /** How marks look, the file they go to and the folder of feedback, or null, and what grade books call the homework, or null. */
    record Layout(Format format, Path target, Path feedback, String title, boolean quiet, boolean verbose, boolean color) {

        static Layout of(ParseResult result) {
            return new Layout(result.matchedOptionValue("--format", Format.text), result.matchedOptionValue("-o", null),
                    result.matchedOptionValue("--feedback", null), result.matchedOptionValue("--title", null), result.hasMatchedOption("-q"),
                    result.hasMatchedOption("-v"), !result.hasMatchedOption("--no-color"));
        }
    }

    private static final double LIMIT = 10;

    static CommandSpec spec(CommandCall.Action action) {
        CommandSpec spec = CommandCall.spec("grade", action);
        OptionSpecs.examples(spec,
                "  nabla grade homework.grad ada.grad            one submission",
                "  nabla grade homework.grad handed-in/          a folder of them: files, folders, zips",
                "  nabla grade --feedback out/ homework.grad handed-in/      and a file for each learner",
                "  nabla grade --format moodle -o marks.csv homework.grad handed-in/",
                "  nabla grade --lint homework.grad              is the problem a good one?");
        spec.usageMessage().header("Marks homework: answers to the questions of a problem file.")
                .footer("", "A submission is a file of answers, \"1a\" = y + 1 or dz/dx = y + 1, or a folder or zip",
                        "with such a file and CSV files of numbers. It is not run, and reads nothing.",
                        "", "Exit codes: 0 all answers right; 1 some are wrong or missing; 2 usage, or something",
                        "cannot be read; 3 something was refused; 4 something could not be decided; 70 a",
                        "defect of nabla.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("PROBLEM").index("0").arity("1").type(String.class)
                .description("a graph file with questions").build());
        spec.addPositional(PositionalParamSpec.builder().paramLabel("SUBMISSION").index("1..*").arity("0..*").type(List.class)
                .auxiliaryTypes(String.class).description("files, zips, or folders of them").build());
        OptionSpecs.value(spec, Format.class, "--format", "FORMAT", "text (default), json, csv, md, html, junit, gradescope, canvas or moodle");
        OptionSpecs.value(spec, Path.class, "-o", "FILE", "write the marks to a file");
        OptionSpecs.value(spec, Path.class, "--feedback", "DIR", "write a file for each learner, as text, or with --format md or html as such");
        OptionSpecs.value(spec, String.class, "--title", "TITLE", "what grade books call it: for Canvas \"Homework 1 (4711)\"");
        OptionSpecs.value(spec, Integer.class, "-j", "N", "threads (default: one a processor)");
        OptionSpecs.value(spec, Double.class, "--time-limit", "SECONDS", "of CPU time for one submission (default 10)");
        OptionSpecs.value(spec, Long.class, "--seed", "N", "seed of everything random (default: the problem's, or 0)");
        PrecisionOptions.addTolerance(spec);
        PrecisionOptions.addSample(spec);
        OptionSpecs.list(spec, "--at", "NAME=VALUE", "values instead of those of the problem: x=1,W=[1,2;3,4]");
        OptionSpecs.flag(spec, "say what the problem's numbers hide, and try its own solution", "--lint");
        OptionSpecs.flag(spec, "tell the right answers too", "--reveal");
        OptionSpecs.flag(spec, "what could not be decided counts as wrong in the exit code", "--strict");
        OptionSpecs.flag(spec, "marks only, no progress", "-q", "--quiet");
        OptionSpecs.flag(spec, "the feedback of every learner", "-v", "--verbose");
        OptionSpecs.flag(spec, "no colours", "--no-color");
        return spec;
    }

    static GradeOptions of(ParseResult result) throws UsageError {
        int threads = result.matchedOptionValue("-j", Runtime.getRuntime().availableProcessors());
        double seconds = result.matchedOptionValue("--time-limit", LIMIT);
        boolean lint = result.hasMatchedOption("--lint");
        List<String> submissions = result.matchedPositionalValue(1, List.of());
        UsageError.require(threads > 0, "-j wants a number of threads");
        UsageError.require(seconds > 0 && seconds < 1e6, "--time-limit wants a number of seconds");
        UsageError.require(lint || !submissions.isEmpty(), "nothing to mark: name submissions, or a folder of them, after the problem");
        UsageError.require(!lint || submissions.isEmpty(), "--lint looks at the problem alone; leave the submissions out");
        Settings settings = new Settings(result.matchedOptionValue("--seed", null), PrecisionOptions.tolerance(result),
                PrecisionOptions.sample(result), Assignments.split(result.matchedOptionValue("--at", List.of())), false, result.hasMatchedOption("--strict"));
        return new GradeOptions(result.matchedPositionalValue(0, ""), submissions, settings, Layout.of(result),
                new Effort(threads, Duration.ofNanos((long) (seconds * 1e9))), lint, result.hasMatchedOption("--reveal"));
    }
}
