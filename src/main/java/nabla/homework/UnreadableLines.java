package nabla.homework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nabla.model.QuestionTarget;
import nabla.source.Diagnostic;
import nabla.source.SourceText;

/** Which questions the lines that cannot be read are about, told from what they begin with. */
record UnreadableLines(Problem problem, SourceText source, List<Diagnostic> diagnostics) {

    private static final Pattern LEFT = Pattern.compile("^\\s*+(?:\"([^\"]*+)\"\\s*+|([^=]*+))={1,2}(?!=)");
    private static final Pattern OPERATION = Pattern.compile("^\\s*op\\s+(\\w+)");

    /** One for each question that is not answered otherwise; their diagnostics are taken out of the list. */
    List<SubmittedAnswer> claimed(Set<QuestionTarget> answered) {
        List<SubmittedAnswer> unreadable = new ArrayList<>();
        Set<QuestionTarget> taken = new HashSet<>(answered);
        for (Iterator<Diagnostic> rest = diagnostics.iterator(); rest.hasNext();) {
            Diagnostic diagnostic = rest.next();
            QuestionTarget asked = diagnostic.isError() && diagnostic.span() != null ? asked(diagnostic) : null;
            if (asked != null && taken.add(asked)) {
                unreadable.add(SubmittedAnswer.unreadable(asked, source, diagnostic.span(), diagnostic));
                rest.remove();
            }
        }
        return unreadable;
    }

    private QuestionTarget asked(Diagnostic diagnostic) {
        String line = source.lineAt(diagnostic.span().start());
        Matcher operation = OPERATION.matcher(line);
        Matcher left = LEFT.matcher(line);
        if (operation.find()) {
            return problem.questions().stream().filter(a -> a.isOperation() && a.target().equals(operation.group(1))).findFirst().orElse(null);
        } else if (!left.find()) {
            return null;
        } else if (left.group(1) != null) {
            return problem.labelled(left.group(1));
        }
        String target = plain(left.group(2));
        return problem.questions().stream().filter(asked -> plain(asked.target()).equals(target) || isMember(asked, target)).findFirst()
                .orElse(null);
    }

    /** {@code dW1} where it should be {@code dnet.W1}. */
    private boolean isMember(QuestionTarget asked, String target) {
        String member = target.startsWith("d") ? problem.declared().member(target.substring(1)) : null;
        return member != null && asked.isDerivative() && asked.of() == problem.root() && member.equals(asked.by().name());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").replace('\u2202', 'd');
    }
}
