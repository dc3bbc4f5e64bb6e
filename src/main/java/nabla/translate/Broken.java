package nabla.translate;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.source.Diagnostic;
import nabla.syntax.Script;

/** Names that lines with a syntax error would have defined: their uses are no further errors. */
final class Broken {

    private static final Pattern LEFT = Pattern.compile("(?:^|[;\\n])\\s*(?:const\\s+)?([\\p{L}_][\\p{L}\\p{N}_.,\\s]*?)\\s*(?:=[^=]|\\bin\\b)");

    private Broken() { }

    static Set<String> names(Script script) {
        Set<String> names = new HashSet<>();
        for (Diagnostic diagnostic : script.diagnostics()) {
            if (diagnostic.severity() == Diagnostic.Severity.ERROR && diagnostic.span() != null) {
                Matcher left = LEFT.matcher(script.source().lineAt(diagnostic.span().start()));
                while (left.find()) {
                    for (String name : left.group(1).split("[,\\s]+")) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }
}
