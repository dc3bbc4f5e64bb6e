package nabla.mistake;

import java.util.Arrays;
import nabla.tensor.Tensor;

/**
 * How far an answer may be from what was meant.
 *
 * @param entries  for each entry, NaN where it is exact; null where all are
 * @param relative relative to the largest entry
 */
record AnswerTolerance(double[] entries, double relative) {

    static final AnswerTolerance NONE = new AnswerTolerance(null, 0);

    private static final double SAME = 1e-9;
    /** A larger deviation would let everything pass for everything. */
    private static final double MOST = 1e-3;

    /** How far two matrices may differ, relative to the larger one. */
    double same() {
        return Math.max(SAME, Math.min(MOST, relative));
    }

    /** Whether no entry may be rounded. */
    boolean isExact() {
        return entries == null || Arrays.stream(entries).allMatch(Double::isNaN);
    }

    /**
     * Whether two matrices are the same but for rounding. Where one is not finite, as behind a division by a mask, the other has to be the same;
     * and something else has to be there, and the same too.
     */
    boolean isSame(Tensor given, Tensor answer) {
        double largest = 0;
        boolean finite = true;
        for (int k = 0; k < given.count(); k++) {
            double size = Math.max(Math.abs(given.at(k)), Math.abs(answer.at(k)));
            if (Double.isFinite(size)) {
                largest = Math.max(largest, size);
            } else if (Double.compare(given.at(k), answer.at(k)) != 0) {
                return false;
            } else {
                finite = false;
            }
        }
        if (!finite && largest == 0) {
            return false;
        }
        double allowed = same() * largest;
        for (int k = 0; k < given.count(); k++) {
            if (!Double.isFinite(given.at(k))) {
                continue;
            }
            double rounded = entries == null || Double.isNaN(entries[k]) ? 0 : entries[k];
            if (!(Math.abs(given.at(k) - answer.at(k)) <= Math.max(allowed, rounded * (1 + SAME)))) {
                return false;
            }
        }
        return true;
    }
}
