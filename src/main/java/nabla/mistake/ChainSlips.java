package nabla.mistake;

import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.add;
import static nabla.op.Algebra.constant;
import static nabla.op.Algebra.div;
import static nabla.op.Algebra.exp;
import static nabla.op.Algebra.log;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.neg;
import static nabla.op.Algebra.pow;
import static nabla.op.Algebra.sub;
import static nabla.report.MistakeCode.*;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.graph.Trait;
import nabla.op.Unary;

/** Mistakes with the rules of calculus: links of the chain, powers, quotients, wrong partial derivatives. */
final class ChainSlips {

    /** A scale made of sizes, as sqrt(d): where it happens to be 2 nothing is to be said of a factor 2. */
    static final List<Slip> SCALES = List.of(
            Slip.at(e -> e.is(Meaning.QUOTIENT) && e.argument() == 0 && isScale(e.other()), Codes.of(LOST_LINK), "the division by {other} in {use} is forgotten",
                    Edge::gradient),
            Slip.at(e -> e.is(Meaning.PRODUCT) && isScale(e.other()), Codes.of(LOST_LINK), "the factor {other} of {use} is forgotten", Edge::gradient));

    static final List<Slip> TABLE = List.of(
            Slip.at(ChainSlips::isFunction, Codes.of(LOST_LINK), "the derivative of {use} is forgotten", Edge::gradient),
            Slip.any(e -> e.is(Meaning.POWER) && e.argument() == 0, Codes.of(POWER_RULE),
                    "the power rule is wrong at {use}: (x^n)' = n*x^(n - 1)",
                    e -> powers(e.input(), e.use().argument(1)).map(e::times)),
            Slip.any(e -> e.is(Meaning.POWER) && e.argument() == 1, Codes.of(POWER_RULE),
                    "the power rule is used on {use}, where the variable is in the exponent",
                            e -> exponentials(e.use().argument(0), e.input()).map(e::times)),
            Slip.any(e -> e.is(Meaning.EXPONENTIAL), Codes.of(POWER_RULE), "the power rule is used on exp in {use}; the derivative of exp(x) is exp(x)",
                    e -> Stream.of(mul(e.input(), exp(sub(e.input(), ONE))), exp(sub(e.input(), ONE)), mul(e.input(), e.use()))
                            .map(e::times)),
            Slip.any(e -> e.is(Meaning.ROOT), Codes.of(POWER_RULE), "the power rule is wrong at {use}: the derivative of sqrt(x) is 1/(2*sqrt(x))",
                    e -> Stream.of(mul(0.5, e.use()), div(ONE, mul(2, e.input())), div(constant(2), e.use()), mul(2, e.use()),
                            div(ONE, e.use())).map(e::times)),
            Slip.at(e -> e.is(Meaning.ARC_TANGENT), Codes.of(POWER_RULE), "the square in the derivative of atan at {use} is missing",
                    e -> e.times(div(ONE, add(ONE, e.input())))),
            Slip.any(e -> e.is(Meaning.QUOTIENT) && e.argument() == 1, Codes.of(POWER_RULE, QUOTIENT_SIGN),
                    "the square is missing under {use}: the denominator of a quotient is squared in its derivative",
                    e -> Stream.of(neg(e.use()), e.use()).map(e::times)),
            Slip.at(e -> e.is(Meaning.QUOTIENT) && e.argument() == 0 && PathSlips.sizes(e).findAny().isPresent(), Codes.of(MEAN),
                    "1/{other} is there twice in the term through {use}", e -> e.times(div(ONE, pow(e.other(), 2)))),
            Slip.at(e -> e.is(Meaning.QUOTIENT) && e.argument() == 0, Codes.of(POWER_RULE), "the denominator of {use} is squared without need",
                    e -> e.times(div(ONE, pow(e.other(), 2)))),
            Slip.at(e -> e.is(Meaning.LOGARITHM, Meaning.QUOTIENT) && e.argument() == 0, Codes.of(POWER_RULE), "the derivative at {use} is turned over",
                    e -> e.times(e.is(Meaning.LOGARITHM) ? e.input() : e.other())),
            Slip.at(e -> e.is(Meaning.PRODUCT), Codes.of(POWER_RULE), "{other} is divided by at {use}, but it is a factor",
                    e -> e.times(div(ONE, e.other()))),
            Slip.at(e -> e.is(Meaning.QUOTIENT) && e.argument() == 1, Codes.of(QUOTIENT_SIGN),
                    "the sign in the quotient rule at {use} is wrong: f'*g - f*g'", e -> neg(e.rule())),
            Slip.at(e -> e.is(Meaning.PRODUCT), Codes.of(LOST_LINK), "the factor {other} of {use} is forgotten", Edge::gradient),
            Slip.at(e -> e.is(Meaning.PRODUCT) && isNegative(e.other()), Codes.of(LOST_LINK), "the factor in {other} of {use} is forgotten",
                    e -> neg(e.gradient())),
            Slip.at(e -> e.is(Meaning.QUOTIENT) && e.argument() == 0 && PathSlips.sizes(e).findAny().isEmpty(), Codes.of(LOST_LINK),
                    "the division by {other} in {use} is forgotten",
                    Edge::gradient),
            Slip.at(e -> e.is(Meaning.QUOTIENT) && e.argument() == 1, Codes.of(LOST_LINK), "the numerator of {use} is forgotten",
                    e -> e.times(div(constant(-1), pow(e.input(), 2)))),
            Slip.at(e -> e.is(Meaning.POWER) && e.argument() == 1, Codes.of(LOST_LINK), "the log({other}) in the derivative of {use} is forgotten",
                    e -> e.times(e.use())),
            Slip.at(e -> e.is(Meaning.NORM), Codes.of(LOST_LINK), "the division by the norm in the derivative of {use} is forgotten",
                    e -> e.times(e.input())),
            Slip.at(e -> e.is(Meaning.ROOT), Codes.of(LOST_LINK), "the division by the root in the derivative of {use} is forgotten",
                    e -> e.times(constant(0.5))),
            Slip.at(e -> e.is(Meaning.LOGARITHM_TO_BASE), Codes.of(LOST_LINK, FACTOR), "the logarithm of the base of {op} is forgotten",
                    e -> e.times(div(ONE, e.input()))),
            Slip.at(ChainSlips::isFunction, Codes.of(TIMES_NOT_OF), "the derivative at {use} is multiplied by {x}, not taken at it",
                    e -> mul(e.rule(), e.input())));

