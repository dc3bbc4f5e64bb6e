package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.ShapeMismatch;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Lanes;
import nabla.tensor.Numbers;
import nabla.tensor.Region;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** {@code cumsum} and {@code cumprod}: each entry put together with all before it along an axis, a row or a column along itself. */
public final class Scans {

    static final List<Function> FUNCTIONS = List.of(
            function("cumsum A", RunningSum::new),
            function("cumprod A", RunningProducts.RunningProduct::new));

    /** No axis: a row or a column along itself. */
    private static final int ALL = -1;
    private static final String REVERSE = "reverse";

    private Scans() { }

    private interface Maker {
        Along of(int axis, boolean reverse);
    }

    private static Function function(String call, Maker maker) {
        return Parameters.applied(call, given -> maker.of(Axis.one(given, ALL), given.integer(REVERSE, 0) != 0),
                Parameters.AXIS, Parameters.integer(REVERSE, 0));
    }

    /** An operation that goes along an axis, from the first entry to the last or the other way, and keeps the shape. */
    interface Along extends FieldKernel {

        int axis();

        boolean reverse();

        @Override
        default Shape shape(List<Shape> arguments) {
            Shape shape = arguments.get(0);
            if (axis() == ALL && !shape.isVector()) {
                throw new ShapeMismatch(symbol() + " of a " + shape + (shape.isMatrix() ? " matrix" : " tensor") + " needs an axis", "axis=0 goes down the columns, axis=1 along the rows");
            }
            return shape;
        }

        /** Where entry k of a group stands that is gone through in this direction. */
        default int place(Groups groups, int group, int k) {
            return groups.index(group, reverse() ? groups.size() - 1 - k : k);
        }

        /** What is kept on the way through a group: with it, and entry {@code at}, what is kept for the next one. */
        interface Step<T> {
            T next(int at, T kept);
        }

        /** Goes through every group from its first entry in this direction, or from its last one backwards, each time from {@code first} on. */
        default <T> void through(Shape shape, boolean backwards, T first, Step<T> step) {
            Groups groups = Groups.of(shape, Axes.of(axis()));
            for (int g = 0; g < groups.count(); g++) {
                T kept = first;
                for (int k = 0; k < groups.size(); k++) {
                    kept = step.next(place(groups, g, backwards ? groups.size() - 1 - k : k), kept);
                }
            }
        }

        @Override
        default Region touched(int argument, Region changed, Apply self) {
            return whole(changed, self.shape());
        }

        @Override
        default Region needed(int argument, Region part, Apply self) {
            return whole(part, self.shape());
        }

        private Region whole(Region part, Shape shape) {
            return axis() == ALL ? Region.all(shape) : part.along(Axes.of(axis()), shape);
        }

        @Override
        default Formula formula(List<Formula> arguments) {
            Formula.Call call = Axis.formula(this, arguments, Axes.of(axis()));
            return reverse() ? call.with(new Formula.NamedArgument(REVERSE, Formula.number(1))) : call;
        }
    }

    /** The sum of an entry and of all before it. */
    public record RunningSum(int axis, boolean reverse) implements Along {

        private static final OpFacts FACTS = OpFacts.of("cumsum", Trait.KEEPS_SIGN, Trait.TOTAL);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> a = arguments.get(0);
            through(result.shape(), false, a.at(0).number(0), (at, before) -> {
                result.set(at, before.add(a.at(at)));
                return result.at(at);
            });
        }

        /** The running sums of the changes. */
        @Override
        public void lanes(Apply self, Tensor[] values, Lanes[] changes, Tensor value, Lanes result) {
            Groups groups = Groups.of(value.shape(), Axes.of(axis));
            double[] sum = new double[result.count()];
            for (int g = 0; g < groups.count(); g++) {
                Differences.clear(sum, sum.length);
                for (int k = 0; k < groups.size(); k++) {
                    int row = place(groups, g, k) / value.columns();
                    int column = place(groups, g, k) % value.columns();
                    double[] d = changes[0].get(row, column);
                    if (d != null) {
                        Differences.add(1, d, sum, sum.length);
                    }
                    if (result.region().contains(row, column)) {
                        System.arraycopy(sum, 0, result.own(row, column), 0, sum.length);
                    }
                }
            }
        }

        /** The same from the other end. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return new Apply(new RunningSum(axis, !reverse), gradient);
        }
    }
}
