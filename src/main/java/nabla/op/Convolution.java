package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.limit.Stop;
import nabla.number.Real;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * A convolution as networks have it, a correlation: y[n, f, i] = Σ x[n, c, i·stride + k − pad]·w[f, c, k] over c and k, where i and k are
 * positions along one dimension or two. With a third tensor in the place of y this is one number for three tensors, Σ x·w·y, linear in each;
 * its derivative by any of them is made of the other two. So there are three operations, and the adjoints of each are the other two:
 * conv2d gives y of x and w, conv_transpose2d gives x of y and w, conv2d_weight gives w of x and y (as torch.nn.functional, torch.nn.grad).
 *
 * @param face which of the three is made of the others
 * @param grid sizes and steps, the same for all three
 */
public record Convolution(Face face, Grid grid) implements PartwiseOp {


    /** What is made. */
    public enum Face { OUTPUT, INPUT, FILTER }

    @Override
    public OpFacts facts() {
        return OpFacts.of(grid.name(face)).gives(Result.MATRIX);
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        List<Shape> expected = List.of(grid.shape(first()), grid.shape(second()));
        if (!arguments.equals(expected)) {
            throw new ShapeMismatch(symbol() + " is made for arguments " + expected + ", not " + arguments, null);
        }
        if (grid.terms() > Apply.MOST_PRODUCTS) {
            throw ShapeMismatch.refused(symbol() + " would take more than 4,000 million multiplications", "take smaller sizes, or a larger stride");
        }
        return grid.shape(face);
    }

    private Face first() {
        return face == Face.INPUT ? Face.OUTPUT : Face.INPUT;
    }

    private Face second() {
        return face == Face.FILTER ? Face.OUTPUT : Face.FILTER;
    }

    @Override
    public void value(Apply self, Region part, Tensor[] arguments, Tensor result) {
        double[] a = arguments[0].data();
        double[] b = arguments[1].data();
        Terms terms = new Terms(face, grid);
        Shape whole = grid.shape(face);
        for (int k = 0; k < result.count(); k++) {
            Stop.ifAsked();
            terms.of(part.entryOf(whole, k));
            double sum = 0;
            while (terms.next()) {
                int p = terms.first();
                int q = terms.second();
                for (int t = 0; t < terms.length(); t++, p += terms.firstStep(), q += terms.secondStep()) {
                    sum += a[p] * b[q];
                }
            }
            result.data()[k] = sum;
        }
    }

    @Override
    public <T extends Real<T>> void value(Apply self, Region part, List<Numbers<T>> arguments, Numbers<T> result) {
        Terms terms = new Terms(face, grid);
        T zero = arguments.get(0).at(0).number(0);
        Shape whole = grid.shape(face);
        for (int k = 0; k < result.count(); k++) {
            Stop.ifAsked();
            terms.of(part.entryOf(whole, k));
            T sum = zero;
            while (terms.next()) {
                int p = terms.first();
                int q = terms.second();
                for (int t = 0; t < terms.length(); t++, p += terms.firstStep(), q += terms.secondStep()) {
                    sum = sum.add(arguments.get(0).at(p).multiply(arguments.get(1).at(q)));
                }
            }
            result.set(k, sum);
        }
    }

    /** (a + Δa)(b + Δb) − ab, term by term; where one argument changes, only the terms with what changes of it. */
    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        Region part = result.region();
        boolean both = changes[0] != null && changes[1] != null;
        Terms terms = new Terms(face, grid, both || changes[0] == null ? null : changes[0].region(),
                both || changes[1] == null ? null : changes[1].region());
        for (int r = 0; r < part.lines(); r++) {
            for (int j = part.left(); j < part.left() + part.columns(); j++) {
                double[] out = result.cleared(part.line(r), j);
                terms.of(part.line(r) * value.columns() + j);
                while (terms.next()) {
                    int p = terms.first();
                    int q = terms.second();
                    for (int t = 0; t < terms.length(); t++, p += terms.firstStep(), q += terms.secondStep()) {
                        double[] da = changes[0] == null ? null : changes[0].get(p);
                        double[] db = changes[1] == null ? null : changes[1].get(q);
                        Differences.product(values[0].at(p), da, values[1].at(q), db, out, result.count());
                    }
                }
            }
        }
    }

    @Override
    public Region touched(int argument, Region changed, Apply self) {
        return grid.touched(argument == 0 ? first() : second(), changed, face);
    }

    /** The other two make it: for each of the three tensors what the form is linear in. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Face wanted = argument == 0 ? first() : second();
        Node other = self.argument(1 - argument);
        Convolution rule = new Convolution(wanted, grid);
        return rule.first() == face ? new Apply(rule, gradient, other) : new Apply(rule, other, gradient);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        return Formula.call(symbol(), grid.arguments(face, arguments), notation());
    }
}
