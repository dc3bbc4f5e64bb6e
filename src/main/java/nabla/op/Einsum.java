package nabla.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.limit.Stop;
import nabla.number.Real;
import nabla.op.Contraction.Plan;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/**
 * {@code einsum("bij,bjk->bik", A, B)}, as NumPy's with letters: a letter for each dimension; letters that the result does not have are summed
 * over, and a letter that stands twice in one operand is its diagonal. It is linear in each operand, so its adjoints are einsums too: the
 * gradient in the place of the operand.
 */
public record Einsum(Contraction contraction) implements PartwiseOp {

    private static final OpFacts FACTS = OpFacts.of("einsum").gives(Result.MATRIX);

    static final List<Function> FUNCTIONS = List.of(Parameters.function("einsum",
            a -> new Apply(a.name(), new Einsum(Contraction.read(a.text("subscripts"))), a.nodes().get("A")),
            Parameters.text("subscripts"), Parameters.matrices("A"))
            .shown(new Function.Example(List.of(Shape.of(2, 3, 5), Shape.of(2, 5, 7)), Map.of(), Map.of(), Map.of("subscripts", "bij,bjk->bik"))));

    @Override
    public OpFacts facts() {
        return FACTS;
    }

    @Override
    public Shape shape(List<Shape> arguments) {
        return contraction.shape(arguments);
    }

    private Plan plan(List<Shape> shapes) {
        return contraction.plan(shapes);
    }

    @Override
    public void value(Apply self, Region part, Tensor[] arguments, Tensor result) {
        Plan plan = plan(Arrays.stream(arguments).map(Tensor::shape).toList());
        for (int k = 0; k < result.count(); k++) {
            Stop.ifAsked();
            int out = plan.tuple(part.entryOf(plan.result(), k));
            double sum = 0;
            for (int s = 0; s < plan.summed() && out >= 0; s++) {
                double product = 1;
                for (int o = 0; o < arguments.length; o++) {
                    product *= arguments[o].data()[plan.place(o, out, s)];
                }
                sum += product;
            }
            result.data()[k] = sum;
        }
    }

    @Override
    public <T extends Real<T>> void value(Apply self, Region part, List<Numbers<T>> arguments, Numbers<T> result) {
        Plan plan = plan(arguments.stream().map(Numbers::shape).toList());
        T zero = arguments.get(0).at(0).number(0);
        for (int k = 0; k < result.count(); k++) {
            Stop.ifAsked();
            int out = plan.tuple(part.entryOf(plan.result(), k));
            T sum = zero;
            for (int s = 0; s < plan.summed() && out >= 0; s++) {
                T product = arguments.get(0).at(plan.place(0, out, s));
                for (int o = 1; o < arguments.size(); o++) {
                    product = product.multiply(arguments.get(o).at(plan.place(o, out, s)));
                }
                sum = sum.add(product);
            }
            result.set(k, sum);
        }
    }

    /** One operand after the other goes from its old value to the new one: each step is a product with its change. */
    @Override
    public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
        Plan plan = plan(Arrays.stream(values).map(Tensor::shape).toList());
        Region part = result.region();
        int n = result.count();
        double[] product = result.scratch(0);
        for (int r = 0; r < part.lines(); r++) {
            for (int j = part.left(); j < part.left() + part.columns(); j++) {
                double[] sum = result.cleared(part.line(r), j);
                int out = plan.tuple(part.line(r) * value.columns() + j);
                for (int s = 0; s < plan.summed() && out >= 0; s++) {
                    for (int o = 0; o < values.length; o++) {
                        double[] change = change(changes[o], plan.place(o, out, s));
                        if (change != null) {
                            add(plan, out, s, o, values, changes, change, product, sum, n);
                        }
                    }
                }
            }
        }
    }

    private static double[] change(Lanes changes, int place) {
        return changes == null ? null : changes.get(place);
    }

    /** Operands before the one that changes have their new values, those behind it their old ones. */
    private static void add(Plan plan, int out, int s, int moved, Tensor[] values, Lanes[] changes, double[] change, double[] product, double[] sum, int n) {
        System.arraycopy(change, 0, product, 0, n);
        for (int o = 0; o < values.length; o++) {
            int place = plan.place(o, out, s);
            double[] own = o < moved ? change(changes[o], place) : null;
            double at = values[o].at(place);
            for (int l = 0; l < n && o != moved; l++) {
                product[l] *= own == null ? at : at + own[l];
            }
        }
        Differences.add(1, product, sum, n);
    }

    @Override
    public Region touched(int argument, Region changed, Apply self) {
        return contraction.touched(argument, changed, self.argument(argument).shape(), self.shape());
    }

    /** Letters that only the operand has are not in the result of the rule: there it is the same for all, and is stretched. */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        List<Node> operands = new ArrayList<>(self.arguments());
        operands.set(argument, gradient);
        Shape own = self.argument(argument).shape();
        contraction.diagonals(argument).chars()
                .forEach(letter -> operands.add(Algebra.ones(new Shape(own.size(contraction.operands().get(argument).indexOf(letter)), 1))));
        Contraction rule = contraction.adjoint(argument);
        Node term = new Apply(null, new Einsum(rule), operands);
        return Algebra.stretch(Algebra.reshape(term, contraction.kept(argument, own)), own);
    }

    @Override
    public Formula formula(List<Formula> arguments) {
        Formula letters = new Formula.Quotation(contraction.toString());
        return Formula.call(symbol(), Stream.concat(Stream.of(letters), arguments.stream()).toList(), notation());
    }
}
