package nabla.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.ShapeMismatch;
import nabla.op.Convolution.Face;
import nabla.tensor.Region;
import nabla.tensor.Shape;

/**
 * The sizes of a convolution along one or two dimensions: of its input N×C×H×W, its filter F×C×KH×KW and its output N×F×OH×OW.
 *
 * @param stride along each of these dimensions how far apart the windows are
 * @param pad    along each how many zeros stand on either side of the input
 */
record Grid(Shape input, Shape filter, List<Integer> stride, List<Integer> pad) {

    /**
     * Of an input and a filter.
     *
     * @param stride one number for all dimensions, or one for each
     * @throws ShapeMismatch if they do not fit
     */
    static Grid of(String name, Shape input, Shape filter, int spatial, List<Integer> stride, List<Integer> pad) {
        requireDimensions(name, input, filter, spatial);
        if (input.size(1) != filter.size(1)) {
            throw new ShapeMismatch(name + " does not fit " + input + " and " + filter + ": it needs equal channels, " + input.size(1) + " and "
                    + filter.size(1), "the second size of each counts its channels: a filter of " + fitting(input, filter) + " fits");
        }
        Grid grid = new Grid(input, filter, each(name, "stride", stride, spatial, 1), each(name, "pad", pad, spatial, 0));
        for (int d = 0; d < spatial; d++) {
            if (grid.pad.get(d) > Apply.MOST_ENTRIES) {
                throw ShapeMismatch.refused(name + " with pad=" + grid.pad.get(d) + " would take more than 50 million entries", "take a smaller pad");
            } else if (grid.steps(d) < 1) {
                throw new ShapeMismatch(name + ": a window of " + grid.window(d) + " does not fit into " + input.size(d + 2) + " entries"
                        + (grid.pad.get(d) > 0 ? " with " + grid.pad.get(d) + " zeros on either side" : ""), "take a larger pad, or a smaller filter");
            }
        }
        return grid;
    }

    /** How many multiplications a convolution takes, or one of its adjoints. */
    long terms() {
        long terms = shape(Face.OUTPUT).entries();
        for (int d = 1; d < filter.dimensions(); d++) {
            terms = terms > Integer.MAX_VALUE ? terms : terms * filter.size(d);
        }
        return terms;
    }

    private static Shape fitting(Shape input, Shape filter) {
        int[] sizes = filter.sizes();
        sizes[1] = input.size(1);
        return Shape.of(sizes);
    }

    private static void requireDimensions(String name, Shape input, Shape filter, int spatial) {
        if (input.dimensions() != spatial + 2 || filter.dimensions() != spatial + 2) {
            String places = spatial == 1 ? "L" : "H×W";
            String window = spatial == 1 ? "K" : "KH×KW";
            throw new ShapeMismatch(name + " needs an input N×C×" + places + " and a filter F×C×" + window + ", not " + input + " and " + filter,
                    input.isMatrix() ? "reshape(X, 1, 1, " + (spatial == 1 ? "cols(X)" : "rows(X), cols(X)") + ") is one example of one channel" : null);
        }
    }

    /** One number for each dimension. */
    static List<Integer> each(String name, String what, List<Integer> written, int dimensions, int least) {
        if (written.size() != 1 && written.size() != dimensions || written.stream().anyMatch(number -> number < least)) {
            String text = written.size() == 1 ? String.valueOf(written.get(0)) : written.toString().replace('[', '(').replace(']', ')');
            throw new ShapeMismatch(name + ": " + what + "=" + text + " is no number of at least " + least + ", nor one for each of " + dimensions
                    + " dimensions", "for example " + what + "=" + Math.max(1, least) + (dimensions == 1 ? "" : " or " + what + "=(2, 1)"));
        }
        return written.size() == dimensions ? written : Collections.nCopies(dimensions, written.get(0));
    }

    int spatial() {
        return stride.size();
    }

    int window(int d) {
        return filter.size(d + 2);
    }

    /** How large a window is along each dimension. */
    List<Integer> windows() {
        return IntStream.range(0, spatial()).mapToObj(this::window).toList();
    }

