package nabla.op;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What functions of one number gain where their argument changes, for many changes side by side, by identities that lose no digit of a small
 * change: f(x + d) − f(x). Sources: the addition theorems of Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 4.3 and 4.5.
 * Every loop is over arrays indexed by the bare loop variable, with multiplications that do not round in between ({@link Math#fma} is the
 * same on every machine); changes too large for the series are left to the library, one by one.
 */
final class Differences {

    private Differences() { }

    /** For n lanes: the argument x, the value y there, changes d, and room for the result. */
    interface Rule {
        void over(double x, double y, double[] d, double[] out, int n);
    }

    /** The rule for any function: one value less the other. */
    static Rule plain(DoubleUnaryOperator function) {
        return (x, y, d, out, n) -> {
            for (int l = 0; l < n; l++) {
                out[l] = d[l] == 0 ? 0 : function.applyAsDouble(x + d[l]) - y;
            }
        };
    }

    /** Large changes by that rule, which loses nothing of them; the series might overflow. */
    private static void plainly(DoubleUnaryOperator function, double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            if (!(Math.abs(d[l]) <= 1)) {
                out[l] = function.applyAsDouble(x + d[l]) - y;
            }
        }
    }

    /** Adds absolute values, lane by lane. */
    static void addSizes(double[] sizes, double[] d, int n) {
        for (int l = 0; l < n; l++) {
            sizes[l] += Math.abs(d[l]);
        }
    }

    /** e^(x + d) − e^x = e^x·expm1(d). */
    static void exp(double x, double y, double[] d, double[] out, int n) {
        ExponentialSeries.expm1(d, out, n);
        scale(out, y, n);
    }

    static void shiftedExp(double x, double y, double[] d, double[] out, int n) {
        exp(x, y + 1, d, out, n);
    }

    /** log(x + d) − log x = log1p(d/x). */
    static void log(double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            out[l] = d[l] / x;
        }
        ExponentialSeries.log1p(out, out, n);
    }

    static void log1p(double x, double y, double[] d, double[] out, int n) {
        log(1 + x, y, d, out, n);
    }

    static Rule logarithm(double base) {
        double factor = 1 / StrictMath.log(base);
        return (x, y, d, out, n) -> {
            log(x, y, d, out, n);
            scale(out, factor, n);
        };
    }

    /** d/(√(x + d) + √x). */
    static void sqrt(double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            out[l] = d[l] == 0 ? 0 : d[l] / (Math.sqrt(x + d[l]) + y);
        }
    }

    /** With e = expm1(2d) and T = tanh x: e(1 − T²)/(2 + e(1 + T)). */
    static void tanh(double x, double y, double[] d, double[] out, int n) {
        double rise = 1 - y * y;
        double above = 1 + y;
        for (int l = 0; l < n; l++) {
            out[l] = 2 * d[l];
        }
        ExponentialSeries.Reach reach = ExponentialSeries.reach(out, n);
        ExponentialSeries.expm1(out, out, n, reach);
        for (int l = 0; l < n; l++) {
            out[l] = out[l] * rise / Math.fma(out[l], above, 2);
        }
        if (reach == ExponentialSeries.Reach.FAR) {
            plainly(StrictMath::tanh, x, y, d, out, n);
        }
    }

    /** With e = expm1(d) and s = σ(x): e·s(1 − s)/(1 + e·s). */
    static void sigmoid(double x, double y, double[] d, double[] out, int n) {
        ExponentialSeries.Reach reach = ExponentialSeries.reach(d, n);
        ExponentialSeries.expm1(d, out, n, reach);
        double rise = y * (1 - y);
        for (int l = 0; l < n; l++) {
            out[l] = out[l] * rise / Math.fma(out[l], y, 1);
        }
        if (reach == ExponentialSeries.Reach.FAR) {
            plainly(Scalars::sigmoid, x, y, d, out, n);
        }
    }

    /** log(1 + σ(x)·expm1(d)). */
    static void softplus(double x, double y, double[] d, double[] out, int n) {
        ExponentialSeries.expm1(d, out, n);
        scale(out, Scalars.sigmoid(x), n);
        ExponentialSeries.log1p(out, out, n);
        plainly(Scalars::softplus, x, y, d, out, n);
    }

    /** (x + d)·σ(x + d) − x·σ(x) = x·Δσ + d·(σ(x) + Δσ). */
    static void silu(double x, double y, double[] d, double[] out, int n) {
        double before = Scalars.sigmoid(x);
        sigmoid(x, before, d, out, n);
        for (int l = 0; l < n; l++) {
            out[l] = Math.fma(x + d[l], out[l], before * d[l]);
        }
    }

    static void relu(double x, double y, double[] d, double[] out, int n) {
        if (x > 0) {
            for (int l = 0; l < n; l++) {
                out[l] = Math.max(d[l], -x);
            }
        } else {
            for (int l = 0; l < n; l++) {
                out[l] = Math.max(x + d[l], 0);
            }
        }
    }

    static void abs(double x, double y, double[] d, double[] out, int n) {
        double sign = x < 0 ? -1 : 1;
        for (int l = 0; l < n; l++) {
            double change = sign * d[l];
            out[l] = Math.max(change, -2 * y - change);
        }
    }

    static void neg(double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            out[l] = -d[l];
        }
    }

    /** 2 cos(x + d/2) sin(d/2). */
    static void sin(double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            double half = d[l] / 2;
            out[l] = half == 0 ? 0 : 2 * StrictMath.cos(x + half) * StrictMath.sin(half);
        }
    }

    /** −2 sin(x + d/2) sin(d/2). */
    static void cos(double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            double half = d[l] / 2;
            out[l] = half == 0 ? 0 : -2 * StrictMath.sin(x + half) * StrictMath.sin(half);
        }
    }

    /** sin d/(cos x · cos(x + d)). */
    static void tan(double x, double y, double[] d, double[] out, int n) {
        double cos = StrictMath.cos(x);
        for (int l = 0; l < n; l++) {
            out[l] = d[l] == 0 ? 0 : StrictMath.sin(d[l]) / (cos * StrictMath.cos(x + d[l]));
        }
    }

    /** 2 cosh(x + d/2) sinh(d/2). */
    static void sinh(double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            double half = d[l] / 2;
            out[l] = half == 0 ? 0 : 2 * StrictMath.cosh(x + half) * StrictMath.sinh(half);
        }
    }

    /** 2 sinh(x + d/2) sinh(d/2). */
    static void cosh(double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            double half = d[l] / 2;
            out[l] = half == 0 ? 0 : 2 * StrictMath.sinh(x + half) * StrictMath.sinh(half);
        }
    }

    /** arctan(d/(1 + x(x + d))), where the two angles are less than a right one apart. */
    static void atan(double x, double y, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            double below = 1 + x * (x + d[l]);
            out[l] = d[l] == 0 ? 0 : below > 0 ? StrictMath.atan(d[l] / below) : StrictMath.atan(x + d[l]) - y;
        }
    }

    static void scale(double[] out, double factor, int n) {
        for (int l = 0; l < n; l++) {
            out[l] *= factor;
        }
    }

    /** out = factor·d. */
    static void scaled(double factor, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            out[l] = factor * d[l];
        }
    }

    /** out += factor·d. */
    static void add(double factor, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            out[l] = Math.fma(factor, d[l], out[l]);
        }
    }

    /** out += a·d. */
    static void add(double[] a, double[] d, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            out[l] = Math.fma(a[l], d[l], out[l]);
        }
    }

    /** out += (a + da)(b + db) − ab; a null does not change. */
    static void product(double a, double[] da, double b, double[] db, double[] out, int n) {
        if (da != null) {
            add(b, da, out, n);
        }
        if (db != null) {
            add(a, db, out, n);
        }
        if (da != null && db != null) {
            add(da, db, out, n);
        }
    }

    static void clear(double[] out, int n) {
        Arrays.fill(out, 0, n, 0);
    }
}
