package nabla.op;

import org.apache.commons.math3.RealFieldElement;

/**
 * Elementwise kernels over any arithmetic. No constant of theirs is a rounded one: π, √2 and log 10 are computed in the arithmetic,
 * and series run until a term no longer changes the sum.
 */
final class Kernels {

    /** Above it the continued fraction of erfc is shorter than the series of erf, at 60 digits. */
    private static final double FAR = 4;

    private Kernels() { }

    static <T extends RealFieldElement<T>> T identity(T x) {
        return x;
    }

    static <T extends RealFieldElement<T>> T number(T like, double value) {
        return like.getField().getZero().add(value);
    }

    static <T extends RealFieldElement<T>> T nan(T like) {
        return like.multiply(Double.NaN);
    }

    /** Whether {@code a > b}: the difference is formed before it is rounded. */
    static <T extends RealFieldElement<T>> boolean greater(T a, T b) {
        return a.subtract(b).getReal() > 0;
    }

    static <T extends RealFieldElement<T>> T truth(T like, boolean holds) {
        return number(like, holds ? 1 : 0);
    }

    static <T extends RealFieldElement<T>> T less(T a, T b) {
        return truth(a, greater(b, a));
    }

    static <T extends RealFieldElement<T>> T atMost(T a, T b) {
        return truth(a, b.subtract(a).getReal() >= 0);
    }

    static <T extends RealFieldElement<T>> T more(T a, T b) {
        return truth(a, greater(a, b));
    }

    static <T extends RealFieldElement<T>> T atLeast(T a, T b) {
        return truth(a, a.subtract(b).getReal() >= 0);
    }

    static <T extends RealFieldElement<T>> T pi(T like) {
        return like.getField().getOne().atan().multiply(4);
    }

    static <T extends RealFieldElement<T>> T log(T x) {
        return x.getReal() < 0 ? nan(x) : x.log();
    }

    static <T extends RealFieldElement<T>> T log1p(T x) {
        return x.getReal() < -1 ? nan(x) : x.log1p();
    }

    static <T extends RealFieldElement<T>> T log2(T x) {
        return log(x).divide(number(x, 2).log());
    }

    static <T extends RealFieldElement<T>> T log10(T x) {
        return log(x).divide(number(x, 10).log());
    }

    static <T extends RealFieldElement<T>> T sign(T x) {
        return number(x, Math.signum(x.getReal()));
    }

    static <T extends RealFieldElement<T>> T step(T x) {
        double real = x.getReal();
        return number(x, real >= 0 ? 1 : real < 0 ? 0 : real);
    }

    static <T extends RealFieldElement<T>> T whole(T x) {
        return truth(x, x.subtract(x.rint()).getReal() == 0);
    }

    static <T extends RealFieldElement<T>> T asin(T x) {
        return Math.abs(x.getReal()) > 1 ? nan(x) : x.asin();
    }

    static <T extends RealFieldElement<T>> T acos(T x) {
        return Math.abs(x.getReal()) > 1 ? nan(x) : x.acos();
    }

    /** Not the quotient of sinh and cosh, which is ∞/∞ far out. */
    static <T extends RealFieldElement<T>> T tanh(T x) {
        if (Math.abs(x.getReal()) < 20) {
            return x.tanh();
        }
        T e = x.abs().multiply(-2).exp();
        T one = x.getField().getOne();
        T positive = one.subtract(e).divide(one.add(e));
        return x.getReal() < 0 ? positive.negate() : positive;
    }

    static <T extends RealFieldElement<T>> T sigmoid(T x) {
        T one = x.getField().getOne();
        if (x.getReal() >= 0) {
            return one.divide(x.negate().exp().add(one));
        }
        T e = x.exp();
        return e.divide(e.add(one));
    }

    static <T extends RealFieldElement<T>> T relu(T x) {
        return x.getReal() <= 0 ? x.getField().getZero() : x;
    }

    static <T extends RealFieldElement<T>> T softplus(T x) {
        return x.getReal() > 0 ? x.add(x.negate().exp().log1p()) : x.exp().log1p();
    }

    static <T extends RealFieldElement<T>> T softsign(T x) {
        return x.divide(x.abs().add(1));
    }

    static <T extends RealFieldElement<T>> T silu(T x) {
        return x.multiply(sigmoid(x));
    }

    static <T extends RealFieldElement<T>> T gelu(T x) {
        T half = number(x, 0.5);
        return x.multiply(half).multiply(erfc(x.negate().multiply(half.sqrt())));
    }

    static <T extends RealFieldElement<T>> T erf(T x) {
        if (Math.abs(x.getReal()) < FAR) {
            return series(x);
        }
        T one = x.getField().getOne();
        return x.getReal() > 0 ? one.subtract(tail(x)) : tail(x.negate()).subtract(one);
    }

    static <T extends RealFieldElement<T>> T erfc(T x) {
        return x.getReal() > FAR ? tail(x) : x.getField().getOne().subtract(erf(x));
    }

    /** 2/√π · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5⋯(2n+1)): no sign changes, nothing cancels (Abramowitz and Stegun 7.1.6). */
    private static <T extends RealFieldElement<T>> T series(T x) {
        T square = x.multiply(x);
        T term = x;
        T sum = x;
        T before = x.getField().getZero();
        for (int n = 1; sum.subtract(before).getReal() != 0; n++) {
            before = sum;
            term = term.multiply(square).multiply(2).divide(number(x, 2 * n + 1));
            sum = sum.add(term);
        }
        return square.negate().exp().multiply(sum).multiply(2).divide(pi(x).sqrt());
    }

    /** exp(−x²)/√π · 1/(x + ½/(x + 1/(x + ³⁄₂/(x + ⋯)))) (7.1.14), by the method of Lentz. */
    private static <T extends RealFieldElement<T>> T tail(T x) {
        T fraction = x;
        T c = x;
        T d = x.reciprocal();
        T before = x.getField().getZero();
        for (int n = 1; fraction.subtract(before).getReal() != 0; n++) {
            before = fraction;
            T half = number(x, 0.5 * n);
            d = d.multiply(half).add(x).reciprocal();
            c = half.divide(c).add(x);
            fraction = fraction.multiply(c).multiply(d);
        }
        return x.multiply(x).negate().exp().divide(fraction.multiply(pi(x).sqrt()));
    }

    static <T extends RealFieldElement<T>> T power(T base, T exponent) {
        double n = exponent.getReal();
        if (base.getReal() > 0) {
            return base.pow(exponent);
        }
        if (n == Math.rint(n) && Math.abs(n) <= Integer.MAX_VALUE) {
            return base.pow((int) n);
        }
        return base.getReal() < 0 ? nan(base) : n > 0 ? base.getField().getZero() : base.getField().getOne().divide(base);
    }

    static <T extends RealFieldElement<T>> T slope(T x, T slope) {
        return x.getReal() > 0 ? x : x.multiply(slope);
    }

    static <T extends RealFieldElement<T>> T elu(T x, T alpha) {
        return x.getReal() > 0 ? x : alpha.multiply(x.expm1());
    }

    static <T extends RealFieldElement<T>> T choice(T condition, T a, T b) {
        return condition.getReal() != 0 ? a : b;
    }

    static <T extends RealFieldElement<T>> T clip(T x, T lo, T hi) {
        T raised = greater(lo, x) ? lo : x;
        return greater(raised, hi) ? hi : raised;
    }
}
