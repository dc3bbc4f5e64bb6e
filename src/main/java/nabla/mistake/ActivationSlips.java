package nabla.mistake;

import static nabla.report.MistakeCode.*;

import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.ZERO;
import static nabla.op.Algebra.add;
import static nabla.op.Algebra.exp;
import static nabla.op.Algebra.gt;
import static nabla.op.Algebra.le;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.pow;
import static nabla.op.Algebra.sigmoid;
import static nabla.op.Algebra.sub;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Trait;
import nabla.op.Algebra;

/** Mistakes at activation functions a = f(z), at maxima and at clipping. The exemplar of a table of slips. */
final class ActivationSlips {

    /** Slopes that are the derivative of some activation, or look like one, as written over z and a. */
    private enum Slope {
        SIGMOID("{use}*(1 - {use})", (z, a) -> mul(a, sub(ONE, a)), (z, a) -> a),
        TANH("1 - {use}^2", (z, a) -> sub(ONE, pow(a, 2)), (z, a) -> a),
        STEP("{x} > 0", (z, a) -> gt(z, ZERO), (z, a) -> gt(z, ZERO)),
        SIGMOID_OF_Z("{x}*(1 - {x})", (z, a) -> mul(z, sub(ONE, z)), (z, a) -> z),
        TANH_OF_Z("1 - {x}^2", (z, a) -> sub(ONE, pow(z, 2)), (z, a) -> z),
        MIXED("{use}*(1 - {x})", (z, a) -> mul(a, sub(ONE, z)), (z, a) -> a),
        MIXED_TOO("{x}*(1 - {use})", (z, a) -> mul(z, sub(ONE, a)), (z, a) -> a),
        REST("1 - {use}", (z, a) -> sub(ONE, a), (z, a) -> a),
        REST_OF_Z("1 - {x}", (z, a) -> sub(ONE, z), (z, a) -> z),
        REST_SQUARED("(1 - {use})^2", (z, a) -> pow(sub(ONE, a), 2), (z, a) -> a),
        SQUARE("{use}^2", (z, a) -> pow(a, 2), (z, a) -> a),
        SQUARE_LESS("{use} - {use}^2", (z, a) -> sub(a, pow(a, 2)), (z, a) -> a),
        SIGN_INSIDE("{use}*(1 + {use})", (z, a) -> mul(a, add(ONE, a)), (z, a) -> a),
        SIGN_INSIDE_TOO("1 + {use}^2", (z, a) -> add(ONE, pow(a, 2)), (z, a) -> a),
        SECH("1/cosh({x})", (z, a) -> Algebra.div(ONE, Algebra.cosh(z)), (z, a) -> Algebra.cosh(z)),
        LOGISTIC("sigmoid({x})", (z, a) -> sigmoid(z), (z, a) -> sigmoid(z)),
        LOGISTIC_SLOPE("sigmoid'({x})", (z, a) -> mul(sigmoid(z), sub(ONE, sigmoid(z))), (z, a) -> sigmoid(z)),
        LOGISTIC_REST("1 - sigmoid({x})", (z, a) -> sub(ONE, sigmoid(z)), (z, a) -> sigmoid(z)),
        EXP("exp({x})", (z, a) -> exp(z), (z, a) -> exp(z));

        private final String text;
        private final BinaryOperator<Node> slope;
        private final BinaryOperator<Node> written;

        /** {@code written} is what of the slope stands in the answer, in whatever way the rest is put. */
        Slope(String text, BinaryOperator<Node> slope, BinaryOperator<Node> written) {
            this.text = text;
            this.slope = slope;
            this.written = written;
        }
    }

    private ActivationSlips() { }

