package nabla.op;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** The same entries, line by line, in another shape: {@code reshape(A, m, n)}. */
public record Reshape(Shape target) implements Op {

    private static final OpFacts FACTS = OpFacts.of("reshape", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.REARRANGES).gives(Result.MATRIX);

    static final List<Function> FUNCTIONS = List.of(Parameters.function("reshape",
            Reshape::of, Parameters.matrix("A"), Parameters.integers("m")));

    /** One size may be −1: what the others leave. */
    private static Node of(Arguments call) {
        Shape from = call.node("A").shape();
        int[] sizes = call.integers("m").stream().mapToInt(Integer::intValue).toArray();
        int open = -1;
        long others = 1;
        for (int d = 0; d < sizes.length; d++) {
            open = sizes[d] == -1 ? d : open;
            others = sizes[d] == -1 || others > from.count() ? others : others * sizes[d];
        }
        long free = IntStream.of(sizes).filter(size -> size == -1).count();
        if (free > 1 || free == 1 && (others <= 0 || from.count() % others != 0)) {
            throw new ShapeMismatch(free > 1 ? "-1 stands for one size, what the others leave, and here for " + free
                    : from.count() + " entries are not a multiple of " + others + ": -1 stands for no size", "write the sizes out, reshape(A, m, n)");
        } else if (open >= 0) {
            sizes[open] = (int) (from.count() / others);
        }
        return new Apply(call.name(), new Reshape(Leaves.limited("reshape", sizes)), List.of(call.node("A")));
    }


    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape from = arguments.get(0);
        if (from.count() != target.count()) {
            throw new ShapeMismatch("cannot reshape " + from + " to " + target, from.count() + " entries are not " + target.count());
        }
        return target;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        System.arraycopy(arguments[0].data(), 0, result.data(), 0, result.count());
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Collections.copy(result.entries(), arguments.get(0).entries());
    }

    /** What is changed where it is a run of entries that is a box on both sides; otherwise everything. */
    @Override
    public Region touched(int argument, Region changed, Apply self) {
        Shape own = self.argument(0).shape();
        if (own.isMatrix() && target.isMatrix()) {
            return Region.all(target);
        }
        Region run = run(changed, own, target);
        return run.area() == run(run, target, own).area() ? run : Region.all(target);
    }

    @Override
    public Region needed(int argument, Region part, Apply self) {
        return run(part, target, self.argument(0).shape());
    }

    private static Region run(Region box, Shape own, Shape other) {
        int first = box.line(0) * own.columns() + box.left();
        int last = box.line(box.lines() - 1) * own.columns() + box.left() + box.columns() - 1;
        return Region.run(other, first, last);
    }

    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        result.fill((i, j) -> changes[0].get(i * target.columns() + j));
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return Algebra.reshape(gradient, self.argument(0).shape());
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.call(symbol(), Stream.concat(arguments.stream(), Leaves.sizes(target).stream()).toList(), notation());
    }
}
