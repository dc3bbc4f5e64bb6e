package nabla.translate;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nabla.source.Diagnostic;
import nabla.syntax.Script;
import nabla.syntax.Statement;

/** Names that lines with a syntax error would have defined: their uses are no further errors. */
public final class BrokenNames {

    private static final Pattern LEFT = Pattern.compile("(?:^|[;\\n])[ \\t]*+(?:const\\s++)?"
            + "([\\p{L}_][\\p{L}\\p{N}_.]*+(?:[,\\s]++(?!in\\b)[\\p{L}_][\\p{L}\\p{N}_.]*+)*+)\\s*+(?:=[^=]|\\bin\\b)");

    private static final Pattern NETWORK = Pattern.compile("(?m)^[ \\t]*+mlp\\b[ \\t]*(\\w*)[^{\\n]*\\{([^}]*)}");

    /** A block of steps, up to a line with nothing but closing brackets. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^[ \\t]*+for\\b.*?^[ \\t}]*}[ \\t]*$");

    private static final Pattern STEP = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*+)\\{[^}\\n]*}\\s*+=(?!=)");

    private static final Pattern OPERATION = Pattern.compile("(?m)^[ \\t]*+op[ \\t]++(\\w++)[ \\t]*+\\(");

    private BrokenNames() { }

    public static Set<String> names(Script script) {
        Set<String> names = new HashSet<>();
        if (script.diagnostics().stream().noneMatch(Diagnostic::isError)) {
            return names;
        }
        for (Diagnostic diagnostic : script.diagnostics()) {
            if (diagnostic.isError() && diagnostic.span() != null) {
                Matcher left = LEFT.matcher(script.source().lineAt(diagnostic.span().start()));
                while (left.find()) {
                    for (String name : left.group(1).split("[,\\s]+")) {
                        names.add(name);
                    }
                }
            }
        }
        addNetworks(script, names);
        addSteps(script, names);
        addOperations(script, names);
        return names;
    }

    /** The names of the steps of a {@code for} block that is not written out, as far as the text speaks of them: h1 for h{t}. */
    private static void addSteps(Script script, Set<String> names) {
        Matcher block = BLOCK.matcher(script.source().text());
        while (block.find()) {
            Matcher found = block;
            if (script.diagnostics().stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR && d.span() != null
                    && d.span().start() >= found.start() && d.span().start() < found.end())) {
                Matcher step = STEP.matcher(block.group());
                while (step.find()) {
                    Matcher use = Pattern.compile("(?<![\\p{L}\\p{N}_.])" + step.group(1) + "\\d++(?![\\p{L}_])").matcher(script.source().text());
                    while (use.find()) {
                        names.add(use.group());
                    }
                }
            }
        }
    }

    /** A network with a bad line has no tree: what it would have defined is told from its text. */
    private static void addNetworks(Script script, Set<String> names) {
        boolean bad = script.diagnostics().stream().anyMatch(d -> d.isError() && d.span() != null);
        Matcher network = NETWORK.matcher(bad ? script.source().text() : "");
        while (network.find()) {
            Matcher found = network;
            if (script.diagnostics().stream().anyMatch(d -> d.isError() && d.span() != null
                    && d.span().start() >= found.start() && d.span().start() < found.end())) {
                addNetwork(network.group(1), network.group(2).split("\\bdense\\b").length, names);
            }
        }
    }

    /** Operations that the text begins and that were not read. */
    private static void addOperations(Script script, Set<String> names) {
        Set<String> read = script.statements().stream().filter(Statement.Operation.class::isInstance)
                .map(statement -> ((Statement.Operation) statement).name()).collect(Collectors.toSet());
        Matcher operation = OPERATION.matcher(script.source().text());
        while (operation.find()) {
            if (!read.contains(operation.group(1))) {
                names.add(operation.group(1));
            }
        }
    }

    private static void addNetwork(String network, int layers, Set<String> names) {
        String prefix = network.isEmpty() ? "" : network + ".";
        names.add(prefix + "loss");
        for (int l = 1; l <= layers; l++) {
            for (String part : new String[] {"W", "b", "z", "h", "a"}) {
                names.add(prefix + part + l);
            }
        }
    }
}
