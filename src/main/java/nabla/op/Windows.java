package nabla.op;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nabla.formula.Formula;
import nabla.formula.Notation;
import nabla.graph.OpFacts;
import nabla.tensor.Offsets;
import nabla.tensor.Shape;

/**
 * The windows of an input N×C×H×W that slide over it, N×C×OH×OW×KH×KW: {@code windows(X, 3, stride=2, pad=1)}. Where a window reaches over
 * the end nothing of the input is taken. Put back, windows that overlap add up.
 */
final class Windows extends Selection {

    private static final OpFacts FACTS = OpFacts.of("windows");

    private final Grid grid;

    /** The filter of the grid says how large a window is; its channels do not count. */
    Windows(Grid grid) {
        super(FACTS, grid.input(), part(grid), grid);
        this.grid = grid;
    }

    Grid grid() {
        return grid;
    }

    private static Shape part(Grid grid) {
        int n = grid.spatial();
        int[] sizes = Grid.sizes(grid.input().size(0), grid.input().size(1), 2 * n, d -> d < n ? grid.steps(d) : grid.window(d - n));
        return Leaves.limited("the value of all windows", sizes);
    }

    @Override
    int[] find() {
        int spatial = grid.spatial();
        int[] steps = Offsets.steps(whole().sizes());
        int[] places = new int[part().count()];
        for (int k = 0; k < places.length; k++) {
            int[] index = part().index(k);
            int place = index[0] * steps[0] + index[1] * steps[1];
            for (int d = 0; d < spatial && place >= 0; d++) {
                int at = index[2 + d] * grid.stride().get(d) + index[2 + spatial + d] - grid.pad().get(d);
                place = at < 0 || at >= whole().size(2 + d) ? -1 : place + at * steps[2 + d];
            }
            places[k] = place;
        }
        return places;
    }

    @Override
    Formula taken(Formula whole) {
        return Formula.call("windows", arguments(List.of(whole), false), Notation.MATRIX);
    }

    @Override
    Formula put(Formula part) {
        return Formula.call("fold", arguments(List.of(part), true), Notation.MATRIX);
    }

    private List<Formula> arguments(List<Formula> first, boolean sized) {
        List<Formula> all = new ArrayList<>(first);
        List<Integer> sizes = grid.windows();
        if (sized) {
            sizes = IntStream.range(0, grid.spatial()).mapToObj(d -> whole().size(2 + d)).toList();
        }
        Grid.sized(sized ? "whole" : "size", sizes, all);
        Grid.named("stride", grid.stride(), 1, all);
        Grid.named("pad", grid.pad(), 0, all);
        return all;
    }
}
