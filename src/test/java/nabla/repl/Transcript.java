package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import nabla.exercise.Ledger;
import nabla.source.Excerpt;
import nabla.source.SourceText;

/** A session as it looks: a prompt and what was typed, then the answer. Lines after {@code   ...> } belong to the one before. */
final class Transcript {

    static final String PROMPT = "nabla> ";
    static final String MORE = "  ...> ";

    private final Listener screen = new Listener();
    private final Shell shell = new Shell(Preferences.standard(false), screen, Ledger.forgetful());
    private final List<String> lines = new ArrayList<>();

    /** Types again what was typed in a transcript. */
    static Transcript of(List<String> recorded) {
        Transcript transcript = new Transcript();
        List<String> typed = new ArrayList<>();
        for (String line : recorded) {
            if (line.startsWith(MORE.stripTrailing())) {
                typed.add(line.length() < MORE.length() ? "" : line.substring(MORE.length()));
            } else if (line.startsWith(PROMPT) || line.equals(PROMPT.strip())) {
                transcript.type(typed);
                typed.clear();
                typed.add(line.length() < PROMPT.length() ? "" : line.substring(PROMPT.length()));
            } else if (line.startsWith("#")) {
                transcript.type(typed);
                typed.clear();
                transcript.lines.add(line);
            }
        }
        transcript.type(typed);
        return transcript;
    }

    private void type(List<String> typed) {
        if (typed.isEmpty()) {
            return;
        }
        for (int k = 0; k < typed.size(); k++) {
            lines.add((k == 0 ? PROMPT : MORE) + typed.get(k));
            screen.enter(typed.get(k));
        }
        Answer answer = shell.answer(new SourceText("", String.join("\n", typed)));
        lines.addAll(screen.steps());
        lines.addAll(answer.lines());
        answer.problems().forEach(problem -> lines.addAll(Excerpt.typed(problem.source(), problem.diagnostic())));
    }

    List<String> lines() {
        return lines.stream().map(String::stripTrailing).toList();
    }

    Shell shell() {
        return shell;
    }
}