    /** A derivative taken at something else than the argument: cos(x) for sin(x^2); and what is left of a power without its base. */
    static final List<Slip> EARLIER = Stream.concat(IntStream.range(0, Edge.EARLIER).mapToObj(k -> Slip.at(
            e -> e.op().unary() != null || e.is(Meaning.POWER) && e.argument() == 0, Codes.of(ACTIVATION_AT),
            "the derivative of {op} is taken at {before " + k + "}, but it belongs at {x}", e -> earlier(e, k))
            .writing(e -> Stream.of(Edge.before(e.input(), k)))),
            Stream.of(Slip.any(e -> e.is(Meaning.POWER) && e.argument() == 0, Codes.of(POWER_RULE), "the power rule is wrong at {use}: (x^n)' = n*x^(n - 1)",
                    e -> remains(e.input(), e.use().argument(1)).map(e::times)))).toList();

    /** Functions whose derivatives are taken for one another. */
    private static final List<Unary> NAMES = Stream.of(Unary.values()).filter(op -> op.is(Trait.TEXTBOOK)).toList();

    /** Something else than the derivative at one use. */
    static final List<Slip> OTHER = List.of(
            Slip.at(e -> e.op().elementwise() && e.use().arguments().size() == 2 && !e.is(Meaning.SUM, Meaning.DIFFERENCE) && !isNumber(e.other()),
                    Codes.of(OTHER_VARIABLE),
                    "{use} is differentiated by {other}, not by {x}", ChainSlips::byOther),
            Slip.at(e -> !e.is(Meaning.MATRIX_PRODUCT), Codes.of(GRAD_FOR_VALUE), "the gradient of {other} stands where {other} itself belongs",
                    MatrixSlips::gradientForValue).writing(e -> Stream.of(e.pass().gradient(e.other()))),
            Slip.at(e -> e.is(Meaning.SUM, Meaning.DIFFERENCE), Codes.of(VALUE, TIMES_NOT_OF), "{x} stands where its derivative, 1, belongs",
                    e -> mul(e.rule(), e.input())),
            Slip.at(e -> isFunction(e) || e.is(Meaning.PRODUCT, Meaning.QUOTIENT), Codes.of(VALUE), "the value of {use} stands where its derivative belongs",
                    e -> e.times(e.use())),
            Slip.any(e -> NAMES.contains(e.op()), Codes.of(ACTIVATION_AT), "this is the derivative of another function than {op}",
                    e -> NAMES.stream().filter(other -> other != e.op()).map(other -> e.rule(new Apply(other, e.input()), e.gradient()))),
            Slip.any(e -> isFunction(e) || e.is(Meaning.PRODUCT, Meaning.QUOTIENT), Codes.of(INTEGRATED), "{use} is integrated, not differentiated",
                    e -> Stream.ofNullable(antiderivative(e)).map(e::times)));

