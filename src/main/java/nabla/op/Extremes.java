package nabla.op;

import java.util.Arrays;
import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** The largest or smallest entry of a matrix, a column or a row, and who wins. */
public final class Extremes {

    static final String LESSON = "A maximum passes on what arrives to the larger one, and nothing to the other.";

    private Extremes() { }

    /** The node of {@code max(A)} or {@code min(A)}, whose entries compete along some axes, or all of them. */
    static Node of(String name, boolean largest, Node a, Axes axes) {
        return new Apply(name, new Extremum(largest, axes), List.of(a));
    }

    /** {@code max(A, axis=0)} or {@code min}. At a tie the winners share the gradient equally. */
    public record Extremum(boolean largest, Axes axes) implements Reduction {

        private static final OpFacts MAX = OpFacts.of("max", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.PICKS).latex("\\max").gives(Result.NUMBER_OF_ONE)
                .lesson(LESSON);
        private static final OpFacts MIN = OpFacts.of("min", Trait.KEEPS_SIGN, Trait.TOTAL, Trait.PICKS).latex("\\min").gives(Result.NUMBER_OF_ONE);

        @Override
        public Op along(Axes other) {
            return new Extremum(largest, other);
        }

        @Override
        public OpFacts facts() {
            return largest ? MAX : MIN;
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            double[] in = arguments[0].data();
            Groups groups = Groups.of(arguments[0].shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                result.data()[g] = groups.extreme(in, g, largest);
            }
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> in = arguments.get(0);
            Groups groups = Groups.of(in.shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                result.set(g, groups.extreme(in, g, largest));
            }
        }

        /** As long as a winner stays one, the change is its own. */
        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            Shape whole = values[0].shape();
            int[] steps = Groups.steps(whole, axes);
            double sign = largest ? 1 : -1;
            Region part = result.region();
            for (int r = 0; r < part.lines(); r++) {
                for (int j = part.left(); j < part.left() + part.columns(); j++) {
                    int g = part.line(r) * value.columns() + j;
                    int start = axes.isAll() ? 0 : value.shape().placed(g, whole);
                    double[] out = result.own(part.line(r), j);
                    Arrays.fill(out, 0, result.count(), Double.NEGATIVE_INFINITY);
                    for (int step : steps) {
                        int at = start + step;
                        double behind = sign * (values[0].at(at) - value.at(g));
                        double[] d = changes[0].get(at);
                        for (int l = 0; l < result.count(); l++) {
                            out[l] = Math.max(out[l], d == null ? behind : behind + sign * d[l]);
                        }
                    }
                    Differences.scale(out, sign, result.count());
                }
            }
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(gradient, new Apply(new Winners(largest, axes), self.argument(0)));
        }

        @Override
        public List<Guard> guards(Apply self) {
            return List.of(lead(self.argument(0), self, largest, axes));
        }
    }

    /**
     * Of a matrix: 1 at a single winner, 1/n at each of n that tie, 0 elsewhere. An operation of its own because a
     * comparison with the winner is always at its jump, which this is only at ties.
     */
    public record Winners(boolean largest, Axes axes) implements Op {

        private static final OpFacts FACTS = OpFacts.of("winners", Trait.STEPWISE);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return arguments.get(0);
        }

        @Override
        public void value(Tensor[] arguments, Tensor result) {
            Groups groups = Groups.of(result.shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                double best = groups.extreme(arguments[0].data(), g, largest);
                int ties = 0;
                for (int k = 0; k < groups.size(); k++) {
                    ties += arguments[0].at(groups.index(g, k)) == best ? 1 : 0;
                }
                for (int k = 0; k < groups.size(); k++) {
                    double won = arguments[0].at(groups.index(g, k)) == best ? 1 : 0;
                    result.data()[groups.index(g, k)] = won / ties;
                }
            }
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Groups groups = Groups.of(result.shape(), axes);
            Numbers<T> in = arguments.get(0);
            T zero = in.at(0).number(0);
            for (int g = 0; g < groups.count(); g++) {
                T best = groups.extreme(in, g, largest);
                int ties = 0;
                for (int k = 0; k < groups.size(); k++) {
                    ties += in.at(groups.index(g, k)).subtract(best).isZero() ? 1 : 0;
                }
                for (int k = 0; k < groups.size(); k++) {
                    int at = groups.index(g, k);
                    result.set(at, zero.add(in.at(at).subtract(best).isZero() ? 1 : 0).divide(ties));
                }
            }
        }

        /** It is constant between ties. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return null;
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            Formula best = new Extremum(largest, axes).formula(arguments);
            Formula won = Formula.infix(largest ? ">=" : "<=", arguments.get(0), best);
            return Formula.infix("/", won, new Sum(axes).formula(List.of(won)));
        }

        @Override
        public List<Guard> guards(Apply self) {
            Node a = self.argument(0);
            return List.of(lead(a, new Apply(new Extremum(largest, axes), a), largest, axes));
        }

        @Override
        public Node definition(Apply self) {
            Node a = self.argument(0);
            Node best = new Apply(new Extremum(largest, axes), a);
            Node won = largest ? Algebra.ge(a, best) : Algebra.le(a, best);
            return Algebra.div(won, Algebra.sum(won, axes));
        }
    }

    private static Guard lead(Node a, Node extremes, boolean largest, Axes axes) {
        return Guard.winner(largest ? Algebra.sub(a, extremes) : Algebra.sub(extremes, a), axes);
    }
}
