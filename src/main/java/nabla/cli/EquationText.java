package nabla.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nabla.op.Functions;
import nabla.source.SourceText;
import nabla.syntax.Reader;

/** The graph file that expressions and equations of a command line stand for. */
final class EquationText {

    /** What reports call it. */
    static final String NAME = "expression";

    private EquationText() { }

    /** An expression gets a name; equations have theirs. */
    static String of(String text) {
        int end = end(text);
        String first = text.substring(0, end);
        boolean equation = first.replaceAll("[<>=]=|\\([^()]*\\)", "").contains("=");
        boolean expression = new Reader(Functions.names()).expression(new SourceText(NAME, first), Set.of()).problem() == null;
        return equation && !expression ? text : name(text) + " = " + text;
    }

    /** Equations, each expression among them with a name of its own, so that it is one. */
    static String of(List<String> texts) {
        String all = String.join("\n", texts);
        List<String> equations = new ArrayList<>();
        for (String text : texts) {
            boolean expression = new Reader(Functions.names()).expression(new SourceText(NAME, text), Set.of()).problem() == null
                    && new Reader(Functions.names()).read(new SourceText(NAME, text)).statements().isEmpty();
            String name = expression ? name(all) : null;
            all += "\n" + name;
            equations.add(expression ? name + " = " + text : text);
        }
        return String.join("\n", equations);
    }

    /** Where the first statement ends. */
    private static int end(String text) {
        int depth = 0;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ';' && depth == 0 || c == '\n') {
                return k;
            }
        }
        return text.length();
    }

    /** One that the text does not use. */
    private static String name(String text) {
        Set<String> taken = new HashSet<>(Arrays.asList(text.split("[^\\p{L}\\p{N}_]+")));
        return List.of("f", "z", "y", "g", "h", "F", "result").stream().filter(name -> !taken.contains(name)).findFirst().orElse("result1");
    }
}
