package nabla.tensor;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of dimensions, counted from 0: those along which something is summed, competes or adds up to 1. {@link #ALL} is all of them,
 * however many there are.
 *
 * @param bits one for each dimension
 */
public record Axes(int bits) {

    /** Every entry; for functions over the classes of an example, what their convention says. */
    public static final Axes ALL = new Axes(-1);

    /** One dimension; −1 is {@link #ALL}. */
    public static Axes of(int axis) {
        return axis < 0 ? ALL : new Axes(1 << axis);
    }

    public boolean isAll() {
        return bits == -1;
    }

    public boolean contains(int dimension) {
        return (bits >> dimension & 1) != 0;
    }

    /** The dimensions, in order; none for {@link #ALL}. */
    public List<Integer> numbers() {
        return isAll() ? List.of() : IntStream.range(0, Shape.MOST_DIMENSIONS).filter(this::contains).boxed().toList();
    }

    /** The only dimension, −1 for {@link #ALL}, −2 where there are several. */
    public int number() {
        return isAll() ? -1 : Integer.bitCount(bits) == 1 ? Integer.numberOfTrailingZeros(bits) : -2;
    }

    /** What is left of a shape: 1 along each of these dimensions, which are kept; a number where these are all. */
    public Shape reduced(Shape shape) {
        if (isAll()) {
            return Shape.SCALAR;
        }
        int[] sizes = shape.sizes();
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = contains(d) ? 1 : sizes[d];
        }
        return Shape.of(sizes);
    }

    /** For each entry of a shape the entry of what is left that it goes into. */
    public int[] groups(Shape shape) {
        int[] sizes = shape.sizes();
        int[] steps = isAll() ? new int[sizes.length] : Offsets.steps(reduced(shape).sizes());
        for (int d = 0; d < sizes.length; d++) {
            steps[d] = contains(d) ? 0 : steps[d];
        }
        return Offsets.of(sizes, steps);
    }
}
