package nabla.op;

import static nabla.graph.Guard.domain;
import static nabla.graph.Guard.kink;
import static nabla.graph.Guard.pole;
import static nabla.graph.Meaning.ABSOLUTE;
import static nabla.graph.Meaning.ARC_TANGENT;
import static nabla.graph.Meaning.EXPONENTIAL;
import static nabla.graph.Meaning.LOGARITHM;
import static nabla.graph.Meaning.LOGARITHM_TO_BASE;
import static nabla.graph.Meaning.LOGISTIC;
import static nabla.graph.Meaning.NEGATION;
import static nabla.graph.Meaning.ROOT;
import static nabla.graph.Trait.ACTIVATION;
import static nabla.graph.Trait.BEND;
import static nabla.graph.Trait.CURVE;
import static nabla.graph.Trait.EVEN;
import static nabla.graph.Trait.NONNEGATIVE;
import static nabla.graph.Trait.ODD;
import static nabla.graph.Trait.RECTIFIER;
import static nabla.graph.Trait.STEPWISE;
import static nabla.graph.Trait.TEXTBOOK;
import static nabla.graph.Trait.TOTAL;
import static nabla.graph.Trait.UNNAMED;
import static nabla.graph.Trait.WRITTEN_OUT;
import static nabla.graph.Trait.ZERO_OR_ONE;
import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.PI;
import static nabla.op.Algebra.ZERO;
import static nabla.op.Algebra.abs;
import static nabla.op.Algebra.add;
import static nabla.op.Algebra.constant;
import static nabla.op.Algebra.cos;
import static nabla.op.Algebra.cosh;
import static nabla.op.Algebra.digamma;
import static nabla.op.Algebra.div;
import static nabla.op.Algebra.erf;
import static nabla.op.Algebra.exp;
import static nabla.op.Algebra.expm1;
import static nabla.op.Algebra.ge;
import static nabla.op.Algebra.gt;
import static nabla.op.Algebra.log;
import static nabla.op.Algebra.lt;
import static nabla.op.Algebra.max;
import static nabla.op.Algebra.min;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.neg;
import static nabla.op.Algebra.pow;
import static nabla.op.Algebra.sigmoid;
import static nabla.op.Algebra.sign;
import static nabla.op.Algebra.sin;
import static nabla.op.Algebra.sinh;
import static nabla.op.Algebra.softplus;
import static nabla.op.Algebra.sqrt;
import static nabla.op.Algebra.sub;
import static nabla.op.Algebra.tanh;
import static nabla.op.Algebra.where;
import static nabla.op.UnaryRow.row;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * Functions of one number, entry by entry, one row each; {@link UnaryRow} says what a row can hold. Source of the formulas: Abramowitz
 * and Stegun, Handbook of Mathematical Functions, 1964, chapters 4, 6 and 7.
 */
public enum Unary implements Elementwise {
    NEG(row("neg", x -> -x, Real::negate, (x, y) -> constant(-1)).lanes(Differences::neg).meaning(NEGATION).is(UNNAMED, ODD, TOTAL)),
    IDENTITY(row("identity", x -> x, Kernels::identity, (x, y) -> ONE).meaning(Meaning.IDENTITY).is(UNNAMED, ODD, TOTAL).means(x -> x)),

