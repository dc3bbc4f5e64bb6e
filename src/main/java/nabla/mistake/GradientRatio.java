package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.List;
import java.util.TreeSet;
import nabla.graph.Node;
import nabla.report.MistakeCode;
import nabla.tensor.Tensor;

/** The constant c in answer = c · gradient, and what it says: sign, factor, mean. */
record GradientRatio(double value, boolean certain, double same) {

    /** A smaller ratio is what rounding has left of 0. */
    private static final double ROUNDING = 1e-13;

    /** The ratio that all entries at all points have; null if there is none. It is certain if more than one entry has it. */
    static GradientRatio of(List<Tensor> answers, List<Tensor> truths, double same) {
        double c = Double.NaN;
        int seen = 0;
        for (int p = 0; p < truths.size(); p++) {
            double largest = truths.get(p).largest();
            for (int k = 0; k < truths.get(p).count() && largest > 0; k++) {
                if (Math.abs(truths.get(p).at(k)) == largest && Double.isNaN(c)) {
                    c = answers.get(p).at(k) / truths.get(p).at(k);
                }
                seen += Math.abs(truths.get(p).at(k)) > 1e-6 * largest ? 1 : 0;
            }
            for (int k = 0; k < truths.get(p).count(); k++) {
                double right = c * truths.get(p).at(k);
                double size = Math.max(Math.abs(c), 1) * largest;
                if (!(Math.abs(answers.get(p).at(k) - right) <= same * size)) {
                    return null;
                }
            }
        }
        return seen == 0 || Math.abs(c) < ROUNDING ? null : new GradientRatio(c, seen > 1, same);
    }

    boolean is(double number) {
        return Math.abs(value - number) <= 10 * same * Math.abs(number);
    }

    /** What the ratio explains, for a graph. */
    void explain(Backprop pass, Drafts drafts) {
        if (is(-1)) {
            return;
        }
        drafts.at(Rank.FACTOR);
        GradientRatio size = new GradientRatio(Math.abs(value), certain, same);
        String also = value < 0 ? "the sign is flipped, and " : "";
        List<Divisor> divisors = Divisor.of(pass);
        int before = drafts.candidates().size();
        for (Divisor divisor : divisors) {
            String one = "the factor 1/" + divisor.text();
            if (size.is(divisor.value())) {
                drafts.add(named(MEAN), also + one + " is missing", drafts.answer());
            } else if (size.is(1 / divisor.value()) || size.is(1 / divisor.value() / divisor.value())) {
                drafts.add(named(MEAN), also + one + " is there twice", drafts.answer());
            }
        }
        sizes(pass, size, divisors, also, drafts);
        boolean mean = drafts.candidates().subList(before, drafts.candidates().size()).stream()
                .anyMatch(candidate -> candidate.codes().begins(MEAN));
        boolean usual = is(2) || is(0.5);
        boolean common = is(-2) || is(-0.5);
        if (common || certain && !mean && !usual) {
            drafts.at(common ? Rank.FACTOR : Rank.LAST);
            drafts.add(named(FACTOR), "the answer is " + Naming.number(value) + " times the right one", drafts.answer());
        }
    }

    private Codes named(MistakeCode code) {
        return value < 0 ? Codes.both(code, SIGN) : Codes.of(code);
    }

    /** A mean where there is none, over something else, or with n - 1 for n. */
    private void sizes(Backprop pass, GradientRatio size, List<Divisor> divisors, String also, Drafts drafts) {
        for (int m : sizes(pass)) {
            boolean known = divisors.stream().anyMatch(divisor -> divisor.value() == m);
            if (!known && size.is(1.0 / m)) {
                // A factor of the graph that is forgotten is likelier.
                drafts.at(Rank.VAGUE - 1);
                drafts.add(named(MEAN), also + "a mean is taken, but the output is a sum", drafts.answer());
                drafts.at(Rank.FACTOR);
            } else if (m > 2 && (size.is(m / (m - 1.0)) || size.is((m - 1.0) / m)) && PathSlips.isIn(pass)) {
                drafts.add(named(NORM_PATH), also + "n and n - 1 are mixed up", drafts.answer());
            }
            for (Divisor right : divisors) {
                if (!known && size.certain && !size.is(2) && !size.is(0.5) && size.is(right.value() / m)) {
                    drafts.add(named(MEAN), also + "the mean is over " + right.text() + ", but the answer is divided by another number",
                            drafts.answer());
                }
            }
        }
    }

    /** Numbers of examples, rows, columns and entries in the graph, 1 left out. */
    private static TreeSet<Integer> sizes(Backprop pass) {
        TreeSet<Integer> sizes = new TreeSet<>();
        for (Node node : pass.order()) {
            sizes.addAll(List.of(node.shape().size(0), node.shape().rows(), node.shape().columns(), node.shape().count()));
        }
        sizes.remove(1);
        return sizes;
    }
}
