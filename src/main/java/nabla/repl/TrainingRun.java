package nabla.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.formula.NumberText;
import nabla.report.Report.Status;
import nabla.session.Trainer;
import nabla.session.Trainer.UntrainableText;
import nabla.session.TrainingResult;
import nabla.source.SourceText;
import nabla.syntax.Statement;

/** Runs the {@code train} blocks that were typed: afterwards the network of the session has the weights that were found. */
record TrainingRun(Turn first, ParsedInput typed) {

    /** What was entered, after its training; the same where nothing is trained. */
    Turn entered() {
        Turn now = first;
        for (Statement statement : typed.script().statements()) {
            if (statement instanceof Statement.Training training && now.answer().status() != Status.UNREADABLE && now.answer().status() != Status.REFUSED) {
                now = trained(now, training);
            }
        }
        return now;
    }

    private Turn trained(Turn before, Statement.Training wanted) {
        Workspace workspace = before.workspace();
        Trainer trainer = new Trainer(new SourceText("", workspace.text()), workspace.folder(), workspace.preferences().settings());
        Statement.Training training = trainer.trainings().stream().filter(one -> name(one).equals(name(wanted))).findFirst().orElse(null);
        if (training == null) {
            return before;
        }
        try {
            TrainingResult trained = trainer.run(training, step -> { }, false);
            List<String> lines = new ArrayList<>(before.answer().lines());
            int steps = trained.losses().size() - 1;
            lines.add("trained " + (steps == 1 ? "1 step" : steps + " steps") + ": the loss went from " + number(trained.first()) + " to "
                    + number(trained.last()));
            if (trained.advice() != null) {
                lines.add(trained.advice());
            }
            Turn loaded = trained.text() == null ? before : Change.load(workspace, new SourceText("", trained.text()), workspace.folder());
            return new Turn(loaded.workspace(), new Answer(before.answer().status(), lines, before.answer().problems()));
        } catch (UntrainableText e) {
            return new Turn(before.workspace(), Answer.failed(e.diagnostic().message(), e.diagnostic().hint()));
        }
    }

    private static String name(Statement.Training training) {
        return training.network() == null ? "" : training.network().name();
    }

    private static String number(double loss) {
        return NumberText.of(Double.parseDouble(String.format(Locale.ROOT, "%.4g", loss)));
    }
}
