package nabla.op;

/**
 * What functions of two numbers gain where their arguments change, for many changes side by side; see {@link Differences}. The arrays
 * {@code da} and {@code db} are null where an argument does not change; one of them is not.
 */
final class PairDifferences {

    private PairDifferences() { }

    /** For n lanes: arguments with their changes, the value, and room for the result, which is returned (or one of the changes, where it is that). */
    interface Rule {
        double[] over(double a, double[] da, double b, double[] db, double y, double[] out, int n);
    }

    /** The rule for any function: one value less the other. */
    static Rule plain(Sweep function) {
        return (a, da, b, db, y, out, n) -> {
            for (int l = 0; l < n; l++) {
                double first = da == null ? 0 : da[l];
                double second = db == null ? 0 : db[l];
                out[l] = first == 0 && second == 0 ? 0 : function.applyAsDouble(a + first, b + second) - y;
            }
            return out;
        };
    }

    static double[] add(double a, double[] da, double b, double[] db, double y, double[] out, int n) {
        if (da == null || db == null) {
            return da == null ? db : da;
        }
        for (int l = 0; l < n; l++) {
            out[l] = da[l] + db[l];
        }
        return out;
    }

    static double[] sub(double a, double[] da, double b, double[] db, double y, double[] out, int n) {
        if (db == null) {
            return da;
        } else if (da == null) {
            Differences.scaled(-1, db, out, n);
            return out;
        }
        for (int l = 0; l < n; l++) {
            out[l] = da[l] - db[l];
        }
        return out;
    }

    /** (a + da)(b + db) − ab = a·db + b·da + da·db. */
    static double[] mul(double a, double[] da, double b, double[] db, double y, double[] out, int n) {
        if (da == null || db == null) {
            Differences.scaled(da == null ? a : b, da == null ? db : da, out, n);
            return out;
        }
        for (int l = 0; l < n; l++) {
            out[l] = Math.fma(a + da[l], db[l], b * da[l]);
        }
        return out;
    }

    /** (a + da)/(b + db) − y = (da − y·db)/(b + db). */
    static double[] div(double a, double[] da, double b, double[] db, double y, double[] out, int n) {
        if (db == null) {
            for (int l = 0; l < n; l++) {
                out[l] = da[l] / b;
            }
        } else if (da == null) {
            for (int l = 0; l < n; l++) {
                out[l] = -y * db[l] / (b + db[l]);
            }
        } else {
            for (int l = 0; l < n; l++) {
                out[l] = (da[l] - y * db[l]) / (b + db[l]);
            }
        }
        return out;
    }

    /** With q the logarithm of what the value is multiplied by, (b + db)·log1p(da/a) + db·log a: y·expm1(q). */
    static double[] pow(double a, double[] da, double b, double[] db, double y, double[] out, int n) {
        if (db == null && b == 2) {
            for (int l = 0; l < n; l++) {
                out[l] = da[l] * (2 * a + da[l]);
            }
            return out;
        }
        boolean known = a > 0 || db == null && a < 0 && b == Math.rint(b);
        if (!known || y == 0 || !Double.isFinite(y)) {
            return plain(Scalars::pow).over(a, da, b, db, y, out, n);
        }
        Differences.clear(out, n);
        if (da != null) {
            Differences.log(a, 0, da, out, n);
            for (int l = 0; l < n; l++) {
                out[l] *= db == null ? b : b + db[l];
            }
        }
        if (db != null) {
            Differences.add(StrictMath.log(a), db, out, n);
        }
        ExponentialSeries.expm1(out, out, n);
        Differences.scale(out, y, n);
        for (int l = 0; l < n && da != null; l++) {
            if (!(da[l] / a > -1)) {
                out[l] = Scalars.pow(a + da[l], db == null ? b : b + db[l]) - y;
            }
        }
        return out;
    }

    /** Where x stays on its side of 0: the change of x, or a·dx + (x + dx)·da. */
    static double[] prelu(double x, double[] dx, double a, double[] da, double y, double[] out, int n) {
        if (da == null && x > 0 && ExponentialSeries.within(dx, x / 2, n)) {
            return dx;
        }
        for (int l = 0; l < n; l++) {
            double move = dx == null ? 0 : dx[l];
            double slope = da == null ? 0 : da[l];
            double at = x + move;
            out[l] = x > 0 ? at > 0 ? move : (a + slope) * at - x : at > 0 ? at - y : Math.fma(a, move, slope * at);
        }
        return out;
    }

    /** Below 0, where only x changes: a·eˣ·expm1(dx). */
    static double[] elu(double x, double[] dx, double a, double[] da, double y, double[] out, int n) {
        if (da != null) {
            return plain(Scalars::elu).over(x, dx, a, da, y, out, n);
        }
        ExponentialSeries.expm1(dx, out, n);
        Differences.scale(out, a * StrictMath.exp(Math.min(x, 0)), n);
        for (int l = 0; l < n; l++) {
            double at = x + dx[l];
            out[l] = x > 0 && at > 0 ? dx[l] : x > 0 || at > 0 ? Scalars.elu(at, a) - y : out[l];
        }
        return out;
    }

    /** The angle between where it was and where it is; the plain difference where the two are on both sides of the cut. */
    static double[] atan2(double y, double[] dy, double x, double[] dx, double angle, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            double up = dy == null ? 0 : dy[l];
            double across = dx == null ? 0 : dx[l];
            double turn = StrictMath.atan2(x * up - y * across, x * (x + across) + y * (y + up));
            double plain = StrictMath.atan2(y + up, x + across) - angle;
            out[l] = up == 0 && across == 0 ? 0 : Math.abs(turn - plain) < 1 ? turn : plain;
        }
        return out;
    }

    /** (da(2a + da) + db(2b + db))/(y' + y). */
    static double[] hypot(double a, double[] da, double b, double[] db, double y, double[] out, int n) {
        for (int l = 0; l < n; l++) {
            double first = da == null ? 0 : da[l];
            double second = db == null ? 0 : db[l];
            double gain = first * (2 * a + first) + second * (2 * b + second);
            out[l] = first == 0 && second == 0 ? 0 : gain / (StrictMath.hypot(a + first, b + second) + y);
        }
        return out;
    }
}
