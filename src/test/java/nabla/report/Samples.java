package nabla.report;

import static nabla.formula.Formula.infix;
import static nabla.formula.Formula.name;
import static nabla.formula.Formula.number;

import java.util.List;
import java.util.stream.IntStream;
import nabla.formula.Formula;
import nabla.report.Report.Binding;
import nabla.report.Report.ClaimReport;
import nabla.report.Report.Contribution;
import nabla.report.Report.Fault;
import nabla.report.Report.Mistake;
import nabla.report.Report.NodeReport;
import nabla.report.Report.Point;
import nabla.report.Report.Role;
import nabla.report.Report.RuleLine;
import nabla.report.Report.RuleReport;
import nabla.report.Report.Status;
import nabla.report.Report.Warning;
import nabla.report.Report.Witness;
import nabla.report.Report.Worst;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.source.Span;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import nabla.verdict.Evidence;
import nabla.verdict.Judgement;
import nabla.verdict.Verdict;

/** Reports made by hand. */
public final class Samples {

    private static final Formula X = name("x");
    private static final Formula Y = name("y");

    private Samples() { }

    /** {@code z = x*y + x} at x = 1, y = 2. */
    public static Report practice() {
        Formula product = infix("*", X, Y);
        Formula gradient = infix("+", Y, number(1));
        NodeReport x = new NodeReport("x", Role.INPUT, null, null, 2, Shape.SCALAR, scalar(1), scalar(3), gradient,
                List.of(new Contribution("v1", scalar(1), Y, scalar(2), scalar(2)), unit("z")), scalar(3), 4e-14, 1,
                new Worst(List.of(0, 0), 0.2, 3, 3, 4e-14, null), Evidence.DIFFERENCES, null, new Verdict.Agree(false));
        NodeReport y = new NodeReport("y", Role.INPUT, null, null, 3, Shape.SCALAR, scalar(2), scalar(1), X,
                List.of(new Contribution("v1", scalar(1), X, scalar(1), scalar(1))), scalar(1), 2e-14, 1, null, Evidence.DIFFERENCES, null,
                new Verdict.Agree(false));
        NodeReport v1 = new NodeReport("v1", Role.INNER, "mul", product, 1, Shape.SCALAR, scalar(2), scalar(1), number(1),
                List.of(unit("z")), scalar(1), 2e-14, 1, null, Evidence.DIFFERENCES, null, new Verdict.Agree(false));
        NodeReport z = new NodeReport("z", Role.OUTPUT, "add", infix("+", name("v1"), X), 1, Shape.SCALAR, scalar(3), scalar(1),
                number(1), List.of(), null, Double.NaN, 0, null, null, null, null);
        SourceText source = new SourceText("practice.grad", "z = x*y + x\nx = 1\ny = 2\ndz/dx = y + 1\n");
        ClaimReport claim = new ClaimReport(4, "dz/dx = y + 1", Judgement.RIGHT, gradient, scalar(3), "proved", null, null, null, null);
        return new Report(source, 0, Status.VERIFIED, List.of(), "z", scalar(3), infix("+", product, X), List.of(x, y, v1, z),
                List.of(claim), List.of(), List.of(), List.of(), null, 2);
    }

    private static Contribution unit(String via) {
        return new Contribution(via, scalar(1), number(1), scalar(1), scalar(1));
    }

