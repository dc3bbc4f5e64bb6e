package nabla.op;

import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.ZERO;
import static nabla.op.Algebra.add;
import static nabla.op.Algebra.constant;
import static nabla.op.Algebra.div;
import static nabla.op.Algebra.exp;
import static nabla.op.Algebra.log;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.neg;
import static nabla.op.Algebra.sub;

import nabla.graph.Node;

/** Elementwise functions in terms of exp, log and arithmetic: what a proof that two formulas are equal expands. */
final class Definitions {

    private Definitions() { }

    /** The definition, or null for a primitive. */
    static Node of(Unary op, Node x) {
        return switch (op) {
            case IDENTITY -> x;
            case EXPM1 -> sub(exp(x), ONE);
            case LOG1P -> log(add(ONE, x));
            case LOG2 -> div(log(x), log(constant(2)));
            case LOG10 -> div(log(x), log(constant(10)));
            case SQRT -> Algebra.pow(x, 0.5);
            case TAN -> div(Algebra.sin(x), Algebra.cos(x));
            case SINH -> div(sub(exp(x), exp(neg(x))), constant(2));
            case COSH -> div(add(exp(x), exp(neg(x))), constant(2));
            case TANH -> div(sub(exp(mul(2, x)), ONE), add(exp(mul(2, x)), ONE));
            case SIGMOID -> div(ONE, add(ONE, exp(neg(x))));
            case SOFTPLUS -> log(add(ONE, exp(x)));
            case SOFTSIGN -> div(x, add(ONE, Algebra.abs(x)));
            case SILU -> div(x, add(ONE, exp(neg(x))));
            case GELU -> mul(mul(0.5, x), add(ONE, Algebra.erf(div(x, Algebra.sqrt(constant(2))))));
            case RELU -> Algebra.max(x, ZERO);
            default -> null;
        };
    }
}
