package nabla.op;

import nabla.number.Real;

/**
 * Elementwise kernels over any arithmetic. No constant of theirs is a rounded one: π, √2 and log 10 are computed in the arithmetic,
 * and series run until a term no longer changes the sum.
 */
final class Kernels {

    /** Above it the continued fraction of erfc is shorter than the series of erf, at 60 digits. */
    private static final double FAR = 4;

    /** Below it exp(x) − 1 and log(1 + x) are summed up as series: as differences they would lose digits. */
    private static final double NEAR = 0.1;

    /** Beyond it erfc is less than any number of 60 digits. */
    private static final double FARTHEST = 500;

    /** How many terms of a continued fraction go by before it is looked at. */
    private static final int STRIDE = 8;

    private Kernels() { }

    static <T extends Real<T>> T identity(T x) {
        return x;
    }

    static <T extends Real<T>> T nan(T like) {
        return like.multiply(Double.NaN);
    }

    static <T extends Real<T>> T truth(T like, boolean holds) {
        return like.number(holds ? 1 : 0);
    }

    static <T extends Real<T>> T equal(T a, T b) {
        return truth(a, b.subtract(a).sign() == 0);
    }

    static <T extends Real<T>> T less(T a, T b) {
        return truth(a, a.isLess(b));
    }

    static <T extends Real<T>> T atMost(T a, T b) {
        return truth(a, b.subtract(a).sign() >= 0);
    }

    static <T extends Real<T>> T more(T a, T b) {
        return truth(a, b.isLess(a));
    }

    static <T extends Real<T>> T atLeast(T a, T b) {
        return truth(a, a.subtract(b).sign() >= 0);
    }

    static <T extends Real<T>> T pi(T like) {
        return like.number(1).atan().multiply(4);
    }

    static <T extends Real<T>> T log(T x) {
        return x.sign() < 0 ? nan(x) : x.log();
    }

    static <T extends Real<T>> T log1p(T x) {
        double real = x.getReal();
        if (Math.abs(real) >= NEAR || Double.isNaN(real)) {
            return real < -1 ? nan(x) : x.log1p();
        }
        T ratio = x.divide(x.add(2));
        T square = ratio.multiply(ratio);
        T power = ratio;
        T sum = ratio;
        T before = x.number(0);
        for (int n = 3; changes(before, sum); n += 2) {
            before = sum;
            power = power.multiply(square);
            sum = sum.add(power.divide(n));
        }
        return sum.multiply(2);
    }

    static <T extends Real<T>> T expm1(T x) {
        if (!(Math.abs(x.getReal()) < NEAR)) {
            return Exponentials.exp(x).subtract(1);
        }
        T term = x;
        T sum = x;
        T before = x.number(0);
        for (int n = 2; changes(before, sum); n++) {
            before = sum;
            term = term.multiply(x).divide(n);
            sum = sum.add(term);
        }
        return sum;
    }

    /** Whether a series goes on; it stops where it is not a number. */
    private static <T extends Real<T>> boolean changes(T before, T after) {
        return Math.abs(after.subtract(before).sign()) > 0;
    }

    static <T extends Real<T>> T log2(T x) {
        return log(x).divide(x.number(2).log());
    }

    static <T extends Real<T>> T log10(T x) {
        return log(x).divide(x.number(10).log());
    }

    static <T extends Real<T>> T sign(T x) {
        return x.number(x.sign());
    }

    static <T extends Real<T>> T step(T x) {
        double sign = x.sign();
        return x.number(sign >= 0 ? 1 : sign < 0 ? 0 : sign);
    }

    static <T extends Real<T>> T whole(T x) {
        return truth(x, x.subtract(x.rint()).isZero());
    }

    static <T extends Real<T>> T asin(T x) {
        double real = x.getReal();
        boolean end = Math.abs(real) == 1 && x.subtract(real).isZero();
        return end ? pi(x).multiply(real).divide(2) : Math.abs(real) > 1 ? nan(x) : x.asin();
    }

    static <T extends Real<T>> T acos(T x) {
        double real = x.getReal();
        boolean end = Math.abs(real) == 1 && x.subtract(real).isZero();
        return end ? pi(x).multiply((1 - real) / 2) : Math.abs(real) > 1 ? nan(x) : x.acos();
    }

    static <T extends Real<T>> T sinh(T x) {
        if (!(Math.abs(x.getReal()) < 1)) {
            return Exponentials.sinh(x);
        }
        T e = expm1(x);
        return e.add(e.divide(e.add(1))).divide(2);
    }