    private ChainSlips() { }

    /** Functions of one number that are no activations, and powers. */
    private static boolean isFunction(Edge edge) {
        return edge.op().unary() != null && !ActivationSlips.isActivation(edge) && !edge.is(Meaning.NEGATION, Meaning.IDENTITY, Meaning.ABSOLUTE)
                || edge.is(Meaning.POWER) && edge.argument() == 0;
    }

    private static Stream<Node> powers(Node base, Node n) {
        Node less = sub(n, ONE);
        return Stream.of(mul(n, pow(base, n)), pow(base, less), mul(n, pow(base, add(n, ONE))), mul(less, pow(base, less)),
                mul(less, pow(base, n)), mul(n, base), div(pow(base, less), n), mul(pow(base, n), log(base)), mul(add(n, ONE), pow(base, n)));
    }

    private static Stream<Node> remains(Node base, Node n) {
        return Stream.of(n, pow(n, sub(n, ONE)), mul(n, pow(base, sub(n, constant(2)))));
    }

    private static Stream<Node> exponentials(Node base, Node exponent) {
        Node less = sub(exponent, ONE);
        return Stream.of(mul(exponent, pow(base, less)), pow(base, less), mul(mul(exponent, pow(base, less)), log(base)));
    }

    private static Node earlier(Edge edge, int place) {
        Node earlier = Edge.before(edge.input(), place);
        return earlier == null || !earlier.shape().equals(edge.input().shape()) ? null : edge.rule(edge.with(0, earlier), edge.gradient());
    }

    /** Whether a number is a function of sizes and other numbers. */
    private static boolean isScale(Node node) {
        Set<Node> numbers = new HashSet<>();
        boolean function = false;
        for (Node inner : node.shape().isScalar() ? Topology.order(List.of(node)) : List.<Node>of()) {
            boolean size = inner instanceof Constant || inner instanceof Apply use && use.op().is(Trait.OF_SHAPE);
            if (size || inner instanceof Apply && numbers.containsAll(inner.arguments())) {
                numbers.add(inner);
                function |= inner instanceof Apply use && use.op().unary() != null;
            }
        }
        return function && numbers.contains(node);
    }

    private static boolean isNegative(Node node) {
        return node instanceof Apply apply && apply.op().meaning() == Meaning.NEGATION;
    }

    private static boolean isNumber(Node node) {
        return node instanceof Constant;
    }

    private static Node byOther(Edge edge) {
        Node term = edge.op().adjoint(1 - edge.argument(), edge.use(), edge.gradient());
        return edge.use().argument(0) == edge.use().argument(1) ? null : term;
    }

    private static Node antiderivative(Edge edge) {
        Node x = edge.input();
        if (edge.op().meaning() == Meaning.POWER) {
            Node more = add(edge.other(), ONE);
            return div(pow(x, more), more);
        } else if (edge.is(Meaning.PRODUCT, Meaning.QUOTIENT)) {
            boolean denominator = edge.is(Meaning.QUOTIENT) && edge.argument() == 1;
            return denominator ? mul(edge.other(), log(x)) : mul(0.5, mul(x, edge.use()));
        }
        return ((Unary) edge.op()).integral(x, edge.use());
    }
}
