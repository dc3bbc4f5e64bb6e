package nabla.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** The commands as picocli knows them. Stated in code, not in annotations: reading those takes as long as a small check. */
final class Commands {

    static final String CHECK = "check";
    static final String DERIVE = "derive";
    static final String GRAPH = "graph";
    static final String OPS = "ops";
    static final String TRAIN = "train";
    static final String GRADE = "grade";
    static final String REPL = "repl";
    private static final String EXAMPLES = "examples";

    private Commands() { }

    /** All commands; where the first argument names one, only that one, which starts faster. */
    static CommandLine nabla(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        CommandSpec nabla = CommandSpec.create().name("nabla");
        if (!first.equals(OPS)) {
            nabla.addSubcommand(CHECK, withHelp(CheckOptions.spec()));
        }
        if (!first.equals(CHECK)) {
            nabla.addSubcommand(DERIVE, withHelp(DeriveCommand.spec()));
            nabla.addSubcommand(GRAPH, withHelp(GraphCommand.spec()));
            nabla.addSubcommand(OPS, withHelp(ops()));
            nabla.addSubcommand(TRAIN, withHelp(TrainCommand.spec()));
            nabla.addSubcommand(GRADE, withHelp(GradeOptions.spec()));
            nabla.addSubcommand(REPL, withHelp(ReplCommand.spec()));
        }
        examples(nabla,
                "  nabla                                        a session at the prompt",
                "  nabla check practice.grad                    verify every gradient of a file",
                "  nabla check -e 'z = x*y + x' --at x=1,y=2    the same for an equation",
                "  nabla check --format json work/              every *.grad in a folder, as JSON",
                "  nabla derive 'x^2*sin(y)' --wrt x            a derivative, step by step",
                "  nabla graph -o practice.svg practice.grad    the graph as a picture",
                "  nabla train --plot loss.svg xor.grad         gradient descent and loss curve",
                "  nabla grade homework.grad handed-in/         marks for a folder of submissions",
                "  nabla ops tanh                               an operation and its derivative");
        nabla.usageMessage().header("A symbolic and numeric gradient checker.");
        nabla.addOption(OptionSpec.builder("-V", "--version").versionHelp(true).type(boolean.class)
                .description("say the version").build());
        return new CommandLine(withHelp(nabla)).setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, Commands::path);
    }

    private static Path path(String value) {
        try {
            return InputFile.path(value);
        } catch (UsageError e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static CommandSpec ops() {
        CommandSpec spec = CommandSpec.create().name(OPS);
        examples(spec,
                "  nabla ops             every operation",
                "  nabla ops sigmoid     one of them");
        spec.usageMessage().header("Shows operations: how they are called, value, backward rule, domain and kinks.");
        spec.addPositional(PositionalParamSpec.builder().paramLabel("NAME").arity("0..*").type(List.class).auxiliaryTypes(String.class)
                .description("names of operations").build());
        return spec;
    }

    /** Help begins with them: most people need no more of it. */
    static void examples(CommandSpec spec, String... lines) {
        List<String> keys = new ArrayList<>(spec.usageMessage().sectionKeys());
        keys.add(0, EXAMPLES);
        spec.usageMessage().sectionKeys(keys).sectionMap()
                .put(EXAMPLES, help -> "Examples:\n" + String.join("\n", lines) + "\n\n");
    }

    /** An option with a value. */
    static void value(CommandSpec spec, Class<?> type, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name).paramLabel(label).type(type).description(description).build());
    }

    /** An option that may be given again, each time with a value. */
    static void list(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name).paramLabel(label).type(List.class).auxiliaryTypes(String.class)
                .description(description).build());
    }

    /** An option without a value. */
    static void flag(CommandSpec spec, String description, String... names) {
        spec.addOption(OptionSpec.builder(names).type(boolean.class).description(description).build());
    }

    private static CommandSpec withHelp(CommandSpec spec) {
        flag(spec, "the stack trace of a defect of nabla", "--debug");
        return spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class)
                .description("show this help").build());
    }
}