    /** Made when it is asked for: what only wants to know whether an edge is an activation needs no table. */
    static List<Slip> table() {
        List<Slip> rows = new ArrayList<>(List.of(
                Slip.at(ActivationSlips::isRectifier, Codes.of(MASK, LOST_ACTIVATION),
                        "the mask is dropped: the derivative of {use} is not 1 where {x} is negative", Edge::gradient),
                Slip.at(ActivationSlips::isRectifier, Codes.of(MASK, TIMES_NOT_OF),
                        "{op} of {x} is used as the mask; the mask is its derivative, 1 where {x} > 0", e -> e.times(e.use())),
                Slip.at(ActivationSlips::isRectifier, Codes.of(MASK), "{x} itself is used as the mask", e -> e.times(e.input())),
                Slip.at(ActivationSlips::isRectifier, Codes.of(MASK), "the mask is taken from the gradient of {use}; it is 1 where {x} > 0",
                        e -> e.times(gt(e.gradient(), ZERO))).writing(e -> Stream.of(gt(e.gradient(), ZERO))),
                Slip.at(ActivationSlips::isRectifier, Codes.of(MASK), "the mask is turned round: it is 1 where {x} > 0",
                        e -> e.times(le(e.input(), ZERO))).writing(e -> Stream.of(le(e.input(), ZERO))),
                Slip.at(ActivationSlips::isSloped, Codes.of(MASK), "the slope below zero is forgotten: {op} is not relu",
                        e -> e.times(gt(e.use().argument(0), ZERO))),
                Slip.at(ActivationSlips::isChoice, Codes.of(MASK), "the mask is dropped: {use} passes its gradient on to the one it selects only",
                        Edge::gradient),
                Slip.at(ActivationSlips::isChoice, Codes.of(MASK), "the mask is turned round: the gradient belongs to the one that {op} selects",
                        e -> sub(e.gradient(), e.rule())),
                Slip.at(ActivationSlips::isChoice, Codes.of(MASK, TIMES_NOT_OF), "{use} itself is used as the mask", e -> e.times(e.use())),
                Slip.at(ActivationSlips::isPick, Codes.of(MASK), "the mask is dropped: {use} passes its gradient on to the entries that win only", Edge::gradient),
                Slip.any(ActivationSlips::isPick, Codes.of(MASK), "the mask of relu stands where that of the entries that win belongs",
                        e -> Stream.of(gt(e.input(), ZERO), gt(e.use(), ZERO)).map(e::times)),
                Slip.at(ActivationSlips::isPick, Codes.of(MASK, TIMES_NOT_OF), "{x} itself is used as the mask; it is 1 where an entry wins", e -> e.times(e.input())),
                Slip.any(e -> e.is(Meaning.PRODUCT) && isMask(e.other()), Codes.of(MASK), "the mask of relu stands where {other} belongs",
                        e -> Stream.of(gt(e.input(), ZERO), gt(e.use(), ZERO)).map(e::times)),
                Slip.at(ActivationSlips::isSmooth, Codes.of(LOST_ACTIVATION), "the derivative of {use} is forgotten", Edge::gradient),
                Slip.at(ActivationSlips::isSmooth, Codes.of(TIMES_NOT_OF), "the derivative of {op} is multiplied by {x}, not taken at it",
                        e -> mul(e.rule(), e.input())),
                Slip.at(ActivationSlips::isSmooth, Codes.of(VALUE, ACTIVATION_AT), "{use} itself stands where its derivative belongs",
                        e -> e.times(e.use())),
                Slip.at(ActivationSlips::isSmooth, Codes.of(ACTIVATION_AT), "the derivative of {op} is taken at {use}, but it belongs at {x}",
                        e -> e.rule(e.with(0, e.use()), e.gradient())).writing(e -> Stream.of(e.use())),
                Slip.at(ActivationSlips::isActivation, Codes.of(EXTRA_ACTIVATION), "the derivative of {use} is multiplied in once too often",
                        e -> mul(e.rule(), e.rule(Algebra.ones(e.use().shape()))))));
        for (Slope slope : Slope.values()) {
            rows.add(Slip.at(ActivationSlips::isActivation, Codes.of(ACTIVATION_AT),
                    slope.text + " is not the derivative of {op}", e -> e.times(slope.slope.apply(e.input(), e.use())))
                    .writing(e -> Stream.of(slope.written, slope.slope).map(part -> part.apply(e.input(), e.use()))));
        }
        return rows;
    }

    /** Whether a factor is 0 or one number: a comparison, perhaps scaled. */
    private static boolean isMask(Node node) {
        if (!(node instanceof Apply use)) {
            return false;
        }
        boolean scaled = use.arguments().size() == 2 && (use.op().meaning() == Meaning.QUOTIENT || use.op().meaning() == Meaning.PRODUCT);
        return use.op().meaning().compares() || scaled && use.argument(1) instanceof Constant && isMask(use.argument(0));
    }

    static boolean isSmooth(Edge edge) {
        return edge.op().is(Trait.CURVE);
    }

    static boolean isRectifier(Edge edge) {
        return edge.op().is(Trait.BEND) && edge.argument() == 0;
    }

    private static boolean isSloped(Edge edge) {
        return isRectifier(edge) && edge.use().arguments().size() > 1;
    }

    static boolean isChoice(Edge edge) {
        return edge.op().is(Trait.CHOOSES);
    }

    private static boolean isPick(Edge edge) {
        return edge.op().is(Trait.PICKS);
    }

    static boolean isActivation(Edge edge) {
        return isSmooth(edge) || isRectifier(edge) && edge.op().is(Trait.ACTIVATION);
    }
}
