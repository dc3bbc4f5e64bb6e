package nabla.writer;

import static nabla.formula.Formula.infix;
import static nabla.formula.Formula.name;
import static nabla.formula.Formula.number;

import java.util.List;
import java.util.stream.IntStream;
import nabla.formula.Formula;
import nabla.report.Binding;
import nabla.report.ClaimReport;
import nabla.report.ClaimReport.Witness;
import nabla.report.Mistake;
import nabla.report.MistakeCode;
import nabla.report.NodeReport;
import nabla.report.NodeReport.Contribution;
import nabla.report.NodeReport.Details;
import nabla.report.NodeReport.Fault;
import nabla.report.NodeReport.Passes;
import nabla.report.NodeReport.Place;
import nabla.report.NodeReport.Role;
import nabla.report.NodeReport.Verification;
import nabla.report.Report;
import nabla.report.Report.Status;
import nabla.report.Report.Warning;
import nabla.report.RuleLine;
import nabla.report.RuleReport;
import nabla.report.WarningCode;
import nabla.report.Worst;
import nabla.report.Worst.Point;
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
        NodeReport x = new NodeReport(place("x", Role.INPUT, null, 2), passes(1, 3),
                new Verification(scalar(3), 4e-14, 1, new Worst(List.of(0, 0), 0.2, 3, 3, 4e-14, null), Evidence.DIFFERENCES, null, new Verdict.Agreement(false)),
                Details.of(null, List.of(), gradient, List.of(new Contribution("v1", scalar(1), Y, scalar(2), scalar(2)), unit("z"))));
        NodeReport y = new NodeReport(place("y", Role.INPUT, null, 3), passes(2, 1), right(),
                Details.of(null, List.of(), X, List.of(new Contribution("v1", scalar(1), X, scalar(1), scalar(1)))));
        NodeReport v1 = new NodeReport(place("v1", Role.INNER, "mul", 1), passes(2, 1), right(),
                Details.of(product, List.of(), number(1), List.of(unit("z"))));
        NodeReport z = new NodeReport(place("z", Role.OUTPUT, "add", 1), passes(3, 1), Verification.none(null),
                Details.of(infix("+", name("v1"), X), List.of(), number(1), List.of()));
        SourceText source = new SourceText("practice.grad", "z = x*y + x\nx = 1\ny = 2\ndz/dx = y + 1\n");
        ClaimReport claim = new ClaimReport(4, "dz/dx = y + 1", Judgement.RIGHT, "proved", new ClaimReport.Truth(gradient, scalar(3)), null,
                new ClaimReport.Remarks(null, null, null));
        Report.Graph graph = new Report.Graph("z", scalar(3), infix("+", product, X), List.of(x, y, v1, z), List.of(), 2);
        return new Report(new Report.Reading(source, List.of(), null), 0, Status.VERIFIED, graph, List.of(claim), List.of(), List.of());
    }

    private static Place place(String name, Role role, String op, int line) {
        return new Place(name, !name.startsWith("v"), role, op, line, null, null);
    }

    private static Passes passes(double value, double gradient) {
        return new Passes(Shape.SCALAR, scalar(value), scalar(gradient));
    }

    private static Verification right() {
        return new Verification(scalar(1), 2e-14, 1, null, Evidence.DIFFERENCES, null, new Verdict.Agreement(false));
    }

    private static Contribution unit(String via) {
        return new Contribution(via, scalar(1), number(1), scalar(1), scalar(1));
    }

    /** A hand-written rule twice too large, an undefined and a kinked gradient, a wrong claim, sampled points, a warning, a note. */
    public static Report wrong() {
        Shape shape = new Shape(2, 8);
        Tensor gradient = Tensor.of(shape, k -> k / 3.0);
        Formula rule = infix("@", new Formula.Transpose(name("X")), name("dZ"));
        NodeReport w = new NodeReport(place("W", Role.INPUT, null, 2), new Passes(shape, Tensor.of(shape, k -> k), gradient),
                new Verification(Tensor.of(shape, k -> k / 6.0), 1e-12, 16, new Worst(List.of(1, 7), 2.5e12, 5, 2.5, 1e-12, new Point(1)),
                        Evidence.DIFFERENCES, new Fault("Linear", 2, List.of(1, 7), new RuleLine(1, "dW"), "line 1 of Linear, dW, is wrong"),
                        new Verdict.Disagreement(null)),
                Details.of(null, List.of(), rule, List.of(new Contribution("Z", null, rule, null, gradient))));
        NodeReport s = leaf("s", 3, -0.0, 0, new Verdict.Kink(0, 1, "relu'(0) = 0"));
        NodeReport u = leaf("u", 4, -8, Double.NaN, new Verdict.Undefined("log(x) of a negative number at v1"));
        NodeReport k = leaf("λ", 5, Double.POSITIVE_INFINITY, 1e-17, new Verdict.Unresolved("noise"));
        ClaimReport claim = new ClaimReport(6, "dz/dx = 2x + 1", Judgement.WRONG, "5 points",
                new ClaimReport.Truth(infix("+", Y, number(1)), scalar(3)),
                new Witness(List.of(new Binding("x", scalar(1.25)), new Binding("y", scalar(-0.5))), scalar(3.5), scalar(0.5)),
                new ClaimReport.Remarks(new Mistake(List.of(MistakeCode.LOST_PATH, MistakeCode.FACTOR), "either one path of several or a factor"), null, "a hint"));
        RuleReport hand = new RuleReport("Linear", new RuleLine(1, "dW"), new RuleReport.Sides("2*X.T @ dZ", infix("*", number(2), rule), rule),
                new Verdict.Disagreement(null), null, new Mistake(List.of(MistakeCode.FACTOR), "2 times too large"), null, null);
        RuleReport below = new RuleReport("Linear", new RuleLine(2, "dV"), new RuleReport.Sides("dW.T", rule, rule), new Verdict.Agreement(false), null, null,
                new RuleLine(1, "dW"), "a hint");
        Diagnostic note = Diagnostic.note(new Span(2, 1, 12, 13), "W is used once", null);
        List<List<Binding>> points = List.of(List.of(new Binding("x", scalar(1))), List.of(new Binding("x", scalar(2))));
        SourceText source = new SourceText("wrong\u202e.grad", "backward dW = 2*X.T @ dZ\nW = 1\n");
        return new Report(new Report.Reading(source, List.of(note), null), 7, Status.WRONG,
                new Report.Graph("L", scalar(1e-3), null, List.of(w, s, u, k), points, 1), List.of(claim), List.of(hand, below),
                List.of(new Warning(WarningCode.SYMMETRIC, "A", "a missing transpose cannot be seen")));
    }

    private static NodeReport leaf(String name, int line, double value, double gradient, Verdict verdict) {
        return new NodeReport(place(name, Role.INPUT, null, line), passes(value, gradient), Verification.none(verdict), Details.NONE);
    }

    /** The same report with another value of the output. */
    static Report withValue(Report r, Tensor value) {
        Report.Graph graph = new Report.Graph(r.output(), value, r.definition(), r.nodes(), r.points(), r.operations());
        return new Report(r.reading(), r.seed(), r.status(), graph, r.claims(), r.rules(), r.warnings());
    }

    /** A chain of so many nodes, the one in the middle unresolved. */
    public static Report chain(int count) {
        List<NodeReport> nodes = IntStream.range(0, count).mapToObj(k -> leaf("n" + k, 1, k, 1,
                k == count / 2 ? new Verdict.Unresolved("noise") : new Verdict.Agreement(false))).toList();
        return of("chain.grad", Status.UNRESOLVED, new Report.Graph("n" + (count - 1), scalar(1), null, nodes, List.of(), count), List.of());
    }

    /** A report of an empty text. */
    static Report of(String file, Status status, Report.Graph graph, List<ClaimReport> claims) {
        return new Report(new Report.Reading(new SourceText(file, ""), List.of(), null), 0, status, graph, claims, List.of(), List.of());
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
