package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.List;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.op.Layouts;

/** Lost paths, signs and factors: mistakes that can be made at any use. */
final class PathSlips {

    /** At a mean or a variance that normalises: there the formula of a lost path is also that of other slips inside it. */
    static final List<Slip> STATISTICS = List.of(
            Slip.at(PathSlips::isStatistic, Codes.of(NORM_PATH, LOST_PATH), "the path through {use} is lost: it depends on {x} too",
                    e -> Algebra.zeros(e.input().shape())));

    static final List<Slip> LOST = List.of(
            Slip.at(e -> !isStatistic(e) && isLast(e), Codes.of(LOST_PATH), "the direct path from {x} to {use} is lost (= instead of +=)",
                    e -> Algebra.zeros(e.input().shape())),
            Slip.at(e -> !isStatistic(e) && !isLast(e), Codes.of(LOST_PATH), "the path through {use} is lost (= instead of +=)",
                    e -> Algebra.zeros(e.input().shape())),
            Slip.at(e -> e.is(Meaning.DIFFERENCE) && e.argument() == 1, Codes.of(SIGN), "the minus before {x} in {use} is forgotten", Edge::gradient),
            Slip.at(e -> e.is(Meaning.NEGATION), Codes.of(SIGN), "the minus of {use} is forgotten", Edge::gradient),
            Slip.at(e -> isStatistic(e) && e.reduction() > 1, Codes.of(NORM_PATH), "n where {use} has n - 1, or the reverse",
                    e -> Algebra.mul(e.reduction() / (e.reduction() - 1.0), e.rule())),
            Slip.at(e -> isStatistic(e) && e.reduction() > 1, Codes.of(NORM_PATH), "n where {use} has n - 1, or the reverse",
                    e -> Algebra.mul((e.reduction() - 1.0) / e.reduction(), e.rule())),
            Slip.any(e -> e.is(Meaning.QUOTIENT) && e.argument() == 0, Codes.of(MEAN), "the 1/m in {use} is missing",
                    e -> sizes(e).map(size -> Algebra.mul(size, e.rule()))),
            Slip.at(e -> e.is(Meaning.MEAN), Codes.of(MEAN), "the 1/n of {use} is missing", e -> Algebra.mul(e.reduction(), e.rule())),
            Slip.at(e -> e.is(Meaning.MEAN), Codes.of(MEAN), "the 1/n of {use} is there twice",
                    e -> Algebra.mul(1.0 / e.reduction(), e.rule())),
            Slip.any(e -> Layouts.repeats(e.use()), Codes.of(LOST_PATH), "{use} takes an entry more than once: its gradients are added up, not overwritten",
                    e -> Stream.of(true, false).map(last -> Layouts.overwritten(e.use(), e.gradient(), last))));

    static final List<Slip> SIGNS = List.of(
            Slip.at(PathSlips::isTerm, Codes.of(SIGN), "the sign of the term through {use} is flipped", e -> Algebra.neg(e.rule())));

    static final List<Slip> SCALED = List.of(
            Slip.at(PathSlips::isTerm, Codes.of(FACTOR), "the term through {use} is counted twice", e -> Algebra.mul(2, e.rule())),
            Slip.at(PathSlips::isTerm, Codes.of(FACTOR), "the term through {use} is half of what it should be", e -> Algebra.mul(0.5, e.rule())));

    private PathSlips() { }

    private static boolean isLast(Edge edge) {
        return edge.use() == edge.pass().root();
    }

    /** Whether this is all that a use contributes: of x*x the two halves are no terms of their own. */
    private static boolean isTerm(Edge edge) {
        return edge.use().arguments().stream().filter(argument -> argument == edge.input()).count() == 1;
    }

    /** The sizes, as m or rows(X), in a divisor; none under a root, as sqrt(d). */
    static Stream<Node> sizes(Edge edge) {
        List<Node> divisor = Topology.order(List.of(edge.other()));
        boolean function = divisor.stream().anyMatch(node -> node instanceof Apply use && use.op().unary() != null);
        return function ? Stream.empty() : divisor.stream().filter(node -> !Double.isNaN(edge.pass().size(node)));
    }

    /** Whether a use gathers entries for all of them: a mean or a variance that normalises, no loss. */
    static boolean isStatistic(Edge edge) {
        boolean statistic = edge.is(Meaning.MEAN) || edge.is(Meaning.VARIANCE) || edge.is(Meaning.DEVIATION)
                || edge.is(Meaning.ENTRY_SUM) && isDivided(edge);
        return statistic && edge.isSpread();
    }

    /** Whether a sum is a mean, or something is divided by it. */
    private static boolean isDivided(Edge edge) {
        Places dependents = Topology.dependents(edge.pass().order(), List.of(edge.use()));
        return edge.pass().order().stream().anyMatch(node -> node instanceof Apply use && use.op().meaning() == Meaning.QUOTIENT
                && (use.argument(0) == edge.use() || dependents.contains(use.argument(1))));
    }

    /** Whether there is one in a graph. */
    static boolean isIn(Backprop pass) {
        return Edge.of(pass, pass.order()).stream().anyMatch(PathSlips::isStatistic);
    }
}
