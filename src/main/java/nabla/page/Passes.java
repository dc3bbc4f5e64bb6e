package nabla.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nabla.export.Markup;
import nabla.formula.Formula;
import nabla.picture.EntryText;
import nabla.report.NodeReport.Contribution;
import nabla.report.ShapeFit;
import nabla.writer.ProductShapes;

/** Lists both passes: each step says what is computed, from what, and what the sum of a gradient is so far. */
final class Passes {

    /** Of more steps only the first are listed: nobody walks through all. */
    private static final int MOST = 2000;

    private final Walk walk;
    private final PageWords words;
    private final Markup html;
    private final MathMl math;
    private final String id;
    private final ProductShapes shapes;

    Passes(Walk walk, ProductShapes shapes, PageWords words, Markup html, MathMl math, String id) {
        this.walk = walk;
        this.shapes = shapes;
        this.words = words;
        this.html = html;
        this.math = math;
        this.id = id;
    }

    void write() {
        html.open("details", "open", "open").leaf("summary", "All steps").line();
        list("Forward", walk.forward());
        list("Backward", walk.backward());
        html.close().line();
    }

    private void list(String pass, List<Step> steps) {
        html.leaf(words.heading(), pass, "class", "section").open("ol", "class", "steps").line();
        int number = 0;
        for (Step step : steps.subList(0, Math.min(MOST, steps.size()))) {
            Step.FigureNumber show = step.shows();
            html.open("li", "data-pass", pass.toLowerCase(Locale.ROOT), "data-number", Integer.toString(++number), "data-lit",
                    step.figures().stream().map(k -> id + "f" + k).collect(Collectors.joining(" ")), "data-shows", show == null ? null : id + "f" + show.figure(),
                    "data-kind", show == null ? null : show.gradient() ? "gradient" : "value", "data-text", show == null ? null : show.text());
            if (step.isForward()) {
                forward(step);
            } else if (step.term() == null) {
                html.open("p");
                math.math(words.gradient(step.node().name()));
                html.text(" = " + EntryText.brief(step.node().gradient()) + (words.scalar() ? ": here the backward pass begins" : ": an upstream gradient, sampled")).close();
            } else {
                backward(step);
            }
            html.close().line();
        }
        html.close().line();
        if (steps.size() > MOST) {
            html.leaf("p", steps.size() - MOST + " more steps are left out", "class", "soft").line();
        }
    }

    private void forward(Step step) {
        html.open("p");
        math.math(Formula.name(step.node().name()));
        html.text(" = ");
        if (step.node().expression() != null) {
            math.math(step.node().expression());
            html.text(" = ");
        }
        html.text(EntryText.brief(step.node().value()) + (step.node().expression() == null ? ", given" : ""));
        shapes(shapes.of(step.node()));
        html.close();
    }

    /** Why the factors of a matrix product stand where they stand. */
    private void shapes(String product) {
        if (!product.isEmpty()) {
            html.text(" ").leaf("span", "(" + product + ")", "class", "soft");
        }
    }

    /** Upstream times local is the term; the sum of the terms is the gradient. */
    private void backward(Step step) {
        Contribution term = step.term();
        Formula gradient = words.gradient(step.node().name());
        html.open("p");
        math.math(gradient);
        html.text(" += ");
        if (term.factor() == null) {
            math.math(words.upstream(step.local(), term.via()));
        } else {
            math.math(words.gradient(term.via()));
            String times = term.upstream().shape().isScalar() || term.factor().shape().isScalar() ? " · " : " ⊙ ";
            html.text(times);
            math.math(new Formula.Derivative(term.via(), step.node().name(), true));
            html.text(" = " + EntryText.brief(term.upstream()) + times);
            boolean sum = step.local() instanceof Formula.Infix || step.local() instanceof Formula.Negation;
            html.text(sum ? "(" : "");
            math.math(step.local());
            html.text(sum ? ")" : "");
            String factor = EntryText.brief(term.factor());
            html.text(step.local() instanceof Formula.Number ? "" : " = " + EntryText.brief(term.upstream()) + times + (factor.startsWith("-") ? "(" + factor + ")" : factor));
        }
        String fitting = ShapeFit.of(term).words();
        html.text((fitting.isEmpty() ? "" : ", " + fitting) + " = " + EntryText.brief(term.term()));
        shapes(ProductShapes.text(term.product()));
        html.close();
        if (step.uses() > 1) {
            html.leaf("p", "sum so far " + EntryText.brief(step.sum()) + ", use " + step.use() + " of " + step.uses() + (step.isComplete() ? ": complete" : ""), "class", "soft");
        } else {
            html.leaf("p", "its only use: complete", "class", "soft");
        }
    }
}