    EXP(row("exp", StrictMath::exp, Exponentials::exp, (x, y) -> y).lanes(Differences::exp).meaning(EXPONENTIAL)
            .is(NONNEGATIVE, TOTAL, TEXTBOOK).latex("\\exp").set(Style.EXPONENTIAL).lesson("The slope of exp(…) is exp(…) itself.")),
    EXPM1(row("expm1", StrictMath::expm1, Kernels::expm1, (x, y) -> exp(x)).lanes(Differences::shiftedExp).is(TOTAL)
            .set(Style.EXPONENTIAL_LESS_ONE).means(x -> sub(exp(x), ONE))),
    LOG(row("log ln", StrictMath::log, Kernels::log, (x, y) -> div(ONE, x)).lanes(Differences::log).guard(Guard::domain).meaning(LOGARITHM)
            .is(TEXTBOOK).latex("\\log").set(Style.POWERED).lesson("The slope of log(…) is 1/(…).").integral((x, y) -> sub(mul(x, y), x))),
    LOG1P(row("log1p", StrictMath::log1p, Kernels::log1p, (x, y) -> div(ONE, add(ONE, x))).lanes(Differences::log1p)
            .guard(x -> domain(add(ONE, x))).set(Style.LOGARITHM_OF_ONE_MORE).means(x -> log(add(ONE, x)))),
    LOG2(row("log2", Scalars::log2, Kernels::log2, (x, y) -> div(ONE, mul(x, log(constant(2))))).lanes(Differences.logarithm(2))
            .guard(Guard::domain).meaning(LOGARITHM_TO_BASE).latex("\\log_{2}").means(x -> div(log(x), log(constant(2))))),
    LOG10(row("log10", StrictMath::log10, Kernels::log10, (x, y) -> div(ONE, mul(x, log(constant(10))))).lanes(Differences.logarithm(10))
            .guard(Guard::domain).meaning(LOGARITHM_TO_BASE).latex("\\log_{10}").means(x -> div(log(x), log(constant(10))))),
    SQRT(row("sqrt", Math::sqrt, Real::sqrt, (x, y) -> div(ONE, mul(2, y))).lanes(Differences::sqrt).guard(Guard::domain)
            .meaning(ROOT).is(NONNEGATIVE, TEXTBOOK).set(Style.ROOT).lesson("The slope of sqrt(…) is 1/(2*sqrt(…)).").means(x -> pow(x, 0.5)).integral((x, y) -> mul(2.0 / 3, mul(x, y)))),
    ERF(row("erf", Scalars::erf, Kernels::erf, (x, y) -> div(mul(2, exp(neg(pow(x, 2)))), sqrt(PI))).is(ODD, TOTAL, CURVE)),

    ABS(row("abs", Math::abs, Real::abs, (x, y) -> sign(x)).lanes(Differences::abs).guard(Guard::kink).meaning(ABSOLUTE)
            .is(EVEN, NONNEGATIVE, TOTAL, BEND).set(Style.BARS)),
    SIGN(row("sign", Math::signum, Kernels::sign, (x, y) -> null).guard(Guard::jump).is(STEPWISE, ODD, TOTAL)),
    /** 1 where x is a whole number; only in guards. */
    WHOLE(row("whole", x -> x == Math.rint(x) ? 1 : 0, Kernels::whole, (x, y) -> null).is(UNNAMED, STEPWISE, EVEN, NONNEGATIVE, ZERO_OR_ONE, TOTAL)),
    STEP(row("step", x -> x >= 0 ? 1 : x < 0 ? 0 : x, Kernels::step, (x, y) -> null).guard(Guard::jump)
            .is(STEPWISE, NONNEGATIVE, ZERO_OR_ONE, TOTAL, ACTIVATION).range("0 or 1").means(x -> ge(x, ZERO))),

