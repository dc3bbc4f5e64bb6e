package nabla.session;

import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.op.Binary;
import nabla.op.Matmul;
import nabla.op.Transpose;
import nabla.op.Unary;
import nabla.tensor.Shape;

/**
 * The operations that are written with signs.
 *
 * @param names    the sign, then the name in reports
 * @param usage    as it is written
 * @param specimen a use of it, named y
 */
record Operators(List<String> names, String usage, Apply specimen) {

    private static final Shape WIDE = new Shape(2, 3);
    private static final Shape TALL = new Shape(3, 2);

    static final List<Operators> ALL = List.of(
            numbers("+", Binary.ADD), numbers("-", Binary.SUB), numbers("*", Binary.MUL), numbers("/", Binary.DIV), numbers("^", Binary.POW),
            of("neg", "neg", "-a", Unary.NEG, new Input("a", Shape.SCALAR)),
            of("@", "matmul", "A @ B", new Matmul(), new Input("A", WIDE), new Input("B", TALL)),
            of(".T", "transpose", "A.T", new Transpose(), new Input("A", WIDE)),
            numbers("<", Binary.LT), numbers("<=", Binary.LE), numbers(">", Binary.GT), numbers(">=", Binary.GE));

    private static Operators numbers(String sign, Binary op) {
        String usage = op == Binary.POW ? "a^b" : "a " + sign + " b";
        return of(sign, op.symbol(), usage, op, new Input("a", Shape.SCALAR), new Input("b", Shape.SCALAR));
    }

    private static Operators of(String sign, String name, String usage, Op op, Node... arguments) {
        return new Operators(sign.equals(name) ? List.of(name) : List.of(sign, name), usage, new Apply("y", op, List.of(arguments)));
    }
}
