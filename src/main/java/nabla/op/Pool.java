package nabla.op;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/**
 * The largest entry, or the mean, of each window: {@code max_pool2d(X, 2, stride=2)}, {@code avg_pool2d(X, 2)}, as torch's. Windows are as far
 * apart as they are wide where no stride is given; zeros around the input count for a mean, and nothing for a maximum. Winners that tie share
 * the gradient equally.
 */
record Pool(boolean largest, Windows windows) implements Composite {

    /** In the place of what a window that reaches over the end does not have: below all that is compared, and finite. */
    private static final double LEAST = -1e300;

    @Override
    public OpFacts facts() {
        return OpFacts.of((largest ? "max" : "avg") + "_pool" + windows.grid().spatial() + "d").gives(Result.MATRIX);
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Grid grid = windows.grid();
        return Shape.of(Grid.sizes(grid.input().size(0), grid.input().size(1), grid.spatial(), grid::steps));
    }

    /** The positions within a window. */
    private Axes within() {
        int bits = 0;
        for (int d = 0; d < windows.grid().spatial(); d++) {
            bits |= 1 << 2 + windows.grid().spatial() + d;
        }
        return new Axes(bits);
    }

    private Node windows(Node input) {
        return new Apply(new Gather(windows, largest && windows.grid().pad().stream().anyMatch(width -> width > 0) ? LEAST : 0), input);
    }

    private Node reduced(Node windows) {
        return new Apply(largest ? new Extremes.Extremum(true, within()) : new Reductions.Mean(within()), windows);
    }

    @Override
    public Node expand(List<? extends Node> arguments) {
        return Algebra.reshape(reduced(windows(arguments.get(0))), shape(List.of()));
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node each = Algebra.reshape(gradient, within().reduced(windows.part()));
        Node share = largest ? Algebra.mul(each, new Apply(new Extremes.Winners(true, within()), windows(self.argument(0))))
                : Algebra.stretch(Algebra.div(each, Axis.count(windows.part(), each.shape())), windows.part());
        return windows.back(share);
    }

    @Override
    public List<Guard> guards(Apply self) {
        Apply reduced = (Apply) reduced(windows(self.argument(0)));
        return reduced.op().guards(reduced);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        List<Formula> all = new ArrayList<>(arguments);
        Grid.sized("size", windows.grid().windows(), all);
        if (!windows.grid().stride().equals(windows.grid().windows())) {
            Grid.named("stride", windows.grid().stride(), 0, all);
        }
        Grid.named("pad", windows.grid().pad(), 0, all);
        return Formula.call(symbol(), all, notation());
    }
}