    SIN(row("sin", StrictMath::sin, Real::sin, (x, y) -> cos(x)).lanes(Differences::sin).is(ODD, TOTAL, TEXTBOOK)
            .latex("\\sin").set(Style.POWERED).lesson("The slope of sin(…) is cos(…).").square(1, 1, Algebra::cos).integral((x, y) -> neg(cos(x)))),
    COS(row("cos", StrictMath::cos, Real::cos, (x, y) -> neg(sin(x))).lanes(Differences::cos).is(EVEN, TOTAL, TEXTBOOK)
            .latex("\\cos").set(Style.POWERED).lesson("The slope of cos(…) is -sin(…).").square(1, 1, Algebra::sin).integral((x, y) -> sin(x))),
    TAN(row("tan", StrictMath::tan, Real::tan, (x, y) -> add(ONE, pow(y, 2))).lanes(Differences::tan).guard(x -> pole(cos(x)))
            .is(ODD, TEXTBOOK).latex("\\tan").set(Style.POWERED).means(x -> div(sin(x), cos(x))).apart()
            .integral((x, y) -> neg(log(cos(x))))),
    ASIN(row("asin", StrictMath::asin, Kernels::asin, (x, y) -> div(ONE, sqrt(sub(ONE, pow(x, 2)))))
            .guard(x -> domain(sub(ONE, abs(x)))).is(ODD, TEXTBOOK).latex("\\arcsin")),
    ACOS(row("acos", StrictMath::acos, Kernels::acos, (x, y) -> div(constant(-1), sqrt(sub(ONE, pow(x, 2)))))
            .guard(x -> domain(sub(ONE, abs(x)))).is(NONNEGATIVE, TEXTBOOK).latex("\\arccos")),
    ATAN(row("atan arctan", StrictMath::atan, Real::atan, (x, y) -> div(ONE, add(ONE, pow(x, 2)))).lanes(Differences::atan)
            .meaning(ARC_TANGENT).is(ODD, TOTAL, TEXTBOOK, ACTIVATION).latex("\\arctan").range("(-pi/2, pi/2)").lesson("The slope of atan(…) is 1/(1 + …^2).")),
    SINH(row("sinh", StrictMath::sinh, Kernels::sinh, (x, y) -> cosh(x)).lanes(Differences::sinh).is(ODD, TOTAL, TEXTBOOK)
            .latex("\\sinh").set(Style.POWERED).means(x -> div(sub(exp(x), exp(neg(x))), constant(2))).square(-1, 1, Algebra::cosh)
            .integral((x, y) -> cosh(x))),
    COSH(row("cosh", StrictMath::cosh, Exponentials::cosh, (x, y) -> sinh(x)).lanes(Differences::cosh)
            .is(EVEN, NONNEGATIVE, TOTAL, TEXTBOOK).latex("\\cosh").set(Style.POWERED)
            .means(x -> div(add(exp(x), exp(neg(x))), constant(2))).square(1, -1, Algebra::sinh).integral((x, y) -> sinh(x))),
    TANH(row("tanh", StrictMath::tanh, Kernels::tanh, (x, y) -> sub(ONE, pow(y, 2))).lanes(Differences::tanh)
            .is(ODD, TOTAL, TEXTBOOK, ACTIVATION, CURVE, WRITTEN_OUT).latex("\\tanh").set(Style.POWERED).range("(-1, 1)").lesson("The slope of tanh is 1 - tanh^2, at the same place.")
            .means(x -> div(sub(exp(mul(2, x)), ONE), add(exp(mul(2, x)), ONE)))),
    ASINH(row("asinh", Inverses::asinh, Inverses::asinh, (x, y) -> div(ONE, sqrt(add(pow(x, 2), ONE)))).is(ODD, TOTAL)
            .latex("\\operatorname{arsinh}").means(x -> log(add(x, sqrt(add(pow(x, 2), ONE)))))),
    ACOSH(row("acosh", Inverses::acosh, Inverses::acosh, (x, y) -> div(ONE, sqrt(sub(pow(x, 2), ONE)))).guard(x -> domain(sub(x, ONE)))
            .is(NONNEGATIVE).latex("\\operatorname{arcosh}").means(x -> log(add(x, sqrt(sub(pow(x, 2), ONE)))))),
    ATANH(row("atanh", Inverses::atanh, Inverses::atanh, (x, y) -> div(ONE, sub(ONE, pow(x, 2)))).guard(x -> domain(sub(ONE, abs(x))))
            .is(ODD).latex("\\operatorname{artanh}").means(x -> mul(0.5, log(div(add(ONE, x), sub(ONE, x)))))),
    LGAMMA(row("lgamma", Gammas::lgamma, Gammas::lgamma, (x, y) -> digamma(x)).guard(Gammas::poles).latex("\\log\\Gamma")),
    DIGAMMA(row("digamma", Gammas::digamma, Gammas::digamma, (x, y) -> Polygamma.of(1, x)).guard(Gammas::poles).latex("\\psi")),

