package nabla.cli;

import nabla.check.CheckPrecision;
import nabla.session.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** How exactly gradients are verified: options that several commands have. */
final class PrecisionOptions {

    private PrecisionOptions() { }

    static void addTolerance(CommandSpec spec) {
        OptionSpecs.value(spec, Double.class, "--tolerance", "T", "relative width of the band (default 1e-6)");
    }

    static void addSample(CommandSpec spec) {
        OptionSpecs.value(spec, String.class, "--sample", "N|all",
                "verify N entries of each leaf, and N of all inner nodes; all: every entry, however many (default: every entry unless it takes too long)");
    }

    static double tolerance(ParseResult result) throws UsageError {
        double tolerance = result.matchedOptionValue("--tolerance", Settings.DEFAULT.tolerance());
        UsageError.require(tolerance > 0 && tolerance < 1, "--tolerance wants a number between 0 and 1");
        return tolerance;
    }

    /** 0 where nothing is said. */
    static int sample(ParseResult result) throws UsageError {
        String sample = result.matchedOptionValue("--sample", "0");
        if (sample.equals("all")) {
            return CheckPrecision.ALL;
        }
        UsageError.require(sample.matches("\\d{1,9}"), "--sample wants a number of entries, or all");
        return Integer.parseInt(sample);
    }
}
