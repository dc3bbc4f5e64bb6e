package nabla.mistake;

import java.util.List;
import java.util.TreeSet;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.matrix.Matrix;
import nabla.op.Binary;
import nabla.op.Indexing;
import nabla.op.Unary;

/** The constant c in answer = c · gradient, and what it says: sign, factor, mean. */
record Ratio(double value, boolean certain, double same) {

    /** The ratio that all entries at all points have; null if there is none. It is certain if more than one entry has it. */
    static Ratio of(List<Matrix> answers, List<Matrix> truths, double same) {
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
        return seen == 0 || c == 0 ? null : new Ratio(c, seen > 1, same);
    }

    private boolean is(double number) {
        return Math.abs(value - number) <= 10 * same * Math.abs(number);
    }

    /** What the ratio explains, for a graph. */
    void explain(Backprop pass, Drafts drafts) {
        if (is(-1)) {
            return;
        }
        Ratio size = new Ratio(Math.abs(value), certain, same);
        String sign = value < 0 ? "+sign" : "";
        String also = value < 0 ? "the sign is flipped, and " : "";
        for (int m : sizes(pass)) {
            boolean averages = averages(pass, m);
            if (size.is(m) && averages) {
                drafts.add("mean" + sign, also + "the factor 1/m is missing: the answer is m = " + m + " times the right one", drafts.answer());
            } else if (size.is(1.0 / m) || size.is(1.0 / m / m)) {
                drafts.add("mean" + sign, also + "the factor 1/m is there " + (averages ? "twice" : "without need") + ": the answer is 1/m = 1/"
                        + m + " times the right one", drafts.answer());
            } else if (m > 2 && (size.is(m / (m - 1.0)) || size.is((m - 1.0) / m)) && PathSlips.isIn(pass)) {
                drafts.add("norm-path" + sign, also + "n = " + m + " and n - 1 are mixed up", drafts.answer());
            }
        }
        others(pass, size, also, sign, drafts);
        boolean mean = drafts.candidates().stream().anyMatch(candidate -> candidate.codes().get(0).startsWith("mean"));
        boolean usual = is(2) || is(0.5);
        boolean common = is(-2) || is(-0.5);
        if (common || certain && !mean && !usual) {
            drafts.at(common ? 1 : LAST);
            drafts.add(value < 0 ? "factor+sign" : "factor",
                    "a constant factor: the answer is " + Naming.number(value) + " times the right one",
                    drafts.answer());
        }
    }

    /** A mean over the wrong size. */
    private static void others(Backprop pass, Ratio size, String also, String sign, Drafts drafts) {
        for (int right : averaged(pass)) {
            for (int wrong : sizes(pass)) {
                if (wrong != right && size.certain && size.is((double) right / wrong)) {
                    drafts.add("mean" + sign, also + "the mean is over " + right + ", but the answer is divided by " + wrong, drafts.answer());
                }
            }
        }
    }

    /** The rank of a factor that is none of the usual ones. */
    static final int LAST = 20;

    /** The sizes that something is averaged over. */
    static List<Integer> averaged(Backprop pass) {
        return sizes(pass).stream().filter(m -> averages(pass, m)).toList();
    }

    private static boolean averages(Backprop pass, int m) {
        return pass.order().stream().anyMatch(node -> node instanceof Apply use && isMean(use, m));
    }

    /** Whether an operation divides by a size, as written or by its definition. */
    private static boolean isMean(Apply use, int m) {
        Node source = use.op().definition(use) instanceof Apply definition ? definition : use;
        while (source instanceof Apply negative && negative.op() == Unary.NEG) {
            source = negative.argument(0);
        }
        List<Node> divisor = source instanceof Apply quotient && quotient.op() == Binary.DIV ? Topology.order(List.of(quotient.argument(1))) : List.of();
        return divisor.stream().noneMatch(Ratio::isFunction) && divisor.stream()
                .anyMatch(node -> node instanceof Constant n && n.isAll(m) || node instanceof Apply size && size.op() instanceof Indexing.Size side
                        && (side.axis() == 0 ? size.argument(0).shape().rows() : size.argument(0).shape().columns()) == m);
    }

    /** Whether this is a root or another function: sqrt(d) is no number of examples. */
    private static boolean isFunction(Node node) {
        return node instanceof Apply use && use.op() instanceof Unary;
    }

    /** Numbers of rows, columns and entries in the graph, 1 left out. */
    private static TreeSet<Integer> sizes(Backprop pass) {
        TreeSet<Integer> sizes = new TreeSet<>();
        for (Node node : pass.order()) {
            sizes.addAll(List.of(node.shape().rows(), node.shape().columns(), node.shape().count()));
        }
        sizes.remove(1);
        return sizes;
    }
}
