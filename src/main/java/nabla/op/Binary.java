package nabla.op;

import static nabla.graph.Meaning.AT_LEAST;
import static nabla.graph.Meaning.AT_MOST;
import static nabla.graph.Meaning.DIFFERENCE;
import static nabla.graph.Meaning.LESS;
import static nabla.graph.Meaning.MORE;
import static nabla.graph.Meaning.POWER;
import static nabla.graph.Meaning.PRODUCT;
import static nabla.graph.Meaning.QUOTIENT;
import static nabla.graph.Meaning.SUM;
import static nabla.graph.Trait.ACTIVATION;
import static nabla.graph.Trait.BEND;
import static nabla.graph.Trait.KEEPS_SIGN;
import static nabla.graph.Trait.NONNEGATIVE;
import static nabla.graph.Trait.RECTIFIER;
import static nabla.graph.Trait.STEPWISE;
import static nabla.graph.Trait.TOTAL;
import static nabla.graph.Trait.ZERO_OR_ONE;
import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.ZERO;
import static nabla.op.Algebra.add;
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
import static nabla.op.BinaryRow.comparison;
import static nabla.op.BinaryRow.row;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.number.Real;
import nabla.op.BinaryRow.Partial;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Operations on two numbers, entry by entry, one row each; {@link BinaryRow} says what a row can hold. */
public enum Binary implements Elementwise {
    ADD(row("add", Sweep.ADD, Real::add, (a, b, y) -> ONE, (a, b, y) -> ONE).sign("+").lanes(PairDifferences::add)
            .meaning(SUM).is(TOTAL, KEEPS_SIGN)),
    SUB(row("sub", Sweep.SUB, Real::subtract, (a, b, y) -> ONE, (a, b, y) -> constant(-1)).sign("-")
            .lanes(PairDifferences::sub).meaning(DIFFERENCE).is(TOTAL)),
    MUL(row("mul", Sweep.MUL, Real::multiply, (a, b, y) -> b, (a, b, y) -> a).sign("*").lanes(PairDifferences::mul)
            .meaning(PRODUCT).is(TOTAL, KEEPS_SIGN)),
    DIV(row("div", Sweep.DIV, Real::divide, (a, b, y) -> div(ONE, b), (a, b, y) -> neg(div(y, b))).sign("/")
            .lanes(PairDifferences::div).guard(Edges::quotient).meaning(QUOTIENT).is(KEEPS_SIGN)),
    /** At a base of 0 the derivative by the exponent is not defined: 0^y jumps at y = 0. */
    POW(row("pow", Scalars::pow, Exponentials::power, (a, b, y) -> mul(b, pow(a, sub(b, ONE))), (a, b, y) -> mul(y, log(a))).sign("^")
            .lanes(PairDifferences::pow).guard(Edges::power).meaning(POWER)),

    LT(comparison("lt", "<", LESS, (a, b) -> a < b ? 1 : 0, Kernels::less)),
    LE(comparison("le", "<=", AT_MOST, (a, b) -> a <= b ? 1 : 0, Kernels::atMost)),
    GT(comparison("gt", ">", MORE, (a, b) -> a > b ? 1 : 0, Kernels::more)),
    GE(comparison("ge", ">=", AT_LEAST, (a, b) -> a >= b ? 1 : 0, Kernels::atLeast)),
    /** Where both sides are equal it jumps, up and down again. */
    EQUAL(row("equal a b", (a, b) -> a == b ? 1 : 0, Kernels::equal, null, null).guard(Edges::difference)
            .is(STEPWISE, ZERO_OR_ONE, NONNEGATIVE, TOTAL).latex("\\operatorname{equal}").range("0 or 1")),

    PRELU(sloped("prelu x a").latex("\\operatorname{PReLU}").range("(-inf, inf) if a > 0")),
    LEAKY_RELU(sloped("leaky_relu x slope=0.01").latex("\\operatorname{LeakyReLU}").range("(-inf, inf) if slope > 0")
            .lesson("leaky_relu has the slope 1 above zero, and the small slope below.")),
    ELU(row("elu x alpha=1", Scalars::elu, Kernels::elu, (x, a, y) -> where(gt(x, ZERO), ONE, mul(a, exp(x))),
            (x, a, y) -> expm1(min(x, ZERO))).lanes(PairDifferences::elu).guard(Edges::bend).is(TOTAL, ACTIVATION, RECTIFIER, BEND)
            .latex("\\operatorname{ELU}").range("(-alpha, inf) if alpha > 0").means((x, a) -> where(gt(x, ZERO), x, mul(a, expm1(x))))),

