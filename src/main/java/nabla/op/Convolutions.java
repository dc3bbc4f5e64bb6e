package nabla.op;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nabla.graph.Apply;
import nabla.graph.ShapeMismatch;
import nabla.op.Convolution.Face;
import nabla.op.Function.Parameter;
import nabla.tensor.Shape;

/** Functions that slide windows over an input, named and numbered as torch.nn.functional does, along one dimension (1d) or two (2d). */
final class Convolutions {

    private static final Parameter STRIDE = Parameters.each("stride", 1);
    private static final Parameter PAD = Parameters.each("pad", 0);
    /** As far apart as the windows are wide. */
    private static final Parameter OWN_STRIDE = Parameters.each("stride", Double.NaN);
    private static final List<Integer> SPATIAL = List.of(1, 2);

    static final List<Function> FUNCTIONS = SPATIAL.stream().flatMap(n -> List.of(conv(n), transposed(n), weight(n), pool(true, n), pool(false, n))
            .stream()).toList();
    static final List<Function> WINDOWS = List.of(windows(), fold());

    private Convolutions() { }

    private static Shape image(int spatial) {
        return spatial == 1 ? Shape.of(2, 3, 11) : Shape.of(2, 3, 11, 13);
    }

    private static Function conv(int n) {
        String name = "conv" + n + "d";
        return Parameters.function(name, a -> {
            Grid grid = Grid.of(name, a.node("X").shape(), a.node("W").shape(), n, a.integers("stride"), a.integers("pad"));
            return new Apply(a.name(), new Convolution(Face.OUTPUT, grid), List.of(a.node("X"), a.node("W")));
        }, Parameters.matrix("X"), Parameters.matrix("W"), STRIDE, PAD)
                .shown(Map.of(), image(n), n == 1 ? Shape.of(5, 3, 3) : Shape.of(5, 3, 3, 3));
    }

    /** What conv sends back to its input: {@code output_pad} is what its last window did not reach. */
    private static Function transposed(int n) {
        String name = "conv_transpose" + n + "d";
        return Parameters.function(name, a -> {
            Shape given = a.node("G").shape();
            Shape filter = a.node("W").shape();
            if (given.dimensions() != n + 2 || filter.dimensions() != n + 2 || given.size(1) != filter.size(0)) {
                throw new ShapeMismatch(name + " does not fit " + given + " and " + filter + ": it needs as many channels as the filter has filters",
                        "the second size of the one, the first of the other");
            }
            List<Integer> stride = Grid.each(name, "stride", a.integers("stride"), n, 1);
            List<Integer> pad = Grid.each(name, "pad", a.integers("pad"), n, 0);
            List<Integer> rest = Grid.each(name, "output_pad", a.integers("output_pad"), n, 0);
            int[] sizes = Grid.sizes(given.size(0), filter.size(1), n,
                    d -> (given.size(2 + d) - 1) * stride.get(d) - 2 * pad.get(d) + filter.size(2 + d) + rest.get(d));
            Grid grid = Grid.of(name, Leaves.limited(name, sizes), filter, n, stride, pad);
            if (!grid.shape(Face.OUTPUT).equals(given)) {
                throw new ShapeMismatch(name + ": output_pad=" + rest + " has to be less than the stride", "leave output_pad out");
            }
            return new Apply(a.name(), new Convolution(Face.INPUT, grid), List.of(a.node("G"), a.node("W")));
        }, Parameters.matrix("G"), Parameters.matrix("W"), STRIDE, PAD, Parameters.each("output_pad", 0))
                .shown(Map.of(), n == 1 ? Shape.of(2, 5, 7) : Shape.of(2, 5, 7, 9), n == 1 ? Shape.of(5, 3, 3) : Shape.of(5, 3, 3, 3));
    }

