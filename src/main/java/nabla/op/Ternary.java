package nabla.op;

import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.ZERO;
import static nabla.op.Algebra.ge;
import static nabla.op.Algebra.gt;
import static nabla.op.Algebra.le;
import static nabla.op.Algebra.lt;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.sub;
import static nabla.op.Algebra.where;

import java.util.List;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Guard;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/** Functions of three numbers, entry by entry, one row each: name, parameters, kernel, kernel over any arithmetic, contributions, guards. */
public enum Ternary implements Elementwise {
    /** Chooses, so that neither the value nor the derivative of what is not chosen matters, be it infinite. */
    WHERE(OpFacts.of("where", Trait.TOTAL, Trait.CHOOSES).meaning(Meaning.CHOICE).set(Style.CASES), (c, a, b) -> c != 0 ? a : b,
            Kernels::choice, (k, u, g) -> k == 0 ? null : k == 1 ? where(u.argument(0), g, ZERO) : where(u.argument(0), ZERO, g), Ternary::turn),
    /** The lower bound wins over x, the upper one over both: {@code min(max(x, lo), hi)}, as in NumPy. */
    CLIP(OpFacts.of("clip", Trait.TOTAL, Trait.CHOOSES), (x, lo, hi) -> Math.min(Math.max(x, lo), hi), Kernels::clip,
            (k, u, g) -> mul(g, Ternary.share(k, u.argument(0), u.argument(1), u.argument(2))), Ternary::ends);

    static final List<Function> FUNCTIONS = List.of(Parameters.applied("where cond a b", call -> WHERE), Parameters.applied("clip x lo hi", call -> CLIP));

    private final OpFacts facts;
    private final Kernel kernel;
    private final GenericKernel generic;
    private final Contribution contribution;
    private final Edge edge;

    Ternary(OpFacts facts, Kernel kernel, GenericKernel generic, Contribution contribution, Edge edge) {
        this.facts = facts;
        this.kernel = kernel;
        this.generic = generic;
        this.contribution = contribution;
        this.edge = edge;
    }

    private interface Kernel {
        double at(double a, double b, double c);
    }

    private interface GenericKernel {
        <T extends Real<T>> T at(T a, T b, T c);
    }

    private interface Contribution {
        Node at(int argument, Apply self, Node gradient);
    }

    private interface Edge {
        List<Guard> at(Apply self);
    }

    @Override
    public OpFacts facts() {
        return facts;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        Broadcast.Steps a = Broadcast.Steps.of(arguments[0].shape(), result.shape());
        Broadcast.Steps b = Broadcast.Steps.of(arguments[1].shape(), result.shape());
        Broadcast.Steps c = Broadcast.Steps.of(arguments[2].shape(), result.shape());
        for (int i = 0, k = 0; i < result.shape().lines(); i++) {
            for (int j = 0; j < result.columns(); j++, k++) {
                result.data()[k] = kernel.at(arguments[0].at(a.at(i, j)), arguments[1].at(b.at(i, j)), arguments[2].at(c.at(i, j)));
            }
        }
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        for (int k = 0; k < result.count(); k++) {
            int at = k;
            List<T> entry = arguments.stream().map(x -> x.at(x.shape().stretched(at, result.shape()))).toList();
            result.set(k, generic.at(entry.get(0), entry.get(1), entry.get(2)));
        }
    }

    /** What is chosen, or x between the bounds, changes as it does alone. */
    @Override
    public double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        if (this == WHERE && by[0] == null) {
            return at[0] != 0 ? by[1] : by[2];
        }
        Elementwise.super.change(at, by, value, out, n);
        for (int l = 0; l < n && this == CLIP && by[0] != null && at[0] == value; l++) {
            out[l] = out[l] == at[0] + by[0][l] - value ? by[0][l] : out[l];
        }
        return out;
    }

    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        return contribution.at(argument, self, gradient);
    }

    @Override
    public Node definition(Apply self) {
        return this == CLIP ? Algebra.min(Algebra.max(self.argument(0), self.argument(1)), self.argument(2)) : null;
    }

    @Override
    public boolean decides(int argument) {
        return this == WHERE && argument == 0;
    }

    @Override
    public List<Guard> guards(Apply self) {
        return edge.at(self);
    }

    /** Which of x, lo and hi gets the gradient: on a bound x does, unless the other bound is there too. */
    private static Node share(int argument, Node x, Node lo, Node hi) {
        return switch (argument) {
            case 0 -> ScaledNode.number(lo) < ScaledNode.number(hi) ? mul(ge(x, lo), le(x, hi)) : mul(mul(ge(x, lo), le(x, hi)), lt(lo, hi));
            case 1 -> mul(lt(x, lo), le(lo, hi));
            default -> gt(Algebra.max(x, lo), hi);
        };
    }

    /** Where the condition comes to 0 the choice is another. Comparisons, and what is made of them, get there in steps of their own. */
    private static List<Guard> turn(Apply self) {
        Node condition = self.argument(0);
        boolean steps = isStepwise(condition) || condition.arguments().stream().allMatch(Ternary::isStepwise) && condition instanceof Apply;
        return steps ? List.of() : List.of(Guard.jump(condition));
    }

    private static boolean isStepwise(Node node) {
        return node instanceof Constant || node instanceof Apply use && use.op().is(Trait.STEPWISE);
    }

    /** x meets a bound; and the bounds each other, where x is below. */
    private static List<Guard> ends(Apply self) {
        Node x = self.argument(0);
        Node lo = self.argument(1);
        Node hi = self.argument(2);
        if (ScaledNode.number(lo) < ScaledNode.number(hi)) {
            return List.of(Guard.kink(sub(x, lo)), Guard.kink(sub(hi, x)));
        }
        return List.of(Guard.kink(where(lt(lo, hi), sub(x, lo), ONE)), Guard.kink(sub(Algebra.max(x, lo), hi)));
    }
}
