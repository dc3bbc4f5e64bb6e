package nabla.simplify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.op.Binary;
import nabla.op.Diagonals;
import nabla.op.Leaves;
import nabla.op.Matmul;
import nabla.op.Sum;
import nabla.op.Ternary;
import nabla.op.Transpose;
import nabla.op.Unary;
import nabla.op.Winner;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * True identities, as a person would use them in a derivation, that change no domain. Made of bare operations: nothing here folds or
 * simplifies.
 */
final class Identities {

    private final List<UnaryOperator<Node>> all = new ArrayList<>();

    Identities() {
        arithmetic();
        functions();
        pieces();
        matrices();
    }

    List<UnaryOperator<Node>> all() {
        return all;
    }

    private void arithmetic() {
        binary(Binary.ADD, (a, b) -> add(b, a));
        binary(Binary.MUL, (a, b) -> mul(b, a));
        binary(Binary.SUB, (a, b) -> add(a, neg(b)));
        binary(Binary.SUB, (a, b) -> neg(sub(b, a)));
        binary(Binary.DIV, (a, b) -> mul(a, div(number(1), b)));
        binary(Binary.DIV, (a, b) -> neg(div(a, neg(b))));
        binary(Binary.ADD, (a, b) -> is(a, Binary.ADD) ? add(left(a), add(right(a), b)) : null);
        binary(Binary.SUB, (a, b) -> is(a, Binary.SUB) ? sub(left(a), add(right(a), b)) : null);
        binary(Binary.MUL, (a, b) -> is(a, Binary.MUL) ? mul(left(a), mul(right(a), b)) : null);
        binary(Binary.MUL, (a, b) -> is(b, Binary.ADD) ? add(mul(a, left(b)), mul(a, right(b))) : null);
        binary(Binary.MUL, (a, b) -> is(b, Binary.SUB) ? sub(mul(a, left(b)), mul(a, right(b))) : null);
        binary(Binary.MUL, (a, b) -> is(b, Binary.DIV) ? div(mul(a, left(b)), right(b)) : null);
        binary(Binary.DIV, (a, b) -> is(a, Binary.ADD) ? add(div(left(a), b), div(right(a), b)) : null);
        binary(Binary.DIV, (a, b) -> is(a, Binary.DIV) ? div(left(a), mul(right(a), b)) : null);
        binary(Binary.MUL, (a, b) -> a == b ? pow(a, 2) : null);
        binary(Binary.ADD, (a, b) -> a == b ? mul(number(2), a) : null);
        all.add(a -> neg(neg(a)));
        all.add(a -> sub(mul(number(3), a), mul(number(2), a)));
        all.add(a -> div(mul(a, number(6)), number(6)));
        all.add(a -> a.shape().isScalar() ? div(mul(a, exp(sin(a))), exp(sin(a))) : null);
        unary(Unary.NEG, a -> mul(number(-1), a));
    }

    private void functions() {
        unary(Unary.EXP, a -> div(number(1), exp(neg(a))));
        unary(Unary.EXP, a -> is(a, Binary.ADD) ? mul(exp(left(a)), exp(right(a))) : null);
        unary(Unary.EXP, a -> pow(exp(div(a, number(2))), 2));
        unary(Unary.SQRT, a -> pow(a, 0.5));
        unary(Unary.SQRT, a -> mul(number(0.5), sqrt(mul(number(4), a))));
        unary(Unary.LOG, a -> neg(log(div(number(1), a))));
        unary(Unary.LOG, a -> sub(log(mul(number(2), a)), log(number(2))));
        unary(Unary.SIN, a -> neg(sin(neg(a))));
        unary(Unary.TANH, a -> sub(mul(number(2), sigmoid(mul(number(2), a))), number(1)));
        unary(Unary.TANH, a -> neg(new Apply(Unary.TANH, neg(a))));
        unary(Unary.SIGMOID, a -> div(number(1), add(number(1), exp(neg(a)))));
        unary(Unary.SIGMOID, a -> sub(number(1), sigmoid(neg(a))));
        unary(Unary.SIGMOID, a -> div(exp(a), add(exp(a), number(1))));
    }