    /** By exp of a negative number, which cannot overflow. */
    static <T extends Real<T>> T tanh(T x) {
        T e = expm1(x.multiply(x.sign() > 0 ? -2 : 2));
        T negative = e.divide(e.add(2));
        return x.sign() > 0 ? negative.negate() : negative;
    }

    static <T extends Real<T>> T sigmoid(T x) {
        T one = x.number(1);
        if (x.sign() >= 0) {
            return one.divide(Exponentials.exp(x.negate()).add(one));
        }
        T e = Exponentials.exp(x);
        return e.divide(e.add(one));
    }

    static <T extends Real<T>> T relu(T x) {
        return x.sign() <= 0 ? x.number(0) : x;
    }

    static <T extends Real<T>> T softplus(T x) {
        return x.sign() > 0 ? x.add(log1p(Exponentials.exp(x.negate()))) : log1p(Exponentials.exp(x));
    }

    static <T extends Real<T>> T logaddexp(T a, T b) {
        T lead = a.subtract(b);
        return lead.sign() > 0 ? a.add(log1p(Exponentials.exp(lead.negate()))) : b.add(log1p(Exponentials.exp(lead)));
    }

    static <T extends Real<T>> T softsign(T x) {
        return x.divide(x.abs().add(1));
    }

    static <T extends Real<T>> T silu(T x) {
        return x.multiply(sigmoid(x));
    }

    static <T extends Real<T>> T gelu(T x) {
        T half = x.number(0.5);
        return x.multiply(half).multiply(erfc(x.negate().multiply(half.sqrt())));
    }

    static <T extends Real<T>> T erf(T x) {
        if (Math.abs(x.getReal()) < FAR) {
            return series(x);
        }
        T one = x.number(1);
        return x.sign() > 0 ? one.subtract(tail(x)) : tail(x.negate()).subtract(one);
    }

    static <T extends Real<T>> T erfc(T x) {
        return x.getReal() > FAR ? tail(x) : x.number(1).subtract(erf(x));
    }

    /** 2/√π · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5⋯(2n+1)): no sign changes, nothing cancels (Abramowitz and Stegun 7.1.6). */
    private static <T extends Real<T>> T series(T x) {
        T square = x.multiply(x);
        T term = x;
        T sum = x;
        T before = x.number(0);
        for (int n = 1; changes(before, sum); n++) {
            before = sum;
            term = term.multiply(square).multiply(2).divide(x.number(2 * n + 1));
            sum = sum.add(term);
        }
        return Exponentials.exp(square.negate()).multiply(sum).multiply(2).divide(pi(x).sqrt());
    }

    /**
     * exp(−x²)/√π · 1/(x + ½/(x + 1/(x + ³⁄₂/(x + ⋯)))) (7.1.14), whose fraction is half of 2x + 2/(2x + 4/(2x + 6/(2x + ⋯))). By the
     * recurrence of its numerators and denominators, which needs no division but to see whether it comes closer: in the end it moves about by
     * its rounding.
     */
    private static <T extends Real<T>> T tail(T x) {
        if (x.getReal() > FARTHEST) {
            return x.number(0);
        }
        T twice = x.multiply(2);
        T above = x.number(1);
        T numerator = twice;
        T below = x.number(0);
        T denominator = x.number(1);
        T fraction = twice;
        T last = null;
        boolean closer = true;
        for (int n = 1; closer; n++) {
            T next = twice.multiply(numerator).add(above.multiply(2 * n));
            above = numerator;
            numerator = next;
            next = twice.multiply(denominator).add(below.multiply(2 * n));
            below = denominator;
            denominator = next;
            if (n % STRIDE == 0) {
                T better = numerator.divide(denominator);
                T off = better.subtract(fraction).abs();
                closer = off.sign() > 0 && (last == null || off.isLess(last));
                fraction = better;
                last = off;
            }
        }
        return Exponentials.exp(x.multiply(x).negate()).multiply(2).divide(fraction.multiply(pi(x).sqrt()));
    }

    static <T extends Real<T>> T slope(T x, T slope) {
        return x.sign() > 0 ? x : x.multiply(slope);
    }

    static <T extends Real<T>> T elu(T x, T alpha) {
        return x.sign() > 0 ? x : alpha.multiply(expm1(x));
    }

    static <T extends Real<T>> T choice(T condition, T a, T b) {
        return condition.sign() != 0 ? a : b;
    }

    static <T extends Real<T>> T clip(T x, T lo, T hi) {
        T raised = x.isLess(lo) ? lo : x;
        return hi.isLess(raised) ? hi : raised;
    }
}
