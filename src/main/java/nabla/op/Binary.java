package nabla.op;

import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.ZERO;
import static nabla.op.Algebra.constant;
import static nabla.op.Algebra.div;
import static nabla.op.Algebra.exp;
import static nabla.op.Algebra.expm1;
import static nabla.op.Algebra.gt;
import static nabla.op.Algebra.log;
import static nabla.op.Algebra.min;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.neg;
import static nabla.op.Algebra.pow;
import static nabla.op.Algebra.sub;
import static nabla.op.Algebra.where;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/**
 * Operations on two numbers, entry by entry, one row each: name, sign on paper (null for a function), loop, kernel over any arithmetic,
 * rule for lanes, the two partial derivatives (y the result; null where zero everywhere), guards.
 */
public enum Binary implements Elementwise {
    ADD("add", "+", Sweep.ADD, RealFieldElement::add, PairDifferences::add,
            (a, b, y) -> ONE, (a, b, y) -> ONE),
    SUB("sub", "-", Sweep.SUB, RealFieldElement::subtract, PairDifferences::sub,
            (a, b, y) -> ONE, (a, b, y) -> constant(-1)),
    MUL("mul", "*", Sweep.MUL, RealFieldElement::multiply, PairDifferences::mul,
            (a, b, y) -> b, (a, b, y) -> a),
    DIV("div", "/", Sweep.DIV, RealFieldElement::divide, PairDifferences::div,
            (a, b, y) -> div(ONE, b), (a, b, y) -> neg(div(y, b)), Edges::quotient),
    /** At a base of 0 the derivative by the exponent is not defined: 0^y jumps at y = 0. */
    POW("pow", "^", Scalars::pow, Exponentials::power, PairDifferences::pow,
            (a, b, y) -> mul(b, pow(a, sub(b, ONE))), (a, b, y) -> mul(y, log(a)), Edges::power),

    LT("lt", "<", (a, b) -> a < b ? 1 : 0, Kernels::less),
    LE("le", "<=", (a, b) -> a <= b ? 1 : 0, Kernels::atMost),
    GT("gt", ">", (a, b) -> a > b ? 1 : 0, Kernels::more),
    GE("ge", ">=", (a, b) -> a >= b ? 1 : 0, Kernels::atLeast),

    PRELU("prelu", null, (x, a) -> x > 0 ? x : a * x, Kernels::slope, PairDifferences::prelu,
            (x, a, y) -> where(gt(x, ZERO), ONE, a), (x, a, y) -> min(x, ZERO),
            Edges::bend),
    LEAKY_RELU("leaky_relu", null, PRELU),
    ELU("elu", null, Scalars::elu, Kernels::elu, PairDifferences::elu,
            (x, a, y) -> where(gt(x, ZERO), ONE, mul(a, exp(x))), (x, a, y) -> expm1(min(x, ZERO)),
            Edges::bend);

    static final List<Function> FUNCTIONS = List.of(
            Parameters.function("prelu", call -> PRELU.call(call, call.node("a")), Parameters.matrix("x"), Parameters.matrix("a")),
            Parameters.function("leaky_relu", call -> LEAKY_RELU.call(call, call.node("slope")), Parameters.matrix("x"),
                    new Function.Parameter("slope", Function.Kind.MATRIX, 0.01, false)),
            Parameters.function("rrelu", call -> PRELU.call(call, Binary.randomSlope(call)), Parameters.matrix("x"),
                    Parameters.constant("lower", 1.0 / 8), Parameters.constant("upper", 1.0 / 3)),
            Parameters.function("elu", call -> ELU.call(call, call.node("alpha")), Parameters.matrix("x"),
                    new Function.Parameter("alpha", Function.Kind.MATRIX, 1.0, false)));

    private final String symbol;
    private final String sign;
    private final Sweep sweep;
    private final Generic generic;
    private final PairDifferences.Rule difference;
    private final Partial left;
    private final Partial right;
    private final Edge edge;

    Binary(String symbol, String sign, Sweep sweep, Generic generic, PairDifferences.Rule difference, Partial left, Partial right) {
        this(symbol, sign, sweep, generic, difference, left, right, (a, b) -> List.of());
    }

    /** A comparison. */
    Binary(String symbol, String sign, Sweep sweep, Generic generic) {
        this(symbol, sign, sweep, generic, PairDifferences.plain(sweep), null, null, Edges::difference);
    }

    Binary(String symbol, String sign, Sweep sweep, Generic generic, PairDifferences.Rule difference, Partial left, Partial right, Edge edge) {
        this.symbol = symbol;
        this.sign = sign;
        this.sweep = sweep;
        this.generic = generic;
        this.difference = difference;
        this.left = left;
        this.right = right;
        this.edge = edge;
    }

    /** Another name for the same function. */
    Binary(String symbol, String sign, Binary same) {
        this(symbol, sign, same.sweep, same.generic, same.difference, same.left, same.right, same.edge);
    }

    /** The kernel over any arithmetic. */
    private interface Generic {
        <T extends RealFieldElement<T>> T at(T a, T b);
    }

    private interface Partial {
        Node at(Node a, Node b, Node y);
    }

    private interface Edge {
        List<Guard> at(Node a, Node b);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        return Broadcast.shape(sign != null ? sign : symbol, arguments);
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        sweep.over(arguments[0], arguments[1], result);
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Broadcast.Steps a = Broadcast.Steps.of(arguments.get(0).shape(), result.shape());
        Broadcast.Steps b = Broadcast.Steps.of(arguments.get(1).shape(), result.shape());
        int columns = result.shape().columns();
        for (int k = 0; k < result.count(); k++) {
            result.set(k, generic.at(arguments.get(0).at(a.at(k / columns, k % columns)),
                    arguments.get(1).at(b.at(k / columns, k % columns))));
        }
    }

    @Override
    public double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        return difference.over(at[0], by[0], at[1], by[1], value, out, n);
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Partial partial = argument == 0 ? left : right;
        return partial == null ? null : mul(gradient, partial.at(self.argument(0), self.argument(1), self));
    }

    @Override
    public boolean stepwise() {
        return left == null && right == null;
    }

    @Override
    public List<Guard> guards(Apply self) {
        return edge.at(self.argument(0), self.argument(1));
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        if (sign == null) {
            return Formula.call(symbol, arguments);
        }
        return this == POW ? new Formula.Power(arguments.get(0), arguments.get(1))
                : Formula.infix(sign, arguments.get(0), arguments.get(1));
    }

    private Node call(Arguments call, Node parameter) {
        return new Apply(call.name(), this, List.of(call.node("x"), parameter));
    }

    /** A slope of its own for each entry, drawn once. */
    private static Node randomSlope(Arguments call) {
        double lower = call.constants().get("lower").at(0);
        double upper = call.constants().get("upper").at(0);
        return new Constant(Tensor.of(call.node("x").shape(), k -> lower + (upper - lower) * call.random().nextDouble()));
    }
}
