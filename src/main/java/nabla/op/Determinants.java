package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;

/** Determinants and what they are differentiated with. */
public final class Determinants {

    static final List<Function> FUNCTIONS = List.of(
            Parameters.applied("det A", call -> new Determinant(false)),
            Parameters.applied("logdet A", call -> new Determinant(true)));

    private Determinants() { }

    static Node det(Node a) {
        return new Apply(new Determinant(false), a);
    }

    /**
     * The determinant, whose derivative is the matrix of cofactors, at a singular matrix too (Jacobi); or its logarithm, NaN where it is not
     * positive, by the logarithms of the pivots, so that it does not overflow where the determinant does.
     */
    public record Determinant(boolean logarithm) implements FieldKernel {

        private static final OpFacts PLAIN = OpFacts.of("det", Trait.TOTAL).latex("\\det").gives(Result.NUMBER);
        private static final OpFacts LOGARITHM = OpFacts.of("logdet").latex("\\log\\det").gives(Result.NUMBER);

        @Override
        public OpFacts facts() {
            return logarithm ? LOGARITHM : PLAIN;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            LinearAlgebra.eliminated(symbol(), arguments.get(0));
            return Shape.SCALAR;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Elimination<T> elimination = new Elimination<>(arguments.get(0));
            result.set(0, logarithm ? elimination.logDeterminant() : elimination.determinant());
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node a = self.argument(0);
            return Algebra.mul(gradient, logarithm ? Algebra.transpose(LinearAlgebra.inv(a)) : new Apply(new Cofactors(), a));
        }

        @Override
        public List<Guard> guards(Apply self) {
            return logarithm ? List.of(Guard.domain(det(self.argument(0)))) : List.of();
        }

        @Override
        public Node definition(Apply self) {
            return logarithm ? Algebra.log(det(self.argument(0))) : null;
        }
    }

    /**
     * The matrix of cofactors, det(A)·A⁻ᵀ, and its limit where A is singular. On paper it is {@code det(A)*inv(A).T}, which is the
     * same for every invertible matrix.
     */
    public record Cofactors() implements FieldKernel {

        private static final OpFacts FACTS = OpFacts.of("cofactors", Trait.LIMIT);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return LinearAlgebra.eliminated(symbol(), arguments.get(0));
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            int n = result.shape().rows();
            Elimination<T> elimination = new Elimination<>(arguments.get(0));
            for (int i = 0; i < n; i++) {
                T[] row = elimination.adjugate(LinearAlgebra.unit(arguments.get(0), i));
                for (int j = 0; j < n; j++) {
                    result.set(i * n + j, row[j]);
                }
            }
        }

        /** From C = det(A)·A⁻ᵀ: C·⟨G, A⁻ᵀ⟩ − C·Gᵀ·A⁻ᵀ. For 2×2 the cofactors are linear and their own adjoint, for 1×1 constant. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            int n = self.shape().rows();
            if (n <= 2) {
                return n == 1 ? null : new Apply(this, gradient);
            }
            Node turned = Algebra.transpose(LinearAlgebra.inv(self.argument(0)));
            Node whole = Algebra.mul(self, Algebra.sum(Algebra.mul(gradient, turned)));
            return Algebra.sub(whole, Algebra.matmul(Algebra.matmul(self, Algebra.transpose(gradient)), turned));
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            return Formula.infix("*", new Determinant(false).formula(arguments), new Formula.Transpose(new LinearAlgebra.Inverse().formula(arguments)));
        }

        @Override
        public Node definition(Apply self) {
            Node a = self.argument(0);
            return Algebra.mul(det(a), Algebra.transpose(LinearAlgebra.inv(a)));
        }
    }
}
