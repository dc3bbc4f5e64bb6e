package nabla.homework;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.model.QuestionTarget;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Statement;

/**
 * The operations of a submission as they were meant: under the name that the problem knows them by, and with its forward lines where the
 * learner has written the backward ones only.
 */
record OperationCopy(Problem problem, List<Diagnostic> remarks, SourceText written) {

    private static final Pattern BLOCK = Pattern.compile("(?m)^([ \\t]*+op[ \\t]++)(\\w+)([ \\t]*+\\()([^{}\\n]{0,2000})(\\)\\s*+\\{)([^}]*)");

    String copy() {
        StringBuilder copy = new StringBuilder();
        Matcher block = BLOCK.matcher(written.text());
        while (block.find()) {
            String name = name(block.group(2));
            Statement.Operation declared = problem.declared().operations().get(name);
            String head = block.group(4);
            String forward = declared == null || block.group(6).contains("forward") || !block.group(6).contains("backward") ? null
                    : forward(declared, names(head));
            if (!name.equals(block.group(2))) {
                say(block, block.group(2) + " is read as " + name);
            }
            if (forward != null) {
                say(block, "the forward lines are taken from the problem");
                head = withShapes(declared, head);
            }
            block.appendReplacement(copy, Matcher.quoteReplacement(block.group(1) + name + block.group(3) + head + block.group(5)
                    + (forward == null ? "" : forward) + block.group(6)));
        }
        return block.appendTail(copy).toString();
    }

    private void say(Matcher block, String message) {
        remarks.add(Diagnostic.warning(written.span(block.start(2), block.end(2)), message, null));
    }

    /** What is asked for under this name, whatever its capitals. */
    private String name(String given) {
        List<String> wanted = problem.questions().stream().filter(QuestionTarget::isOperation).map(QuestionTarget::target).toList();
        return wanted.contains(given) ? given : wanted.stream().filter(given::equalsIgnoreCase).findFirst().orElse(given);
    }

    private static List<String> arguments(String head) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int k = 0; k <= head.length(); k++) {
            char c = k < head.length() ? head.charAt(k) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth == 0 || k == head.length())) {
                arguments.add(head.substring(start, k));
                start = k + 1;
            }
        }
        return arguments;
    }

    private static List<String> names(String head) {
        return arguments(head).stream().map(argument -> argument.strip().split("\\s", 2)[0]).toList();
    }

    /** The forward lines of the problem, which knows the arguments by its own names; null where the learner's are those of others. */
    private String forward(Statement.Operation declared, List<String> names) {
        StringBuilder lines = new StringBuilder();
        if (names.size() != declared.parameters().size()) {
            return null;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = declared.parameters().get(i).name();
            if (!names.get(i).equals(name) && names.contains(name)) {
                return null;
            }
            lines.append(names.get(i).equals(name) ? "" : " forward " + name + " = " + names.get(i) + ";");
        }
        for (Statement.Line line : declared.lines()) {
            if (line.forward()) {
                lines.append(' ').append(problem.script().source().slice(line.span()).replaceAll("\\s*\\R\\s*", " ")).append(';');
            }
        }
        return lines.append(' ').toString();
    }

    /** The head with the shapes of the problem, in which its forward lines may use sizes, where it has none. */
    private String withShapes(Statement.Operation declared, String head) {
        List<String> arguments = new ArrayList<>(arguments(head));
        for (int i = 0; i < arguments.size(); i++) {
            Statement.Parameter parameter = declared.parameters().get(i);
            if (parameter.space() != null && !arguments.get(i).matches("(?s).*\\bin\\b.*")) {
                arguments.set(i, arguments.get(i).stripTrailing() + " in " + problem.script().source().slice(parameter.space().span()));
            }
        }
        return String.join(",", arguments);
    }
}
