package nabla.op;

import nabla.graph.Apply;
import nabla.tensor.Axes;
import nabla.tensor.Lanes;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * Lanes of softmax and its relatives, example by example. With p = softmax(z), d the changes of z and s = Σ p·expm1(d), log Σ exp z gains
 * log1p(s), and p gains p·(expm1(d) − s)/(1 + s).
 */
final class ClassLanes {

    private final Tensor z;
    private final Lanes changes;
    private final Groups groups;
    private final int columns;
    private final int n;

    ClassLanes(Tensor z, Lanes changes, Axes axes) {
        this.z = z;
        this.changes = changes;
        this.groups = Groups.ofClasses(z.shape(), axes);
        this.columns = z.columns();
        this.n = changes.count();
    }

    /** Of whole examples: those that a change touches. */
    static Region touched(Region changed, Apply self, Axes axes) {
        Shape shape = self.argument(0).shape();
        return examples(changed, shape, Axis.ofClasses(shape, axes));
    }

    private static Region examples(Region changed, Shape shape, Axes axes) {
        return axes.isAll() ? Region.all(shape) : changed.along(axes, shape);
    }

    /** The change of entry k of an example, or null. */
    double[] at(int group, int k) {
        return changes.get(groups.index(group, k));
    }

    /** Whether anything in an example changes. */
    boolean touches(int group) {
        for (int k = 0; k < groups.size(); k++) {
            if (at(group, k) != null) {
                return true;
            }
        }
        return false;
    }

    /** How far all changes of an example together reach: to look once at their sum is quicker than at each. */
    private ExponentialSeries.Reach reach(int group, double[] scratch) {
        Differences.clear(scratch, n);
        for (int k = 0; k < groups.size(); k++) {
            double[] d = at(group, k);
            if (d != null) {
                Differences.addSizes(scratch, d, n);
            }
        }
        return ExponentialSeries.reach(scratch, n);
    }

    private static void expm1(double[] d, double[] out, int n, ExponentialSeries.Reach reach) {
        ExponentialSeries.expm1(d, out, n, reach == ExponentialSeries.Reach.FAR ? ExponentialSeries.reach(d, n) : reach);
    }

    /** s for one example, given log Σ exp z of it. */
    double[] rise(int group, double total, double[] out, double[] scratch) {
        ExponentialSeries.Reach reach = reach(group, scratch);
        Differences.clear(out, n);
        for (int k = 0; k < groups.size(); k++) {
            double[] d = at(group, k);
            if (d != null) {
                expm1(d, scratch, n, reach);
                Differences.add(Math.exp(z.at(groups.index(group, k)) - total), scratch, out, n);
            }
        }
        return out;
    }

    /** log Σ exp z of an example. */
    double total(int group) {
        double largest = groups.extreme(z.data(), group, true);
        return largest + LogSums.rest(z.data(), groups, group, largest);
    }

    void softmax(Tensor p, Lanes result) {
        double[] s = result.scratch(0);
        for (int g = 0; g < groups.count(); g++) {
            if (touches(g)) {
                ExponentialSeries.Reach reach = reach(g, s);
                Differences.clear(s, n);
                for (int k = 0; k < groups.size(); k++) {
                    double[] d = at(g, k);
                    double[] out = own(result, g, k);
                    if (d == null) {
                        Differences.clear(out, n);
                    } else {
                        expm1(d, out, n, reach);
                        Differences.add(p.at(groups.index(g, k)), out, s, n);
                    }
                }
                for (int k = 0; k < groups.size(); k++) {
                    share(p.at(groups.index(g, k)), s, own(result, g, k));
                }
            } else {
                clear(g, result);
            }
        }
    }

    private void share(double p, double[] s, double[] out) {
        for (int l = 0; l < n; l++) {
            out[l] = p * (out[l] - s[l]) / (1 + s[l]);
        }
    }

    void logSoftmax(Lanes result) {
        double[] s = result.scratch(0);
        for (int g = 0; g < groups.count(); g++) {
            if (touches(g)) {
                ExponentialSeries.log1p(rise(g, total(g), s, result.scratch(1)), s, n);
                for (int k = 0; k < groups.size(); k++) {
                    double[] d = at(g, k);
                    double[] out = own(result, g, k);
                    for (int l = 0; l < n; l++) {
                        out[l] = (d == null ? 0 : d[l]) - s[l];
                    }
                }
            } else {
                clear(g, result);
            }
        }
    }

    private void clear(int group, Lanes result) {
        for (int k = 0; k < groups.size(); k++) {
            int at = groups.index(group, k);
            if (result.region().contains(at / columns, at % columns)) {
                result.cleared(at / columns, at % columns);
            }
        }
    }

    private double[] own(Lanes result, int group, int k) {
        return result.own(groups.index(group, k));
    }

    /** The values are those of the result, where they are known. */
    void logSumExp(Tensor value, Lanes result) {
        for (int g = 0; g < groups.count(); g++) {
            int row = g / value.columns();
            int column = g % value.columns();
            if (result.region().contains(row, column)) {
                double[] out = result.own(row, column);
                ExponentialSeries.log1p(rise(g, value.at(g), out, result.scratch(1)), out, n);
            }
        }
    }

    /** Σ y·(log1p(s) − d)/examples, where only z changes. */
    void crossEntropy(Tensor y, Lanes result) {
        double[] out = result.cleared(0, 0);
        double[] s = result.scratch(0);
        for (int g = 0; g < groups.count(); g++) {
            if (touches(g)) {
                ExponentialSeries.log1p(rise(g, total(g), s, result.scratch(1)), s, n);
                double sum = 0;
                for (int k = 0; k < groups.size(); k++) {
                    double weight = y.at(groups.index(g, k));
                    sum += weight;
                    double[] d = at(g, k);
                    if (d != null && weight != 0) {
                        Differences.add(-weight, d, out, n);
                    }
                }
                Differences.add(sum, s, out, n);
            }
        }
        Differences.scale(out, 1.0 / groups.count(), n);
    }
}
