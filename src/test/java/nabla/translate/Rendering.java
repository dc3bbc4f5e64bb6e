package nabla.translate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nabla.forward.Values;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Claim;
import nabla.model.Domain;
import nabla.model.Handwork;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.source.Diagnostic;
import nabla.tensor.Tensor;

/** A model as lines of text, for expectations. Sampled leaves get some fixed values. */
final class Rendering {

    private final Model model;
    private final List<Handwork> handwork;
    private final Map<Input, Tensor> point = new IdentityHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private Rendering(Translation translation) {
        this.model = translation.model();
        this.handwork = translation.handwork();
        draw(model);
    }

    private void draw(Model model) {
        Random random = new Random(1);
        for (Leaf leaf : model.leaves()) {
            int columns = leaf.node().shape().columns();
            boolean oneHot = leaf.domain() instanceof Domain.OneHot;
            Tensor drawn = Tensor.of(leaf.node().shape(), k -> oneHot ? k / columns % columns == k % columns ? 1 : 0 : 0.25 + random.nextDouble());
            point.put(leaf.node(), leaf.value() != null ? leaf.value() : drawn);
        }
    }

    static List<String> of(Translation translation) {
        Rendering rendering = new Rendering(translation);
        rendering.write();
        return rendering.lines;
    }

    private void write() {
        lines.add("output " + (model.output() == null ? "none" : model.output().name()));
        for (Leaf leaf : model.leaves()) {
            String value = leaf.value() == null ? leaf.node().shape().toString() : show(leaf.value());
            lines.add("leaf " + leaf.node().name() + " = " + value + " " + domain(leaf.domain()) + (leaf.constant() ? " const" : ""));
        }
        for (Node node : model.definitions()) {
            lines.add(node.name() + " = " + show(value(node)));
        }
        for (Claim claim : model.claims()) {
            lines.add("claim " + claim.kind().name().toLowerCase(Locale.ROOT) + " " + claim.text() + ": " + judge(claim));
            if (claim.hint() != null) {
                lines.add("claim hint " + claim.hint());
            }
        }
        for (Handwork each : handwork) {
            each.trials().forEach(trial -> write(each.name(), trial));
        }
        for (Diagnostic diagnostic : model.diagnostics()) {
            String place = diagnostic.span() == null ? "-" : diagnostic.span().line() + ":" + diagnostic.span().column();
            lines.add(diagnostic.severity().name().toLowerCase(Locale.ROOT) + " " + place + " " + diagnostic.message()
                    + (diagnostic.hint() == null ? "" : " | " + diagnostic.hint()));
        }
    }

    private void write(String name, Handwork.Trial trial) {
        draw(trial.model());
        String shapes = trial.model().leaves().stream().map(leaf -> leaf.node().shape().toString()).collect(Collectors.joining(" "));
        lines.add("op " + name + " " + shapes + " = " + show(value(trial.model().output())));
        for (Handwork.Rule rule : trial.rules()) {
            String verdict = rule.problem() != null ? "problem " + rule.problem().message()
                    : rule.given() == null ? "not given"
                    : off(value(rule.given()), value(rule.derived())) <= 1e-12 ? "agrees" : "differs";
            lines.add("op " + name + " " + rule.gradient() + ": " + verdict);
        }
    }

    private static double off(Tensor a, Tensor b) {
        double off = 0;
        for (int k = 0; k < a.count(); k++) {
            off = Math.max(off, Math.abs(a.at(k) - b.at(k)));
        }
        return off;
    }

    private Tensor value(Node node) {
        return Values.of(node, point);
    }

    private String judge(Claim claim) {
        if (claim.problem() != null) {
            String hint = claim.problem().hint();
            return "problem " + claim.problem().message() + (hint == null ? "" : " | " + hint);
        }
        Tensor truth = value(claim.truth());
        Tensor answer = value(claim.answer());
        double off = off(truth, answer);
        String within = Double.isNaN(claim.within()) ? "" : " within " + claim.within();
        return (off <= 1e-12 * Math.max(1, truth.largest()) ? "holds" : "fails, it is " + show(truth)) + within;
    }

    private static String domain(Domain domain) {
        if (domain instanceof Domain.FixedValue) {
            return "fixed";
        }
        if (domain instanceof Domain.Interval real) {
            return Double.isInfinite(real.from()) && Double.isInfinite(real.to()) ? "real" : "real " + real.from() + ".." + real.to();
        }
        return domain.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** {@code 3}, or {@code [1, 2; 3, 4]}; at most six digits after the point. */
    static String show(Tensor value) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < value.count(); k++) {
            text.append(k == 0 ? "" : k % value.columns() == 0 ? "; " : ", ").append(number(value.at(k)));
        }
        return value.shape().isScalar() ? text.toString() : "[" + text + "]";
    }

    private static String number(double x) {
        double rounded = Math.rint(x * 1e6) / 1e6 + 0.0;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15 ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
