package nabla.point;

import java.util.SplittableRandom;
import nabla.model.Domain;
import nabla.model.Model.Leaf;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Random values for one leaf. */
public final class Sampling {

    /** How close to an edge a sampled point may lie. */
    static final double MARGIN = 0.02;

    /** How many styles of drawing there are; style 0 is the usual one. */
    public static final int STYLES = 8;

    /** A further style, for domains that the others do not reach. */
    static final int FAR = STYLES;

    private Sampling() { }

    public static boolean fixed(Leaf leaf) {
        return leaf.domain().isFixed();
    }

    /**
     * A value for the leaf. Styles change the size and the sign of real entries without a range: 0 both signs around 1, 1 the same
     * again, 2 positive, 3 inside (0, 1), 4 above 1, 5 negative, 6 small, 7 near the value in the text, 8 far out.
     */
    public static Tensor draw(Leaf leaf, int style, SplittableRandom random) {
        return leaf.domain().read(new Draw(leaf, leaf.node().shape(), style, random));
    }

    private record Draw(Leaf leaf, Shape shape, int style, SplittableRandom random) implements Domain.Reader<Tensor> {

        @Override
        public Tensor interval(Domain.Interval range) {
            boolean low = Double.isFinite(range.from());
            boolean high = Double.isFinite(range.to());
            if (low && high) {
                return Tensor.of(shape, k -> range.from() + (range.to() - range.from()) * between(0.02, 0.98, random));
            } else if (low) {
                return Tensor.of(shape, k -> range.from() + between(0.05, 2, random));
            }
            return high ? Tensor.of(shape, k -> range.to() - between(0.05, 2, random)) : anything();
        }

        private Tensor anything() {
            return Tensor.of(shape, k -> Sampling.real(leaf.value() == null ? 0 : leaf.value().at(k), style, random));
        }

        @Override
        public Tensor simplex(Domain.Simplex sums) {
            return sums.columns() ? turned(Sampling.simplex(shape.transposed(), random)) : Sampling.simplex(shape, random);
        }

        @Override
        public Tensor oneHot(Domain.OneHot ones) {
            return ones.columns() ? turned(Sampling.oneHot(shape.transposed(), random)) : Sampling.oneHot(shape, random);
        }

        @Override
        public Tensor permutation(Domain.Permutation places) {
            return Sampling.permutation(shape, random);
        }

        @Override
        public Tensor fixed(Domain.FixedValue value) {
            return anything();
        }
    }

    private static double real(double given, int style, SplittableRandom random) {
        return switch (style) {
            case 2 -> between(0.1, 2, random);
            case 3 -> between(0.1, 0.9, random);
            case 4 -> between(1.1, 3, random);
            case 5 -> -between(0.1, 2, random);
            case 6 -> sign(random) * between(0.05, 0.5, random);
            case 7 -> given * between(0.7, 1.4, random) + sign(random) * between(0.01, 0.1, random);
            case FAR -> sign(random) * between(2, 20, random);
            default -> sign(random) * between(0.3, 1.7, random);
        };
    }

    private static double sign(SplittableRandom random) {
        return random.nextBoolean() ? 1 : -1;
    }

    private static double between(double low, double high, SplittableRandom random) {
        return low + (high - low) * random.nextDouble();
    }

    private static Tensor simplex(Shape shape, SplittableRandom random) {
        Tensor drawn = Tensor.of(shape, k -> between(0.1, 1, random));
        double[] data = drawn.data();
        int width = group(drawn);
        for (int start = 0; start < data.length; start += width) {
            double sum = 0;
            for (int j = start; j < start + width; j++) {
                sum += data[j];
            }
            for (int j = start; j < start + width; j++) {
                data[j] /= sum;
            }
        }
        return drawn;
    }

    private static Tensor oneHot(Shape shape, SplittableRandom random) {
        Tensor drawn = Tensor.zeros(shape);
        int width = group(drawn);
        for (int start = 0; start < drawn.count(); start += width) {
            drawn.data()[start + random.nextInt(width)] = 1;
        }
        return drawn;
    }

    private static Tensor permutation(Shape shape, SplittableRandom random) {
        Tensor drawn = Tensor.zeros(shape);
        int[] places = new int[shape.rows()];
        for (int row = 0; row < places.length; row++) {
            int other = random.nextInt(row + 1);
            places[row] = places[other];
            places[other] = row;
        }
        for (int row = 0; row < places.length; row++) {
            drawn.data()[row * shape.columns() + places[row]] = 1;
        }
        return drawn;
    }

    private static Tensor turned(Tensor matrix) {
        return Tensor.of(matrix.shape().transposed(), k -> matrix.get(k % matrix.rows(), k / matrix.rows()));
    }

    /** How many entries share a 1: those of a row, or all of a column vector. */
    private static int group(Tensor matrix) {
        return matrix.shape().isVector() ? matrix.count() : matrix.columns();
    }
}
