package nabla.mistake;

import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.constant;
import static nabla.op.Algebra.div;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.neg;
import static nabla.op.Algebra.sub;
import static nabla.op.Algebra.sum;
import static nabla.report.MistakeCode.*;

import java.util.List;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.op.Algebra;

/** Mistakes with softmax and with losses over probabilities. */
final class ClassifierSlips {

    static final List<Slip> TABLE = List.of(
            Slip.at(e -> e.is(Meaning.SOFTMAX), Codes.of(SOFTMAX_DIAGONAL),
                    "only the diagonal p*(1 - p) of the softmax Jacobian is used; every p depends on every entry of {x}",
                    e -> mul(e.gradient(), bell(e.use()))),
            Slip.at(e -> e.is(Meaning.SOFTMAX), Codes.both(SOFTMAX_DIAGONAL, LOST_UPSTREAM),
                    "only the diagonal p*(1 - p) of the softmax Jacobian is used, and the upstream gradient of {use} is forgotten",
                    e -> bell(e.use())),
            Slip.at(e -> e.is(Meaning.SOFTMAX), Codes.of(SOFTMAX_DIAGONAL, LOST_PATH),
                    "only p of the softmax Jacobian diag(p) - p*p.T is used", e -> mul(e.gradient(), e.use())),
            Slip.at(e -> e.is(Meaning.SOFTMAX), Codes.of(EXTRA_ACTIVATION),
                    "p*(1 - p) is multiplied by once more; the rule of softmax has it already",
                    e -> mul(e.rule(), bell(e.use()))),
            Slip.any(e -> e.is(Meaning.SOFTMAX) && !e.use().shape().isVector(), Codes.of(SOFTMAX_SUM, BIAS_SUM),
                    "the sum in the softmax rule of {use} is taken over the wrong axis",
                    e -> Stream.of(-1, 0, 1).map(axis -> mul(e.use(), sub(e.gradient(), sum(mul(e.gradient(), e.use()), axis))))),
            Slip.at(e -> e.is(Meaning.SOFTMAX), Codes.of(LOST_ACTIVATION, LOST_LINK), "the derivative of softmax is forgotten",
                    Edge::gradient),
            Slip.at(e -> e.is(Meaning.SOFTMAX), Codes.of(LOST_LINK), "the factor p in the softmax rule of {use} is forgotten",
                    e -> div(e.rule(), e.use())),
            Slip.at(e -> e.is(Meaning.LOG_SOFTMAX), Codes.of(SOFTMAX_SUM),
                    "p times the sum of the upstream gradient belongs there, not p alone", e -> sub(e.gradient(), softmax(e))),
            Slip.at(e -> e.is(Meaning.LOG_SOFTMAX), Codes.of(SOFTMAX_DIAGONAL), "only the diagonal 1 - p of the Jacobian is used",
                    e -> mul(e.gradient(), sub(ONE, softmax(e)))),
            Slip.at(e -> e.is(Meaning.LOG_SOFTMAX), Codes.of(LOST_PATH), "the path through the normalising sum of {use} is lost",
                    Edge::gradient),
            Slip.at(ClassifierSlips::isLogits, Codes.of(SOFTMAX_SUM), "p - y holds where the entries of {other} add up to 1; here they do not",
                    e -> scaled(e, sub(softmax(e), e.other()))),
            Slip.at(ClassifierSlips::isLogits, Codes.of(SOFTMAX_DIAGONAL), "only the diagonal p*(1 - p) of the softmax Jacobian is used",
                    e -> scaled(e, neg(mul(e.other(), sub(ONE, softmax(e)))))),
            Slip.at(ClassifierSlips::isLogits, Codes.of(SOFTMAX_SUM), "the logits {x} stand where the probabilities softmax({x}) belong",
                    e -> scaled(e, sub(e.input(), e.other()))),
            Slip.at(ClassifierSlips::isLogits, Codes.of(LOST_ACTIVATION, LOST_LINK),
                    "this is the gradient of the probabilities, the derivative of softmax is missing",
                    e -> scaled(e, neg(div(e.other(), softmax(e))))),
            Slip.at(ClassifierSlips::isLogits, Codes.of(EXTRA_ACTIVATION),
                    "the derivative p*(1 - p) is not multiplied by: cross-entropy has cancelled it",
                    e -> mul(e.rule(), bell(softmax(e)))),
            Slip.at(ClassifierSlips::isProbabilities, Codes.of(EXTRA_ACTIVATION),
                    "p*(1 - p) is too much: this is the gradient of {x}, which has no activation behind it",
                            e -> mul(e.rule(), bell(e.input()))),
            Slip.at(e -> e.is(Meaning.BINARY_CROSS_ENTROPY) && isProbabilities(e), Codes.of(LOST_PATH),
                    "the term with 1 - {other} of {use} is forgotten",
                    e -> scaled(e, neg(div(e.other(), e.input())))),
            Slip.at(e -> e.is(Meaning.BINARY_CROSS_ENTROPY) && isProbabilities(e), Codes.of(LOST_PATH),
                    "the term with {other} of {use} is forgotten",
                    e -> scaled(e, div(sub(ONE, e.other()), sub(ONE, e.input())))),
            Slip.at(e -> e.is(Meaning.BINARY_CROSS_ENTROPY) && isProbabilities(e), Codes.of(SIGN),
                    "the sign of the second term of {use} is wrong",
                    e -> scaled(e, neg(div(e.other(), e.input())), neg(div(sub(ONE, e.other()), sub(ONE, e.input()))))));

    private ClassifierSlips() { }

    private static boolean isLogits(Edge edge) {
        return edge.is(Meaning.SOFTMAX_CROSS_ENTROPY) && edge.argument() == 0;
    }

    private static boolean isProbabilities(Edge edge) {
        return (edge.is(Meaning.CROSS_ENTROPY) || edge.is(Meaning.BINARY_CROSS_ENTROPY)) && edge.argument() == 0;
    }

    private static Node bell(Node p) {
        return mul(p, sub(ONE, p));
    }

    private static Node softmax(Edge edge) {
        return new Apply(edge.op().probabilities(), edge.input());
    }

    /** The sum of the terms, divided by the number of examples as the loss is, times the upstream gradient. */
    private static Node scaled(Edge edge, Node... terms) {
        Node total = terms[0];
        for (int k = 1; k < terms.length; k++) {
            total = Algebra.add(total, terms[k]);
        }
        return mul(edge.gradient(), div(total, constant(edge.op().averaged(edge.use()))));
    }
}