    /** A hand-written rule twice too large, an undefined and a kinked gradient, a wrong claim, sampled points, a warning, a note. */
    public static Report wrong() {
        Shape shape = new Shape(2, 8);
        Tensor gradient = Tensor.of(shape, k -> k / 3.0);
        Formula rule = infix("@", new Formula.Transposed(name("X")), name("dZ"));
        NodeReport w = new NodeReport("W", Role.INPUT, null, null, 2, shape, Tensor.of(shape, k -> k), gradient, rule,
                List.of(new Contribution("Z", null, rule, null, gradient)), Tensor.of(shape, k -> k / 6.0), 1e-12, 16,
                new Worst(List.of(1, 7), 2.5e12, 5, 2.5, 1e-12, new Point(1)), Evidence.DIFFERENCES,
                new Fault("Linear", 2, List.of(1, 7), new RuleLine(1, "dW"), "line 1 of Linear, dW, is wrong"), new Verdict.Disagree(null));
        NodeReport s = leaf("s", 3, -0.0, 0, new Verdict.Kink(0, 1, "relu'(0) = 0"));
        NodeReport u = leaf("u", 4, -8, Double.NaN, new Verdict.Undefined("log(x) of a negative number at v1"));
        NodeReport k = leaf("λ", 5, Double.POSITIVE_INFINITY, 1e-17, new Verdict.Unresolved("noise"));
        ClaimReport claim = new ClaimReport(6, "dz/dx = 2x + 1", Judgement.WRONG, infix("+", Y, number(1)), scalar(3), "5 points",
                new Witness(List.of(new Binding("x", scalar(1.25)), new Binding("y", scalar(-0.5))), scalar(3.5), scalar(0.5)),
                new Mistake(List.of("lost-path", "factor"), "either one path of several or a factor"), null, "a hint");
        RuleReport hand = new RuleReport("Linear", 1, "dW", "2*X.T @ dZ", infix("*", number(2), rule), rule, new Verdict.Disagree(null),
                null, new Mistake(List.of("factor"), "2 times too large"), null, null);
        RuleReport below = new RuleReport("Linear", 2, "dV", "dW.T", rule, rule, new Verdict.Agree(false), null, null, new RuleLine(1, "dW"),
                "a hint");
        Diagnostic note = Diagnostic.note(new Span(2, 1, 12, 13), "W is used once", null);
        List<List<Binding>> points = List.of(List.of(new Binding("x", scalar(1))), List.of(new Binding("x", scalar(2))));
        return new Report(new SourceText("wrong\u202e.grad", "backward dW = 2*X.T @ dZ\nW = 1\n"), 7, Status.WRONG, List.of(note), "L",
                scalar(1e-3), null, List.of(w, s, u, k), List.of(claim), List.of(hand, below), points,
                List.of(new Warning("symmetric", "A", "a missing transpose cannot be seen")), null, 1);
    }

    private static NodeReport leaf(String name, int line, double value, double gradient, Verdict verdict) {
        return new NodeReport(name, Role.INPUT, null, null, line, Shape.SCALAR, scalar(value), scalar(gradient), null, List.of(), null,
                Double.NaN, 0, null, null, null, verdict);
    }

    /** The same report with another value of the output. */
    static Report withValue(Report r, Tensor value) {
        return new Report(r.source(), r.seed(), r.status(), r.diagnostics(), r.output(), value, r.definition(), r.nodes(), r.claims(),
                r.rules(), r.points(), r.warnings(), r.refusal(), r.operations());
    }

    /** A chain of so many nodes, the one in the middle unresolved. */
    public static Report chain(int count) {
        List<NodeReport> nodes = IntStream.range(0, count).mapToObj(k -> leaf("n" + k, 1, k, 1,
                k == count / 2 ? new Verdict.Unresolved("noise") : new Verdict.Agree(false))).toList();
        return new Report(new SourceText("chain.grad", ""), 0, Status.UNRESOLVED, List.of(), "n" + (count - 1), scalar(1), null, nodes,
                List.of(), List.of(), List.of(), List.of(), null, count);
    }

    public static Report unreadable() {
        Diagnostic error = Diagnostic.error(new Span(1, 5, 4, 5), "no node q", "did you mean p");
        return Report.unread(new SourceText("bad.grad", "p = q"), 0, List.of(error));
    }

    public static Report refused() {
        Diagnostic error = Diagnostic.refusal(null, "more than 200 levels of brackets", null);
        return Report.unread(new SourceText("deep.grad", ""), 0, List.of(error));
    }

    static Tensor scalar(double x) {
        return Tensor.scalar(x);
    }
}
