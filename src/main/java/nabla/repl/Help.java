package nabla.repl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nabla.formula.NumberText;
import nabla.graph.Constant;
import nabla.op.Functions;
import nabla.op.NamedConstants;
import nabla.session.Operations;
import nabla.source.Display;

/** What {@code :help} and {@code ?name} say. The topics are sections of {@code help.txt}, each under a line {@code == name}. */
final class Help {

    /** What is shown at the first start. */
    static final List<String> BEGINNING = List.of(
            "Write equations in any order: z = x*y + x, x = 1, y = 2; then ask: z, dz/dx.",
            "Claim what you believe, dz/dx = y + 1: it is judged. :graph draws both passes.",
            ":help says more, Tab completes, Ctrl-D ends.");

    private static final String FILE = "help.txt";

    private Help() { }

    static List<String> topics() {
        return List.copyOf(sections().keySet());
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> section = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("== ")) {
                section = new ArrayList<>();
                sections.put(line.substring(3), section);
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    private static String text() {
        try (InputStream in = Help.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer help(String topic) {
        String name = topic.startsWith(":") ? topic.substring(1) : topic;
        if (name.isEmpty()) {
            return Answer.of(overview());
        } else if (sections().containsKey(name)) {
            return Answer.of(sections().get(name));
        } else if (Command.find(name) != null) {
            Command command = Command.find(name);
            return Answer.of(command.usage(), "  " + command.about());
        } else if (Functions.find(name) != null) {
            return Answer.of(Operations.of(name).lines());
        }
        return Answer.failed("there is no help on " + name, "topics: " + String.join(", ", topics()));
    }

    private static List<String> overview() {
        List<String> lines = new ArrayList<>(BEGINNING);
        lines.add("");
        int width = Command.ALL.stream().mapToInt(command -> command.usage().length()).max().orElse(0);
        Command.ALL.forEach(command -> lines.add("  " + Display.left(command.usage(), width) + "  " + command.about()));
        lines.add("  " + Display.left("?NAME", width) + "  what a name is, or how a function is called");
        lines.add("");
        lines.add("Topics: " + String.join(", ", topics()) + ".");
        return lines;
    }

    /** {@code ?name}: what is known about a name of the session, a function, a command or a topic. */
    static Answer about(String name, Workspace workspace) {
        if (workspace.quantities().containsKey(name)) {
            return Answer.of(new QuantityWords(workspace.preferences()).equation(name, workspace.quantities().get(name)));
        }
        if (workspace.function(name) != null) {
            return Answer.of(workspace.function(name));
        }
        if (NamedConstants.find(name) instanceof Constant constant) {
            return Answer.of(name + " = " + NumberText.of(constant.value().at(0)) + ", a constant");
        }
        return help(name);
    }

    /** The names of all functions, filled into lines. */
    static List<String> functions(int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String name : Functions.all().stream().map(function -> function.names().get(0)).toList()) {
            if (line.length() + name.length() + 1 > Math.min(width, 100)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(name);
        }
        lines.add(line.toString());
        lines.add(":ops NAME shows one of them.");
        return lines;
    }
}
