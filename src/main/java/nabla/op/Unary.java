package nabla.op;

import static nabla.graph.Guard.domain;
import static nabla.graph.Guard.pole;
import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.PI;
import static nabla.op.Algebra.ZERO;
import static nabla.op.Algebra.add;
import static nabla.op.Algebra.constant;
import static nabla.op.Algebra.cos;
import static nabla.op.Algebra.cosh;
import static nabla.op.Algebra.div;
import static nabla.op.Algebra.erf;
import static nabla.op.Algebra.exp;
import static nabla.op.Algebra.gt;
import static nabla.op.Algebra.log;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.neg;
import static nabla.op.Algebra.pow;
import static nabla.op.Algebra.sigmoid;
import static nabla.op.Algebra.sign;
import static nabla.op.Algebra.sin;
import static nabla.op.Algebra.sinh;
import static nabla.op.Algebra.sqrt;
import static nabla.op.Algebra.sub;

import java.util.EnumSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;
import org.apache.commons.math3.RealFieldElement;

/**
 * Functions of one number, entry by entry, one row each: names, kernel, kernel over any arithmetic, rule for lanes (where there is a better one
 * than a difference of values), derivative (x the argument, y the result; null where it is zero everywhere), guards. Source of the formulas: Abramowitz and Stegun, Handbook of Mathematical Functions,
 * 1964, chapters 4 and 7.
 */
public enum Unary implements Elementwise {
    NEG("neg", x -> -x, RealFieldElement::negate, Differences::neg, (x, y) -> constant(-1)),
    IDENTITY("identity", x -> x, Kernels::identity, (x, y) -> ONE),

    EXP("exp", StrictMath::exp, Exponentials::exp, Differences::exp, (x, y) -> y),
    EXPM1("expm1", StrictMath::expm1, Kernels::expm1, Differences::shiftedExp, (x, y) -> exp(x)),
    LOG("log ln", StrictMath::log, Kernels::log, Differences::log, (x, y) -> div(ONE, x), Guard::domain),
    LOG1P("log1p", StrictMath::log1p, Kernels::log1p, Differences::log1p, (x, y) -> div(ONE, add(ONE, x)), x -> domain(add(ONE, x))),
    LOG2("log2", Scalars::log2, Kernels::log2, Differences.logarithm(2), (x, y) -> div(ONE, mul(x, log(constant(2)))), Guard::domain),
    LOG10("log10", StrictMath::log10, Kernels::log10, Differences.logarithm(10), (x, y) -> div(ONE, mul(x, log(constant(10)))), Guard::domain),
    SQRT("sqrt", Math::sqrt, RealFieldElement::sqrt, Differences::sqrt, (x, y) -> div(ONE, mul(2, y)), Guard::domain),
    ERF("erf", Scalars::erf, Kernels::erf, (x, y) -> div(mul(2, exp(neg(pow(x, 2)))), sqrt(PI))),

    ABS("abs", Math::abs, RealFieldElement::abs, Differences::abs, (x, y) -> sign(x), Guard::kink),
    SIGN("sign", Math::signum, Kernels::sign, (x, y) -> null, Guard::jump),
    /** 1 where x is a whole number; only in guards. */
    WHOLE("whole", x -> x == Math.rint(x) ? 1 : 0, Kernels::whole, (x, y) -> null),
    STEP("step", x -> x >= 0 ? 1 : x < 0 ? 0 : x, Kernels::step, (x, y) -> null, Guard::jump),

    SIN("sin", StrictMath::sin, RealFieldElement::sin, Differences::sin, (x, y) -> cos(x)),
    COS("cos", StrictMath::cos, RealFieldElement::cos, Differences::cos, (x, y) -> neg(sin(x))),
    TAN("tan", StrictMath::tan, RealFieldElement::tan, Differences::tan, (x, y) -> add(ONE, pow(y, 2)), x -> pole(cos(x))),
    ASIN("asin", StrictMath::asin, Kernels::asin, (x, y) -> div(ONE, sqrt(sub(ONE, pow(x, 2)))), x -> domain(sub(ONE, Algebra.abs(x)))),
    ACOS("acos", StrictMath::acos, Kernels::acos, (x, y) -> div(constant(-1), sqrt(sub(ONE, pow(x, 2)))),
            x -> domain(sub(ONE, Algebra.abs(x)))),
    ATAN("atan arctan", StrictMath::atan, RealFieldElement::atan, Differences::atan, (x, y) -> div(ONE, add(ONE, pow(x, 2)))),
    SINH("sinh", StrictMath::sinh, Kernels::sinh, Differences::sinh, (x, y) -> cosh(x)),
    COSH("cosh", StrictMath::cosh, Exponentials::cosh, Differences::cosh, (x, y) -> sinh(x)),
    TANH("tanh", StrictMath::tanh, Kernels::tanh, Differences::tanh, (x, y) -> sub(ONE, pow(y, 2))),