    ATAN2(row("atan2 y x", StrictMath::atan2, Real::atan2, (y, x, s) -> div(x, s), (y, x, s) -> neg(div(y, s)))
            .share((y, x, angle) -> add(pow(y, 2), pow(x, 2))).lanes(PairDifferences::atan2).guard(Edges::cut).latex("\\operatorname{atan2}")),
    HYPOT(row("hypot a b", StrictMath::hypot, Real::hypot, (a, b, y) -> div(a, y), (a, b, y) -> div(b, y))
            .lanes(PairDifferences::hypot).guard((a, b) -> List.of(Guard.domain(Algebra.hypot(a, b)))).is(NONNEGATIVE, TOTAL)
            .means((a, b) -> Algebra.sqrt(add(pow(a, 2), pow(b, 2))))),
    LOGADDEXP(row("logaddexp a b", Scalars::logaddexp, Kernels::logaddexp, (a, b, y) -> Algebra.sigmoid(sub(a, b)),
            (a, b, y) -> Algebra.sigmoid(sub(b, a))).is(TOTAL).means((a, b) -> log(add(exp(a), exp(b)))));

    static final List<Function> FUNCTIONS = Stream.concat(
            Stream.of(values()).filter(op -> op.row.call.contains(" ")).map(op -> Parameters.applied(op.row.call, call -> op)),
            Stream.of(new Function(List.of("rrelu"), List.of(Parameters.matrix("x"), Parameters.constant("lower", 1.0 / 8),
                    Parameters.constant("upper", 1.0 / 3)), Binary::randomSlope, "(-inf, inf), a drawn from lower to upper", null))).toList();

    private final BinaryRow row;

    Binary(BinaryRow row) {
        this.row = row;
    }

    /** A line that is bent at 0. */
    private static BinaryRow sloped(String call) {
        return row(call, (x, a) -> x > 0 ? x : a * x, Kernels::slope, (x, a, y) -> where(gt(x, ZERO), ONE, a), (x, a, y) -> min(x, ZERO))
                .lanes(PairDifferences::prelu).guard(Edges::bend).is(TOTAL, ACTIVATION, RECTIFIER, BEND)
                .means((x, a) -> where(gt(x, ZERO), x, mul(a, x)));
    }

    /** The sign between its arguments; null for a function. */
    public String sign() {
        return row.sign;
    }

    /** The operations that are written with signs. */
    public static List<Binary> signed() {
        return Stream.of(values()).filter(op -> op.row.sign != null).toList();
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        return Broadcast.shape(row.sign != null ? row.sign : symbol(), arguments);
    }

    @Override
    public DoubleBinaryOperator binary() {
        return row.sweep;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        row.sweep.over(arguments[0], arguments[1], result);
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Broadcast.Steps a = Broadcast.Steps.of(arguments.get(0).shape(), result.shape());
        Broadcast.Steps b = Broadcast.Steps.of(arguments.get(1).shape(), result.shape());
        for (int k = 0; k < result.count(); k++) {
            result.set(k, row.generic.at(arguments.get(0).at(a.at(k)), arguments.get(1).at(b.at(k))));
        }
    }

    @Override
    public double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        return row.difference.over(at[0], by[0], at[1], by[1], value, out, n);
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Partial partial = argument == 0 ? row.left : row.right;
        Node a = self.argument(0);
        Node b = self.argument(1);
        return partial == null ? null : mul(gradient, partial.at(a, b, row.shared.at(a, b, self)));
    }

    @Override
    public List<Guard> guards(Apply self) {
        return row.edge.at(self.argument(0), self.argument(1));
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        if (row.sign == null) {
            return Formula.call(symbol(), arguments, notation());
        }
        return this == POW ? new Formula.Power(arguments.get(0), arguments.get(1))
                : Formula.infix(row.sign, arguments.get(0), arguments.get(1));
    }

    @Override
    public Node definition(Apply self) {
        return row.definition.apply(self.argument(0), self.argument(1));
    }

    @Override
    public OpFacts facts() {
        return row.facts;
    }

    /** A slope of its own for each entry, drawn once. */
    private static Node randomSlope(Arguments call) {
        double lower = call.constants().get("lower").at(0);
        double upper = call.constants().get("upper").at(0);
        RandomGenerator random = call.random().apply(call.node("x").shape().count());
        Node slope = new Constant(Tensor.of(call.node("x").shape(), k -> lower + (upper - lower) * random.nextDouble()));
        return new Apply(call.name(), PRELU, List.of(call.node("x"), slope));
    }
}