    SIGMOID(row("sigmoid logistic", Scalars::sigmoid, Kernels::sigmoid, (x, y) -> mul(y, sub(ONE, y))).lanes(Differences::sigmoid)
            .meaning(LOGISTIC).is(NONNEGATIVE, TOTAL, ACTIVATION, CURVE, WRITTEN_OUT).latex("\\sigma").range("(0, 1)")
            .lesson("The slope of sigmoid is sigmoid*(1 - sigmoid), at the same place.")
            .means(x -> div(ONE, add(ONE, exp(neg(x)))))),
    RELU(row("relu", x -> x > 0 ? x : x <= 0 ? 0 : x, Kernels::relu, (x, y) -> gt(x, ZERO)).lanes(Differences::relu).guard(Guard::kink)
            .is(NONNEGATIVE, TOTAL, ACTIVATION, RECTIFIER, BEND, WRITTEN_OUT).latex("\\operatorname{ReLU}").range("[0, inf)")
            .lesson("relu passes on what arrives where its argument is positive, and nothing elsewhere.")
            .means(x -> max(x, ZERO))),
    SOFTPLUS(row("softplus", Scalars::softplus, Kernels::softplus, (x, y) -> sigmoid(x)).lanes(Differences::softplus)
            .is(NONNEGATIVE, TOTAL, ACTIVATION, CURVE, WRITTEN_OUT).range("(0, inf)")
            .lesson("softplus(…) is log(1 + exp(…)); its slope is sigmoid(…).").means(x -> log(add(ONE, exp(x)))).apart()),
    SOFTSIGN(row("softsign", x -> Math.abs(x) > 1 ? Math.signum(x) / (1 + 1 / Math.abs(x)) : x / (1 + Math.abs(x)), Kernels::softsign,
            (x, y) -> div(ONE, pow(add(ONE, abs(x)), 2))).is(ODD, TOTAL, ACTIVATION, CURVE).range("(-1, 1)")
            .lesson("softsign(…) is …/(1 + abs(…)): a quotient.").means(x -> div(x, add(ONE, abs(x)))).apart()),
    GELU(row("gelu", Scalars::gelu, Kernels::gelu, (x, y) -> add(normal(x), mul(x, bell(x)))).is(TOTAL, ACTIVATION, RECTIFIER, CURVE, WRITTEN_OUT)
            .latex("\\operatorname{GELU}").means(x -> mul(mul(0.5, x), add(ONE, erf(div(x, sqrt(constant(2))))))).apart()),
    SILU(row("silu swish", Scalars::silu, Kernels::silu, (x, y) -> mul(sigmoid(x), add(ONE, mul(x, sigmoid(neg(x)))))).lanes(Differences::silu)
            .is(TOTAL, ACTIVATION, RECTIFIER, CURVE, WRITTEN_OUT).latex("\\operatorname{SiLU}")
            .means(x -> div(x, add(ONE, exp(neg(x))))).apart(x -> mul(x, sigmoid(x)))),
    SELU(row("selu", Units::selu, Units::selu, (x, y) -> where(gt(x, ZERO), constant(Units.SCALE), mul(Units.SCALE * Units.ALPHA, exp(x))))
            .guard(Guard::kink).is(TOTAL, ACTIVATION, BEND).latex("\\operatorname{SELU}").range("(-1.758, inf)")
            .means(x -> mul(Units.SCALE, where(gt(x, ZERO), x, mul(Units.ALPHA, expm1(x)))))),
    MISH(row("mish", Units::mish, Units::mish, (x, y) -> add(tanh(softplus(x)), mul(mul(x, sigmoid(x)), sub(ONE, pow(tanh(softplus(x)), 2)))))
            .is(TOTAL, ACTIVATION, RECTIFIER, CURVE, WRITTEN_OUT).latex("\\operatorname{Mish}").means(x -> mul(x, tanh(softplus(x)))).apart()),
    HARDTANH(row("hardtanh", x -> Math.min(Math.max(x, -1), 1), Units::hardtanh, (x, y) -> within(x, -1, 1))
            .guard(x -> kink(add(x, ONE)), x -> kink(sub(ONE, x))).is(ODD, TOTAL, ACTIVATION, BEND).latex("\\operatorname{HardTanh}")
            .range("[-1, 1]").means(x -> clip(x, -1, 1))),
    HARDSIGMOID(row("hardsigmoid", x -> Math.min(Math.max(x + 3, 0), 6) / 6, Units::hardsigmoid, (x, y) -> div(within(x, -3, 3), constant(6)))
            .guard(x -> kink(add(x, constant(3))), x -> kink(sub(constant(3), x))).is(NONNEGATIVE, TOTAL, ACTIVATION, BEND)
            .latex("\\operatorname{HardSigmoid}").range("[0, 1]").means(x -> div(clip(add(x, constant(3)), 0, 6), constant(6)))),
    RELU6(row("relu6", x -> Math.min(Math.max(x, 0), 6), Units::relu6, (x, y) -> within(x, 0, 6))
            .guard(Guard::kink, x -> kink(sub(constant(6), x))).is(NONNEGATIVE, TOTAL, ACTIVATION, RECTIFIER, BEND)
            .latex("\\operatorname{ReLU6}").range("[0, 6]").means(x -> clip(x, 0, 6)));