    private void pieces() {
        unary(Unary.ABS, a -> new Apply(Unary.ABS, neg(a)));
        unary(Unary.ABS, a -> sqrt(pow(a, 2)));
        unary(Unary.RELU, a -> new Apply(null, Winner.MAX, List.of(a, number(0))));
        unary(Unary.RELU, a -> mul(a, new Apply(Binary.GT, a, number(0))));
        binary(Winner.MAX, (a, b) -> new Apply(null, Winner.MAX, List.of(b, a)));
        binary(Winner.MAX, (a, b) -> neg(new Apply(null, Winner.MIN, List.of(neg(b), neg(a)))));
        binary(Winner.MAX, (a, b) -> a instanceof Input && b instanceof Input
                ? new Apply(null, Ternary.WHERE, List.of(new Apply(Binary.GE, a, b), a, b)) : null);
        binary(Binary.GT, (a, b) -> new Apply(Binary.LT, b, a));
        binary(Binary.GT, (a, b) -> new Apply(Binary.GT, sub(a, b), number(0)));
    }

    private void matrices() {
        all.add(a -> a.shape().isScalar() ? null : turn(turn(a)));
        all.add(a -> a.shape().isScalar() ? null : product(a, Leaves.eye(a.shape().columns())));
        binary(new Matmul(), (a, b) -> turn(product(turn(b), turn(a))));
        binary(new Matmul(), (a, b) -> is(a, new Matmul()) ? product(left(a), product(right(a), b)) : null);
        binary(new Matmul(), (a, b) -> same(b, Binary.ADD) ? add(product(a, left(b)), product(a, right(b))) : null);
        binary(new Matmul(), (a, b) -> div(product(mul(number(2), a), b), number(2)));
        unary(new Transpose(), a -> same(a, Binary.ADD) ? add(turn(left(a)), turn(right(a))) : null);
        unary(new Transpose(), a -> same(a, Binary.MUL) ? mul(turn(left(a)), turn(right(a))) : null);
        unary(new Sum(-1), a -> new Apply(new Sum(-1), turn(a)));
        unary(new Sum(-1), a -> new Apply(new Sum(0), new Apply(new Sum(1), a)));
        unary(new Sum(-1), a -> same(a, Binary.MUL) ? trace(product(turn(left(a)), right(a))) : null);
        unary(new Sum(0), a -> product(ones(1, a.shape().rows()), a));
        unary(new Sum(1), a -> product(a, ones(a.shape().columns(), 1)));
        unary(new Diagonals.Trace(), a -> is(a, new Matmul()) ? trace(product(right(a), left(a))) : null);
    }

    private void unary(Op op, UnaryOperator<Node> identity) {
        all.add(node -> is(node, op) ? identity.apply(left(node)) : null);
    }

    private void binary(Op op, BinaryOperator<Node> identity) {
        all.add(node -> is(node, op) && node.arguments().size() == 2 ? identity.apply(left(node), right(node)) : null);
    }

    private static boolean is(Node node, Op op) {
        return node instanceof Apply apply && apply.op().equals(op);
    }

    /** The operation between two of the same shape. */
    private static boolean same(Node node, Op op) {
        return is(node, op) && left(node).shape().equals(right(node).shape());
    }

    private static Node left(Node node) {
        return node.arguments().get(0);
    }

    private static Node right(Node node) {
        return node.arguments().get(1);
    }

    private static Node number(double value) {
        return new Constant(value);
    }

    private static Node ones(int rows, int columns) {
        return new Constant(Tensor.filled(new Shape(rows, columns), 1));
    }

    private static Node add(Node a, Node b) {
        return new Apply(Binary.ADD, a, b);
    }

    private static Node sub(Node a, Node b) {
        return new Apply(Binary.SUB, a, b);
    }

    private static Node mul(Node a, Node b) {
        return new Apply(Binary.MUL, a, b);
    }

    private static Node div(Node a, Node b) {
        return new Apply(Binary.DIV, a, b);
    }

    private static Node pow(Node a, double exponent) {
        return new Apply(Binary.POW, a, number(exponent));
    }

    private static Node neg(Node a) {
        return new Apply(Unary.NEG, a);
    }

    private static Node exp(Node a) {
        return new Apply(Unary.EXP, a);
    }

    private static Node log(Node a) {
        return new Apply(Unary.LOG, a);
    }

    private static Node sqrt(Node a) {
        return new Apply(Unary.SQRT, a);
    }

    private static Node sin(Node a) {
        return new Apply(Unary.SIN, a);
    }

    private static Node sigmoid(Node a) {
        return new Apply(Unary.SIGMOID, a);
    }

    private static Node turn(Node a) {
        return new Apply(new Transpose(), a);
    }

    private static Node product(Node a, Node b) {
        return new Apply(new Matmul(), a, b);
    }

    private static Node trace(Node a) {
        return new Apply(new Diagonals.Trace(), a);
    }
}
