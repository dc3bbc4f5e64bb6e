package nabla.op;

import java.util.List;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;

/**
 * The lower triangular L with L·Lᵀ = A, for a symmetric positive definite A; NaN throughout where it is not definite. It is that of the
 * symmetric part (A + Aᵀ)/2, so that its gradient is symmetric. Rule: Murray, Differentiation of the Cholesky decomposition, 2016, (10).
 */
public record Cholesky() implements FieldKernel {

    private static final OpFacts FACTS = OpFacts.of("cholesky").latex("\\operatorname{chol}").gives(Result.MATRIX);

    static final List<Function> FUNCTIONS = List.of(Parameters.applied("cholesky A", call -> new Cholesky()));

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
        Numbers<T> a = arguments.get(0);
        int n = a.shape().rows();
        T zero = a.at(0).number(0);
        boolean definite = true;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                T sum = i < j ? zero : a.get(i, j).add(a.get(j, i)).divide(2);
                for (int k = 0; k < j && i >= j; k++) {
                    sum = sum.subtract(result.get(i, k).multiply(result.get(j, k)));
                }
                if (i == j) {
                    definite &= sum.sign() > 0;
                    sum = definite ? sum.sqrt() : Kernels.nan(sum);
                } else if (i > j) {
                    sum = sum.divide(result.get(j, j));
                }
                result.set(i * n + j, sum);
            }
        }
        for (int k = 0; k < result.count() && !definite; k++) {
            result.set(k, Kernels.nan(zero));
        }
    }

    /** The symmetric part of L⁻ᵀ·Φ(Lᵀ·G)·L⁻¹, where Φ takes the lower triangle and half the diagonal. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node turned = Algebra.transpose(self);
        Node product = Algebra.matmul(turned, Triangle.lower(gradient));
        Node diagonal = new Apply(new Diagonals.Diagonal(), new Apply(new Diagonals.Diagonal(), product));
        Node half = Algebra.sub(Triangle.lower(product), Algebra.div(diagonal, Algebra.constant(2)));
        Node inverse = LinearAlgebra.inv(self);
        Node whole = Algebra.matmul(Algebra.matmul(Algebra.transpose(inverse), half), inverse);
        return Algebra.div(Algebra.add(whole, Algebra.transpose(whole)), Algebra.constant(2));
    }

    /** As far as its smallest pivot is positive. */
    @Override
    public List<Guard> guards(Apply self) {
        return List.of(Guard.domain(Extremes.of(null, false, new Apply(new Diagonals.Diagonal(), self), Axes.ALL)));
    }
}