    /** How many windows along a dimension. */
    int steps(int d) {
        return Math.floorDiv(input.size(d + 2) + 2 * pad.get(d) - window(d), stride.get(d)) + 1;
    }

    Shape shape(Face face) {
        if (face != Face.OUTPUT) {
            return face == Face.INPUT ? input : filter;
        }
        return Shape.of(sizes(input.size(0), filter.size(0), spatial(), this::steps));
    }

    /** Two sizes, and so many of places. */
    static int[] sizes(int first, int second, int spatial, IntUnaryOperator along) {
        return IntStream.concat(IntStream.of(first, second), IntStream.range(0, spatial).map(along)).toArray();
    }

    String name(Face face) {
        return switch (face) {
            case OUTPUT -> "conv" + spatial() + "d";
            case INPUT -> "conv_transpose" + spatial() + "d";
            case FILTER -> "conv" + spatial() + "d_weight";
        };
    }

    /** What of a made tensor changes where a part of another one does; null for nothing. */
    Region touched(Face moved, Region box, Face made) {
        Shape whole = shape(made);
        int[] from = new int[whole.dimensions()];
        int[] size = whole.sizes();
        if (moved == Face.OUTPUT && made == Face.INPUT || moved == Face.INPUT && made == Face.OUTPUT) {
            keep(0, box, 0, from, size);
        } else if (moved == Face.FILTER && made == Face.OUTPUT) {
            keep(0, box, 1, from, size);
        } else if (moved == Face.OUTPUT && made == Face.FILTER) {
            keep(1, box, 0, from, size);
        } else {
            keep(1, box, 1, from, size);
        }
        for (int d = 0; d < spatial() && moved != Face.FILTER && made != Face.FILTER; d++) {
            int first = box.from(d + 2);
            int last = first + box.size(d + 2) - 1;
            int low = moved == Face.OUTPUT ? first * stride.get(d) - pad.get(d)
                    : Math.floorDiv(first + pad.get(d) - window(d), stride.get(d)) + 1;
            int high = moved == Face.OUTPUT ? last * stride.get(d) - pad.get(d) + window(d) - 1 : Math.floorDiv(last + pad.get(d), stride.get(d));
            from[d + 2] = Math.max(0, low);
            size[d + 2] = Math.min(whole.size(d + 2) - 1, high) - from[d + 2] + 1;
            if (size[d + 2] < 1) {
                return null;
            }
        }
        return Region.box(whole, from, size);
    }

    /** The range of a box along one dimension is that along another. */
    private static void keep(int dimension, Region box, int in, int[] from, int[] size) {
        from[in] = box.from(dimension);
        size[in] = box.size(dimension);
    }

    /** The arguments of a call as written. */
    List<Formula> arguments(Face face, List<Formula> tensors) {
        List<Formula> all = new ArrayList<>(tensors);
        if (face == Face.FILTER) {
            sized("size", windows(), all);
        }
        named("stride", stride, 1, all);
        named("pad", pad, 0, all);
        if (face == Face.INPUT) {
            List<Integer> rest = new ArrayList<>();
            for (int d = 0; d < spatial(); d++) {
                rest.add(Math.floorMod(input.size(d + 2) + 2 * pad.get(d) - window(d), stride.get(d)));
            }
            named("output_pad", rest, 0, all);
        }
        return all;
    }

    /** One number for all dimensions, or a tuple by name. */
    static void sized(String name, List<Integer> numbers, List<Formula> all) {
        if (numbers.stream().distinct().count() == 1) {
            all.add(Formula.number(numbers.get(0)));
        } else {
            named(name, numbers, 0, all);
        }
    }

    static void named(String name, List<Integer> numbers, int usual, List<Formula> all) {
        if (numbers.stream().allMatch(number -> number.equals(numbers.get(0)))) {
            if (numbers.get(0) != usual) {
                all.add(new Formula.NamedArgument(name, Formula.number(numbers.get(0))));
            }
        } else {
            all.add(new Formula.NamedArgument(name, new Formula.Tuple(numbers.stream().map(Formula::number).toList(), false)));
        }
    }
}
