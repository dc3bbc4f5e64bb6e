package nabla.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import nabla.session.Trained;
import nabla.syntax.Statement;

/** What gradient descent came to, as text, with the curve of the loss or without. */
record TrainedText(Writer out, Trained trained, boolean curve) {

    void write(Statement.Training training) throws IOException {
        if (!Double.isFinite(trained.first())) {
            out.write(name(trained) + ": " + trained.advice() + "\n");
            return;
        }
        out.write(String.format(Locale.ROOT, "%s: loss %.6g -> %.6g in %d steps at rate %s\n", name(trained), trained.first(),
                trained.last(), trained.losses().size() - 1, training.rate().written()));
        for (String line : curve ? new LossCurve(trained.losses()).lines() : List.<String>of()) {
            out.write(line + "\n");
        }
        if (trained.comparison() != null) {
            compare(trained.comparison());
        }
        if (!trained.fixed().isEmpty()) {
            out.write("  not trained, because computed from other names: " + String.join(", ", trained.fixed()) + "\n");
        }
        if (trained.advice() != null) {
            out.write("  " + trained.advice() + "\n");
        }
    }

    private void compare(Trained.Comparison c) throws IOException {
        boolean faster = c.all() < c.each();
        out.write(String.format(Locale.ROOT, "  approach I (example by example) and II (one matrix) differ by %.1g; %s was %.1f times as fast\n",
                c.difference(), faster ? "II" : "I", faster ? c.each() / c.all() : c.all() / c.each()));
    }

    /** The name of the network in a sentence. */
    static String name(Trained trained) {
        return trained.network() == null ? "the network" : trained.network();
    }
}
