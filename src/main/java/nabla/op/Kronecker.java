package nabla.op;

import java.util.List;
import java.util.Map;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;

/** The Kronecker product: every entry of A times the whole of B. */
public record Kronecker() implements FieldKernel {

    private static final OpFacts FACTS = OpFacts.of("kron", Trait.KEEPS_SIGN, Trait.TOTAL).set(Style.TENSOR_PRODUCT).gives(Result.MATRIX);

    static final List<Function> FUNCTIONS = List.of(Parameters.applied("kron A B", call -> new Kronecker())
            .shown(Map.of(), new Shape(11, 13), new Shape(17, 19)));

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        Shape a = arguments.get(0);
        Shape b = arguments.get(1);
        if (!a.isMatrix() || !b.isMatrix()) {
            throw new ShapeMismatch("kron is of two matrices, not of " + a + " and " + b, null);
        }
        return Leaves.limited(symbol(), (long) a.rows() * b.rows(), (long) a.columns() * b.columns());
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        Shape b = arguments.get(1).shape();
        int columns = result.shape().columns();
        for (int k = 0; k < result.count(); k++) {
            int i = k / columns;
            int j = k % columns;
            T left = arguments.get(0).get(i / b.rows(), j / b.columns());
            result.set(k, left.multiply(arguments.get(1).get(i % b.rows(), j % b.columns())));
        }
    }

    /** G times the other factor spread out, added up over the blocks for A and over the entries of A for B. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Shape a = self.argument(0).shape();
        Shape b = self.argument(1).shape();
        if (argument == 0) {
            Node spread = kron(ones(a.rows(), a.columns()), self.argument(1));
            return between(kron(Leaves.eye(a.rows()), ones(1, b.rows())), Algebra.mul(gradient, spread), kron(Leaves.eye(a.columns()), ones(b.columns(), 1)));
        }
        Node spread = kron(self.argument(0), ones(b.rows(), b.columns()));
        return between(kron(ones(1, a.rows()), Leaves.eye(b.rows())), Algebra.mul(gradient, spread), kron(ones(a.columns(), 1), Leaves.eye(b.columns())));
    }

    private static Node between(Node left, Node middle, Node right) {
        return Algebra.matmul(Algebra.matmul(left, middle), right);
    }

    private static Node kron(Node a, Node b) {
        return new Apply(new Kronecker(), a, b);
    }

    private static Node ones(int rows, int columns) {
        return Algebra.ones(new Shape(rows, columns));
    }
}