    SIGMOID("sigmoid logistic", Scalars::sigmoid, Kernels::sigmoid, Differences::sigmoid, (x, y) -> mul(y, sub(ONE, y))),
    RELU("relu", x -> x > 0 ? x : x <= 0 ? 0 : x, Kernels::relu, Differences::relu, (x, y) -> gt(x, ZERO), Guard::kink),
    SOFTPLUS("softplus", Scalars::softplus, Kernels::softplus, Differences::softplus, (x, y) -> sigmoid(x)),
    SOFTSIGN("softsign", x -> Math.abs(x) > 1 ? Math.signum(x) / (1 + 1 / Math.abs(x)) : x / (1 + Math.abs(x)), Kernels::softsign,
            (x, y) -> div(ONE, pow(add(ONE, Algebra.abs(x)), 2))),
    GELU("gelu", Scalars::gelu, Kernels::gelu, (x, y) -> add(normal(x), mul(x, bell(x)))),
    SILU("silu swish", Scalars::silu, Kernels::silu, Differences::silu, (x, y) -> mul(sigmoid(x), add(ONE, mul(x, sigmoid(neg(x))))));

    /** The functions of the language among these; the others are written with signs. */
    static final List<Function> FUNCTIONS = EnumSet.complementOf(EnumSet.of(NEG, IDENTITY, WHOLE)).stream().map(Unary::function).toList();

    private final List<String> names;
    private final DoubleUnaryOperator kernel;
    private final Generic generic;
    private final Derivative derivative;
    private final List<Edge> edges;
    private final Differences.Rule difference;

    Unary(String names, DoubleUnaryOperator kernel, Generic generic, Derivative derivative, Edge... edges) {
        this(names, kernel, generic, Differences.plain(kernel), derivative, edges);
    }

    Unary(String names, DoubleUnaryOperator kernel, Generic generic, Differences.Rule difference, Derivative derivative, Edge... edges) {
        this.names = List.of(names.split(" "));
        this.kernel = kernel;
        this.generic = generic;
        this.difference = difference;
        this.derivative = derivative;
        this.edges = List.of(edges);
    }

    /** The kernel over any arithmetic. */
    private interface Generic {
        <T extends RealFieldElement<T>> T at(T x);
    }

    private interface Derivative {
        Node at(Node x, Node y);
    }

    private interface Edge {
        Guard at(Node x);
    }

    @Override
    public String symbol() {
        return names.get(0);
    }

    /** The value at one number. */
    public double at(double x) {
        return kernel.applyAsDouble(x);
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        double[] in = arguments[0].data();
        double[] out = result.data();
        for (int k = 0; k < out.length; k++) {
            out[k] = kernel.applyAsDouble(in[k]);
        }
    }

    @Override
    public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        for (int k = 0; k < result.count(); k++) {
            result.set(k, generic.at(arguments.get(0).at(k)));
        }
    }

    @Override
    public double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        if (this == IDENTITY) {
            return by[0];
        }
        difference.over(at[0], value, by[0], out, n);
        return out;
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node slope = derivative.at(self.argument(0), self);
        return slope == null ? null : mul(gradient, slope);
    }

    @Override
    public boolean stepwise() {
        return this == SIGN || this == WHOLE || this == STEP;
    }

    @Override
    public List<Guard> guards(Apply self) {
        return edges.isEmpty() ? List.of() : edges.stream().map(edge -> edge.at(self.argument(0))).toList();
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return switch (this) {
            case NEG -> new Formula.Negative(arguments.get(0));
            case IDENTITY -> arguments.get(0);
            default -> Formula.call(symbol(), arguments);
        };
    }

    @Override
    public Node definition(Apply self) {
        return Definitions.of(this, self.argument(0));
    }

    private Function function() {
        return new Function(names, List.of(Parameters.matrix("x")),
                call -> new Apply(call.name(), this, List.of(call.node("x"))));
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