    /** What conv sends back to its filter, whose size has to be said. */
    private static Function weight(int n) {
        String name = "conv" + n + "d_weight";
        return Parameters.function(name, a -> {
            Shape input = a.node("X").shape();
            Shape given = a.node("G").shape();
            if (input.dimensions() != n + 2 || given.dimensions() != n + 2) {
                throw new ShapeMismatch(name + " needs an input and a gradient of " + (n + 2) + " dimensions, not " + input + " and " + given, null);
            }
            List<Integer> size = Grid.each(name, "size", a.integers("size"), n, 1);
            Shape filter = Leaves.limited(name, Grid.sizes(given.size(1), input.size(1), n, size::get));
            Grid grid = Grid.of(name, input, filter, n, a.integers("stride"), a.integers("pad"));
            if (!grid.shape(Face.OUTPUT).equals(given)) {
                throw new ShapeMismatch(name + ": of " + input + " with windows of " + size + " the gradient is " + grid.shape(Face.OUTPUT) + ", not " + given,
                        "the stride and pad have to be those of the convolution");
            }
            return new Apply(a.name(), new Convolution(Face.FILTER, grid), List.of(a.node("X"), a.node("G")));
        }, Parameters.matrix("X"), Parameters.matrix("G"), Parameters.numbers("size"), STRIDE, PAD)
                .shown(Map.of("size", List.of(3)), image(n), n == 1 ? Shape.of(2, 5, 9) : Shape.of(2, 5, 9, 11));
    }

    private static Function pool(boolean largest, int n) {
        String name = (largest ? "max" : "avg") + "_pool" + n + "d";
        return Parameters.function(name, a -> {
            Grid grid = grid(name, a, n);
            for (int d = 0; d < n; d++) {
                if (2 * grid.pad().get(d) > grid.window(d)) {
                    throw new ShapeMismatch(name + ": pad=" + grid.pad().get(d) + " is more than half of a window of " + grid.window(d),
                            "a window has to reach the input");
                }
            }
            return new Apply(a.name(), new Pool(largest, new Windows(grid)), List.of(a.node("X")));
        }, Parameters.matrix("X"), Parameters.numbers("size"), OWN_STRIDE, PAD)
                .shown(Map.of("size", List.of(2)), image(n));
    }

    private static Grid grid(String name, Arguments a, int n) {
        Shape input = a.node("X").shape();
        List<Integer> size = Grid.each(name, "size", a.integers("size"), n, 1);
        return Grid.of(name, input, window(name, input, size), n, a.has("stride") ? a.integers("stride") : size, a.integers("pad"));
    }

    /** As a filter of one channel for each of the input's. */
    private static Shape window(String name, Shape input, List<Integer> size) {
        if (input.dimensions() != size.size() + 2) {
            throw new ShapeMismatch(name + " needs an input N×C" + (size.size() == 1 ? "×L" : "×H×W") + ", not " + input,
                    input.isMatrix() ? "reshape(X, 1, 1, " + (size.size() == 1 ? "cols(X)" : "rows(X), cols(X)") + ") is one example of one channel" : null);
        }
        return Leaves.limited(name, Grid.sizes(1, input.size(1), size.size(), size::get));
    }

    /** Along as many dimensions as the input has behind the second. */
    private static Function windows() {
        return Parameters.function("windows", a -> {
            Shape input = a.node("X").shape();
            int n = Math.min(2, Math.max(1, input.dimensions() - 2));
            double fill = a.has("fill") ? a.constants().get("fill").at(0) : 0;
            return new Apply(a.name(), new Gather(new Windows(grid("windows", a, n)), fill), List.of(a.node("X")));
        }, Parameters.matrix("X"), Parameters.numbers("size"), STRIDE, PAD, Parameters.constant("fill", 0.0))
                .shown(Map.of("size", List.of(3)), image(2));
    }

    private static Function fold() {
        return Parameters.function("fold", a -> {
            Shape part = a.node("P").shape();
            int n = (part.dimensions() - 2) / 2;
            if (n < 1 || n > 2 || part.dimensions() != 2 + 2 * n) {
                throw new ShapeMismatch("fold needs windows N×C×OH×OW×KH×KW, not " + part, "fold(P, whole=(H, W)) puts back what windows(X, 3) took");
            }
            List<Integer> whole = Grid.each("fold", "whole", a.integers("whole"), n, 1);
            List<Integer> size = IntStream.range(0, n).mapToObj(d -> part.size(2 + n + d)).toList();
            Shape input = Leaves.limited("fold", Grid.sizes(part.size(0), part.size(1), n, whole::get));
            Windows windows = new Windows(Grid.of("fold", input, window("fold", input, size), n, a.integers("stride"), a.integers("pad")));
            if (!windows.part().equals(part)) {
                throw new ShapeMismatch("fold: the windows of " + input + " are " + windows.part() + ", not " + part, "the stride and pad have to be those of windows");
            }
            return new Apply(a.name(), new Scatter(windows), List.of(a.node("P")));
        }, Parameters.matrix("P"), Parameters.numbers("whole"), STRIDE, PAD)
                .shown(Map.of("whole", List.of(11, 13)), Shape.of(2, 3, 9, 11, 3, 3));
    }
}
