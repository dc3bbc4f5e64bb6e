package nabla.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** How a command states its options: in code, not in annotations, since reading those takes as long as a small check. */
final class OptionSpecs {

    private static final String EXAMPLES = "examples";

    private OptionSpecs() { }

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

    /** Arguments without a name, of which there may be any number. */
    static void arguments(CommandSpec spec, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder().paramLabel(label).arity("0..*").type(List.class).auxiliaryTypes(String.class)
                .description(description).build());
    }

    /** The options that every command has. */
    static CommandSpec withHelp(CommandSpec spec) {
        flag(spec, "the stack trace of a defect of nabla", "--debug");
        return spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class)
                .description("show this help").build());
    }
}
