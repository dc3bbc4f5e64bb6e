package nabla.check;

import java.util.ArrayList;
import java.util.List;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.model.Model.Leaf;
import nabla.op.Algebra;
import nabla.op.Binary;
import nabla.op.Function;
import nabla.op.Function.Kind;
import nabla.op.Function.Parameter;
import nabla.op.Functions;
import nabla.op.Matmul;
import nabla.op.RegistryCall;
import nabla.graph.Meaning;
import nabla.tensor.Shape;

/**
 * Uses of every operation, made from the registry: each function with arguments of all shapes of a list that it takes. A first
 * argument whose derivative is zero everywhere (the condition of where) is made a comparison, so that every branch is taken. The
 * deviation of single entries is left out: it has no derivative anywhere.
 */
final class Uses {

    private static final Shape S = new Shape(1, 1);
    private static final Shape M = new Shape(3, 2);
    private static final Shape ROW = new Shape(1, 2);
    private static final Shape COLUMN = new Shape(3, 1);
    private static final Shape SQUARE = new Shape(3, 3);
    /** Shapes of the arguments in turn; a list is used up to the number of arguments. */
    private static final List<List<Shape>> SHAPES = List.of(List.of(S, S, S), List.of(M, M, M), List.of(M, ROW, COLUMN),
            List.of(COLUMN, M, ROW), List.of(SQUARE, COLUMN), List.of(SQUARE), List.of(COLUMN, COLUMN), List.of(ROW, ROW));

    private Uses() { }

    /** One use; {@code leaves} are its arguments. */
    record Use(String name, Node result, Leaf[] leaves) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Use> all() {
        List<Use> uses = new ArrayList<>();
        for (Function function : Functions.all()) {
            for (List<Shape> shapes : SHAPES) {
                for (int axis : new int[] {-1, 0, 1}) {
                    Use use = use(function, shapes, axis);
                    if (use != null && uses.stream().noneMatch(other -> other.name.equals(use.name))) {
                        uses.add(use);
                    }
                }
            }
        }
        for (Binary op : Binary.values()) {
            uses.add(operator(op.symbol(), new Input("a", M), new Input("b", ROW), op));
            uses.add(operator(op.symbol(), new Input("a", S), new Input("b", S), op));
        }
        uses.add(operator("@", new Input("a", M), new Input("b", new Shape(2, 4)), new Matmul()));
        return uses;
    }

    private static Use operator(String symbol, Input a, Input b, Op op) {
        return new Use(a.shape() + symbol + b.shape(), new Apply(op, a, b), new Leaf[] {Models.sampled(a), Models.sampled(b)});
    }

    /** The function on arguments of these shapes, or null if it does not take them. */
    private static Use use(Function function, List<Shape> shapes, int axis) {
        RegistryCall call = new RegistryCall(function);
        List<Leaf> leaves = new ArrayList<>();
        StringBuilder name = new StringBuilder(function.name());
        for (Parameter parameter : function.parameters()) {
            if (parameter.kind() == Kind.CONSTANT || parameter.kind() == Kind.INTEGER || parameter.kind() == Kind.TEXT) {
                return null;
            } else if (parameter.kind() == Kind.NUMBERS) {
                if (axis >= 0) {
                    call.integers(parameter.name(), List.of(axis));
                    name.append(" axis=").append(axis);
                }
                continue;
            }
            List<Node> given = new ArrayList<>();
            for (int i = 0; i < (parameter.repeated() && axis < 0 ? 2 : 1); i++) {
                if (leaves.size() >= shapes.size()) {
                    return null;
                }
                Input input = new Input("x" + leaves.size(), shapes.get(leaves.size()));
                leaves.add(Models.sampled(input));
                given.add(input);
                name.append(' ').append(input.shape());
            }
            call.with(parameter.name(), given);
        }
        try {
            Node result = call.node();
            if (result instanceof Apply apply && leaves.size() > 1 && Broken.isSilent(apply, 0) && apply.argument(0) == leaves.get(0).node()) {
                Node condition = Algebra.gt(leaves.get(0).node(), Algebra.ZERO);
                result = call.with(function.parameters().get(0).name(), condition).node();
            }
            boolean flat = result instanceof Apply apply && apply.op().meaning() == Meaning.DEVIATION
                    && result.shape().count() == apply.argument(0).shape().count();
            return leaves.isEmpty() || flat ? null : new Use(name.toString(), result, leaves.toArray(Leaf[]::new));
        } catch (ShapeMismatch mismatch) {
            return null;
        }
    }
}
