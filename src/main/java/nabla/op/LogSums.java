package nabla.op;

import nabla.number.Real;
import nabla.tensor.Numbers;

/** log Σ exp z of one group, as its largest entry plus what the others add: that is log1p, so no digit of a small rest is lost. */
final class LogSums {

    private LogSums() { }

    /** log Σ exp(z − largest). */
    static double rest(double[] z, Groups groups, int group, double largest) {
        boolean taken = false;
        double sum = 0;
        for (int k = 0; k < groups.size(); k++) {
            double x = z[groups.index(group, k)];
            if (x == largest && !taken) {
                taken = true;
            } else {
                sum += Math.exp(x - largest);
            }
        }
        return Math.log1p(sum);
    }

    /** log Σ exp(z − largest). */
    static <T extends Real<T>> T rest(Numbers<T> z, Groups groups, int group, T largest) {
        T sum = largest.number(0);
        for (int k = 0; k < groups.size(); k++) {
            sum = sum.add(Exponentials.exp(z.at(groups.index(group, k)).subtract(largest)));
        }
        return sum.log();
    }
}