    /** The functions of the language among these; the others are written with signs. */
    static final List<Function> FUNCTIONS = Stream.of(values()).filter(op -> !op.is(UNNAMED)).map(Unary::function).toList();

    private final UnaryRow row;

    Unary(UnaryRow row) {
        this.row = row;
    }

    @Override
    public DoubleUnaryOperator unary() {
        return row.kernel;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        double[] in = arguments[0].data();
        double[] out = result.data();
        DoubleUnaryOperator kernel = row.kernel;
        for (int k = 0; k < out.length; k++) {
            out[k] = kernel.applyAsDouble(in[k]);
        }
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        for (int k = 0; k < result.count(); k++) {
            result.set(k, row.generic.at(arguments.get(0).at(k)));
        }
    }

    @Override
    public double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        if (this == IDENTITY) {
            return by[0];
        }
        row.difference.over(at[0], value, by[0], out, n);
        return out;
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node slope = row.derivative.apply(self.argument(0), self);
        return slope == null ? null : mul(gradient, slope);
    }

    @Override
    public List<Guard> guards(Apply self) {
        return row.edges.isEmpty() ? List.of() : row.edges.stream().map(edge -> edge.at(self.argument(0))).toList();
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return switch (this) {
            case NEG -> new Formula.Negation(arguments.get(0));
            case IDENTITY -> arguments.get(0);
            default -> Formula.call(symbol(), arguments, notation());
        };
    }

    @Override
    public Node definition(Apply self) {
        return row.definition.apply(self.argument(0));
    }

    @Override
    public Node parts(Apply self) {
        return row.parts == null ? null : row.parts.apply(self.argument(0));
    }

    @Override
    public OpFacts facts() {
        return row.facts;
    }

    /** An antiderivative by x of a value y; null where no learner knows one. */
    public Node integral(Node x, Node y) {
        return row.integral.apply(x, y);
    }

    /** How its square is written by that of another function; null where it is not. */
    public Partner partner() {
        return row.partner;
    }

    /** f² = own·(1 − others·g²) for another function g of the same argument. */
    public record Partner(int own, int others, UnaryOperator<Node> function) {

        public Op other() {
            return ((Apply) function.apply(new Input("x", Shape.SCALAR))).op();
        }
    }

    private Function function() {
        return new Function(row.names, List.of(Parameters.matrix("x")),
                call -> new Apply(call.name(), this, List.of(call.node("x"))));
    }

    /** 1 strictly between two numbers, else 0. */
    private static Node within(Node x, double low, double high) {
        return mul(gt(x, constant(low)), lt(x, constant(high)));
    }

    private static Node clip(Node x, double low, double high) {
        return min(max(x, constant(low)), constant(high));
    }

    /** Φ, the distribution function of the standard normal distribution. */
    private static Node normal(Node x) {
        return mul(0.5, add(ONE, erf(div(x, sqrt(constant(2))))));
    }

    /** φ, its density. */
    private static Node bell(Node x) {
        return div(exp(neg(div(pow(x, 2), constant(2)))), sqrt(mul(2, PI)));
    }
}
