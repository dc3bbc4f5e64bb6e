package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.op.Algebra;
import nabla.tensor.Shape;

/** Mistakes with matrix products and with sums over examples. */
final class MatrixSlips {

    static final List<Slip> TABLE = List.of(
            Slip.any(e -> e.is(Meaning.MATRIX_PRODUCT), Codes.of(TRANSPOSE), "a transpose or the order of the factors is wrong in the rule of {use}",
                    MatrixSlips::products),
            Slip.any(e -> e.is(Meaning.MATRIX_PRODUCT), Codes.of(MATMUL_OR_ELEMENTWISE), "* stands where @ belongs in the rule of {use}",
                    e -> pairs(e).stream().map(Pair::times)),
            Slip.any(e -> e.is(Meaning.PRODUCT) && !e.use().shape().isScalar(), Codes.of(MATMUL_OR_ELEMENTWISE),
                    "@ stands where * belongs in the rule of {use}",
                    MatrixSlips::products),
            Slip.any(Edge::isStretched, Codes.of(BIAS_SUM), "{x} is used for every example, so its gradient is the sum over them, not the mean",
                    e -> Stream.of(mean(e))),
            Slip.any(Edge::isStretched, Codes.of(BIAS_SUM), "the sum over the examples is forgotten: {x} is used for every one of them",
                    e -> Stream.of(e.rule())),
            Slip.any(Edge::isStretched, Codes.of(BIAS_SUM), "the sum for {x} is taken over the wrong axis",
                    e -> Stream.of(Algebra.sum(e.rule(), 0), Algebra.sum(e.rule(), 1), Algebra.sum(e.rule()),
                            Algebra.transpose(Algebra.sum(e.rule(), 0)), Algebra.transpose(Algebra.sum(e.rule(), 1)))),
            Slip.at(e -> e.is(Meaning.MATRIX_PRODUCT), Codes.of(GRAD_FOR_VALUE), "the gradient of {other} stands where {other} itself belongs",
                    MatrixSlips::gradientForValue).writing(e -> Stream.of(e.pass().gradient(e.other()))),
            Slip.at(e -> before(e.other()) != null && !(e.other() instanceof Apply use && use.op().meaning() == Meaning.NEGATION), Codes.of(ACTIVATION_AT),
                    "{before other 0} stands where {other} belongs", e -> replaced(e, before(e.other())))
                    .writing(e -> Stream.of(before(e.other()))));

    /** Another matrix than the other factor: the input of a layer where its output belongs. */
    static final List<Slip> EARLIER = IntStream.range(0, Edge.EARLIER).mapToObj(k -> Slip.at(e -> e.is(Meaning.MATRIX_PRODUCT), Codes.of(ACTIVATION_AT),
            "{before other " + k + "} stands where {other} belongs", e -> product(e, Edge.before(e.other(), k)))
            .writing(e -> Stream.of(Edge.before(e.other(), k)))).toList();

    private MatrixSlips() { }

    static Node gradientForValue(Edge edge) {
        return replaced(edge, edge.pass().gradient(edge.other()));
    }

    /** The rule of a matrix product with another node in place of the other factor; null where that does not fit. */
    private static Node product(Edge edge, Node node) {
        if (node == null) {
            return null;
        }
        Node turned = Algebra.transpose(node);
        return (edge.argument() == 0 ? new Pair(edge.gradient(), turned) : new Pair(turned, edge.gradient())).product();
    }

    /** The rule with another node in place of the other argument; null for an operation that has not two. */
    private static Node replaced(Edge edge, Node node) {
        boolean two = edge.use().arguments().size() == 2 && edge.other() != edge.input() && !(edge.other() instanceof Constant)
                && !edge.is(Meaning.SUM, Meaning.DIFFERENCE);
        return two ? edge.rule(edge.with(1 - edge.argument(), node), edge.gradient()) : null;
    }

    /** What an entry-by-entry function of one thing is applied to, as z of sigmoid(z) or of 1 - z. */
    private static Node before(Node node) {
        List<Node> arguments = node.arguments().stream().filter(argument -> !(argument instanceof Constant)).toList();
        boolean function = node instanceof Apply apply && apply.op().elementwise() && arguments.size() == 1;
        return function && arguments.get(0).shape().equals(node.shape()) ? arguments.get(0) : null;
    }

    static Node mean(Edge edge) {
        double copies = (double) edge.rule().shape().count() / edge.input().shape().count();
        return Algebra.mul(1 / copies, edge.rule());
    }

    /** Two factors, one of them or both possibly transposed. */
    private record Pair(Node left, Node right) {

        Node product() {
            return left.shape().columns() == right.shape().rows() ? Algebra.matmul(left, right) : null;
        }

        Node times() {
            return left.shape().broadcast(right.shape()) == null ? null : Algebra.mul(left, right);
        }
    }

    private static Stream<Node> products(Edge edge) {
        Shape shape = edge.input().shape();
        return pairs(edge).stream().map(Pair::product).filter(product -> product != null
                && (product.shape().equals(shape) || product.shape().equals(shape.transposed())));
    }

    private static List<Pair> pairs(Edge edge) {
        List<Pair> pairs = new ArrayList<>();
        for (Node g : turned(edge.gradient())) {
            for (Node value : turned(edge.other())) {
                pairs.add(new Pair(g, value));
                pairs.add(new Pair(value, g));
            }
        }
        return pairs;
    }

    private static List<Node> turned(Node node) {
        return List.of(node, Algebra.transpose(node));
    }
}
