package nabla.op;

import static nabla.op.Algebra.ONE;
import static nabla.op.Algebra.mul;
import static nabla.op.Algebra.sub;
import static nabla.op.Algebra.where;

import java.util.ArrayList;
import java.util.List;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Tensor;

/** {@code max(a, b, …)} and {@code min(a, b, …)}, entry by entry, of two or more. The first winner gets the gradient. */
public enum Winner implements Elementwise {
    MAX("max", Meaning.LARGER, Extremes.LESSON), MIN("min", Meaning.SMALLER, null);

    static final List<Function> FUNCTIONS = List.of(MAX.function(), MIN.function());

    private final OpFacts facts;

    Winner(String symbol, Meaning meaning, String lesson) {
        facts = OpFacts.of(symbol, Trait.KEEPS_SIGN, Trait.TOTAL, Trait.CHOOSES).meaning(meaning).latex("\\" + symbol).gives(Result.NUMBER_OF_ONE).lesson(lesson);
    }

    @Override
    public OpFacts facts() {
        return facts;
    }

    private boolean beats(double a, double b) {
        return this == MAX ? a > b : a < b;
    }

    @Override
    public void value(Tensor[] arguments, Tensor result) {
        int columns = result.columns();
        for (int n = 0; n < arguments.length; n++) {
            Broadcast.Steps steps = Broadcast.Steps.of(arguments[n].shape(), result.shape());
            for (int i = 0, k = 0; i < result.shape().lines(); i++) {
                for (int j = 0; j < columns; j++, k++) {
                    double x = arguments[n].at(steps.at(i, j));
                    double best = result.data()[k];
                    result.data()[k] = n == 0 || beats(x, best) || Double.isNaN(x) ? x : best;
                }
            }
        }
    }

    @Override
    public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
        for (int k = 0; k < result.count(); k++) {
            T best = null;
            for (Numbers<T> argument : arguments) {
                T x = argument.at(argument.shape().stretched(k, result.shape()));
                best = best == null || beats(x.subtract(best).sign(), 0) || x.isNaN() ? x : best;
            }
            result.set(k, best);
        }
    }

    /** Where the first winner stays one, what it gains. */
    @Override
    public double[] change(double[] at, double[][] by, double value, double[] out, int n) {
        int first = 0;
        while (at[first] != value) {
            if (++first == at.length) {
                return Elementwise.super.change(at, by, value, out, n);
            }
        }
        for (int l = 0; l < n; l++) {
            double gain = by[first] == null ? 0 : by[first][l];
            double best = at[first] + gain;
            for (int k = 0; k < at.length; k++) {
                double x = at[k] + (by[k] == null ? 0 : by[k][l]);
                if (beats(x, best) || Double.isNaN(x)) {
                    best = x;
                    gain = at[k] == value && by[k] != null ? by[k][l] : x - value;
                }
            }
            out[l] = gain;
        }
        return out;
    }

    /** For two: g·(a ≥ b) and g·(b &gt; a). */
    @Override
    public Node adjoint(int argument, Apply self, Node gradient) {
        Node x = self.argument(argument);
        Node before = best(self.arguments().subList(0, argument));
        Node after = best(self.arguments().subList(argument + 1, self.arguments().size()));
        Node won = before == null ? ONE : this == MAX ? Algebra.gt(x, before) : Algebra.lt(x, before);
        return mul(gradient, after == null ? won : mul(won, atLeast(x, after)));
    }

    private Node atLeast(Node a, Node b) {
        return this == MAX ? Algebra.ge(a, b) : Algebra.le(a, b);
    }

    private Node best(List<Node> nodes) {
        return nodes.isEmpty() ? null : nodes.size() == 1 ? nodes.get(0) : new Apply(null, this, nodes);
    }

    /** Each argument against the best before it, which is a kink only where one of the two wins in the end. Each best is made of the one before. */
    @Override
    public List<Guard> guards(Apply self) {
        List<Guard> guards = new ArrayList<>();
        Node before = self.argument(0);
        int last = self.arguments().size() - 1;
        for (int k = 1; k <= last; k++) {
            Node distance = sub(before, self.argument(k));
            before = best(List.of(before, self.argument(k)));
            guards.add(Guard.kink(k == last ? distance : where(atLeast(before, self), distance, ONE)));
        }
        return guards;
    }

    /** {@code max(A)} and {@code max(A, axis=0)} are the largest entry; with more arguments, entry by entry. */
    private Function function() {
        return Parameters.function(symbol(), this::build, Parameters.matrices("a"), Parameters.AXIS);
    }

    private Node build(Arguments call) {
        List<Node> nodes = call.nodes().get("a");
        if (nodes.size() == 1) {
            return Extremes.of(call.name(), this == MAX, nodes.get(0), Axis.of(call));
        }
        if (call.has("axis")) {
            throw new ShapeMismatch(symbol() + " of several matrices goes entry by entry and takes no axis",
                    "did you mean " + symbol() + "(" + symbol() + "(A, B), axis=" + call.integers("axis").get(0) + ")?");
        }
        return new Apply(call.name(), this, nodes);
    }
}
