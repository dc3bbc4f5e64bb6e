package nabla.repl;

import nabla.source.SourceText;

/** Takes what is typed into a workspace: a line makes another one, and a line that fails leaves it as it is. */
final class Evaluator {

    private Evaluator() { }

    /** Takes a line, or several. */
    static Turn enter(Workspace before, SourceText typed) {
        ParsedInput read = ParsedInput.read(typed, before.names());
        if (!read.problems().isEmpty()) {
            return new Turn(before, Answer.failed(read.problems()));
        }
        if (read.isEmpty()) {
            return new Turn(before, Answer.NONE);
        }
        String network = new Weights(before).network(read);
        if (network != null) {
            return enter(before, new SourceText("", network));
        }
        Growth growth = Growth.of(before, read);
        return growth == null ? new TrainingRun(new Change(before, read).entered(), read).entered() : growth.entered();
    }
}
