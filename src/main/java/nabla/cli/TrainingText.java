package nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nabla.session.TrainingResult;
import nabla.syntax.Statement;

/** What gradient descent came to, as text. */
record TrainingText(TrainingResult trained) {

    /** With the curve of the loss or without. */
    void write(Statement.Training training, boolean curve, Writer out) throws IOException {
        out.write(summary(training) + "\n");
        for (String line : curve && Double.isFinite(trained.first()) ? new LossCurve(trained.losses()).lines() : List.<String>of()) {
            out.write(line + "\n");
        }
        for (String remark : remarks()) {
            out.write("  " + remark + "\n");
        }
    }

    /** In one line. */
    String summary(Statement.Training training) {
        return !Double.isFinite(trained.first()) ? name(trained) + ": " + trained.advice()
                : String.format(Locale.ROOT, "%s: loss %.6g -> %.6g in %d steps at rate %s", name(trained), trained.first(), trained.last(), trained.losses().size() - 1,
                        training.rate().written());
    }

    /** What else there is to say, a sentence each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!Double.isFinite(trained.first())) {
            return remarks;
        }
        if (trained.comparison() != null) {
            remarks.add(compared(trained.comparison()));
        }
        if (!trained.fixed().isEmpty()) {
            remarks.add("not trained, because computed from other names: " + String.join(", ", trained.fixed()));
        }
        if (trained.advice() != null) {
            remarks.add(trained.advice());
        }
        return remarks;
    }

    private static String compared(TrainingResult.Comparison c) {
        boolean faster = c.all() < c.each();
        return String.format(Locale.ROOT, "approach I (example by example) and II (one matrix) differ by %.1g; %s was %.1f times as fast", c.difference(),
                faster ? "II" : "I", faster ? c.each() / c.all() : c.all() / c.each());
    }

    /** The name of the network in a sentence. */
    static String name(TrainingResult trained) {
        return trained.network() == null ? "the network" : trained.network();
    }
}
