package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/**
 * {@code concat(A, B, axis=1)}: values one after the other along a dimension; {@code stack(A, B)}: along a new one, in front where no other
 * is named.
 *
 * @param fresh whether the dimension is new
 */
public record Concat(int axis, boolean fresh) implements Composite {

    private static final OpFacts CONCAT = OpFacts.of("concat").gives(Result.MATRIX);
    private static final OpFacts STACK = OpFacts.of("stack").gives(Result.MATRIX);

    static final List<Function> FUNCTIONS = List.of(
            Parameters.function("concat", a -> new Apply(a.name(), new Concat(Axis.one(a, 0), false), a.nodes().get("A")),
                    Parameters.matrices("A"), Parameters.AXIS),
            Parameters.function("stack", a -> stack(a.name(), a.nodes().get("A"), a.integer("axis", 0)), Parameters.matrices("A"), Parameters.AXIS));

    /** Values of one shape along a new dimension. */
    public static Node stack(String name, List<? extends Node> values, int axis) {
        int dimensions = values.get(0).shape().dimensions() + 1;
        int at = axis < 0 ? axis + dimensions : axis;
        if (at < 0 || at >= dimensions) {
            throw new ShapeMismatch("axis=" + axis + " does not exist: stacked they have the axes 0 to " + (dimensions - 1), "axis=0 is in front");
        }
        return new Apply(name, new Concat(at, true), values);
    }

    @Override
    public OpFacts facts() {
        return fresh ? STACK : CONCAT;
    }

    private Shape single(Shape shape) {
        if (!fresh) {
            return shape;
        }
        int[] sizes = new int[shape.dimensions() + 1];
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = d == axis ? 1 : shape.size(d < axis ? d : d - 1);
        }
        return Shape.of(sizes);
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape first = single(arguments.get(0));
        int total = 0;
        for (Shape argument : arguments) {
            Shape next = single(argument);
            if (!Axes.of(axis).reduced(first).equals(Axes.of(axis).reduced(next))) {
                throw new ShapeMismatch(symbol() + " does not fit " + arguments.get(0) + " and " + argument + (fresh ? "" : " along axis " + axis),
                        fresh ? "all need one shape" : "all other sizes have to be equal");
            }
            total = Math.addExact(total, next.size(axis));
        }
        int[] sizes = first.sizes();
        sizes[axis] = total;
        return Shape.of(sizes);
    }

    @Override
    public Node expand(List<? extends Node> arguments) {
        Shape whole = shape(arguments.stream().map(Node::shape).toList());
        Node sum = null;
        int from = 0;
        for (Node argument : arguments) {
            Node piece = Algebra.reshape(argument, single(argument.shape()));
            int count = piece.shape().size(axis);
            Node placed = Strips.along(axis, new Strip(whole.size(axis), from, count, 1), whole).back(piece);
            sum = sum == null ? placed : new Apply(Binary.ADD, sum, placed);
            from += count;
        }
        return sum;
    }

    /** Each gets its piece of the gradient. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        int from = 0;
        for (int k = 0; k < argument; k++) {
            from += single(self.argument(k).shape()).size(axis);
        }
        Shape shape = self.argument(argument).shape();
        Strip strip = new Strip(self.shape().size(axis), from, single(shape).size(axis), 1);
        return Algebra.reshape(new Apply(new Gather(Strips.along(axis, strip, self.shape())), gradient), shape);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        Formula.Call call = Formula.call(symbol(), arguments, notation());
        return fresh && axis == 0 ? call : call.with(new Formula.NamedArgument("axis", Formula.number(axis)));
    }
}
