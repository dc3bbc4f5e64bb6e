package nabla.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nabla.formula.Formula;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.tensor.Axes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;

/** The product of all entries, or along axes. */
public final class Factors {

    static final List<Function> FUNCTIONS = List.of(Parameters.applied("prod A", call -> new Prod(Axis.of(call)), Parameters.AXIS));

    private Factors() { }

    /** The product. */
    public record Prod(Axes axes) implements Reduction, FieldKernel {

        private static final OpFacts FACTS = OpFacts.of("prod", Trait.KEEPS_SIGN, Trait.TOTAL)
                .latex("\\prod").set(Style.LARGE).gives(Result.NUMBER);

        @Override
        public Op along(Axes other) {
            return new Prod(other);
        }

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Groups groups = Groups.of(arguments.get(0).shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                result.set(g, groups.fold(arguments.get(0), g, T::multiply));
            }
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(gradient, new Apply(new Others(axes), self.argument(0)));
        }
    }

    /**
     * For each entry the product of the others, which is that of all divided by it, and the limit of that where it is 0. With changes
     * g₁ … gₙ of the entries as further arguments: the derivative of that in these directions, the sum of every product in which n of the
     * others are replaced by their changes, one of each. It is worked out without a division, as the coefficient of ε₁⋯εₙ in the product
     * of the others' a + Σ εₘ·gₘ, so each order of derivative exists everywhere.
     */
    public record Others(Axes axes) implements FieldKernel {

        private static final OpFacts FACTS = OpFacts.of("others", Trait.LIMIT);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return arguments.get(0);
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Groups groups = Groups.of(result.shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                List<List<T>> before = new ArrayList<>();
                List<T> product = one(arguments);
                for (int k = 0; k < groups.size(); k++) {
                    before.add(List.copyOf(product));
                    multiply(product, arguments, groups.index(g, k));
                }
                product = one(arguments);
                for (int k = groups.size() - 1; k >= 0; k--) {
                    int at = groups.index(g, k);
                    result.set(at, highest(before.get(k), product));
                    multiply(product, arguments, at);
                }
            }
        }

        /** The polynomial 1 in the ε: coefficient s belongs to the product of those whose bits are in s. */
        private static <T extends Real<T>> List<T> one(List<Numbers<T>> arguments) {
            T like = arguments.get(0).at(0);
            List<T> one = new ArrayList<>(Collections.nCopies(1 << arguments.size() - 1, like.number(0)));
            one.set(0, like.number(1));
            return one;
        }

        /** Times a + Σ εₘ·gₘ, without the squares of an ε. */
        private static <T extends Real<T>> void multiply(List<T> product, List<Numbers<T>> arguments, int at) {
            for (int s = product.size() - 1; s >= 0; s--) {
                T sum = product.get(s).multiply(arguments.get(0).at(at));
                for (int m = 1; m < arguments.size(); m++) {
                    int bit = 1 << m - 1;
                    sum = (s & bit) == 0 ? sum : sum.add(product.get(s - bit).multiply(arguments.get(m).at(at)));
                }
                product.set(s, sum);
            }
        }

        /** The coefficient of all ε in the product of two. */
        private static <T extends Real<T>> T highest(List<T> before, List<T> behind) {
            int all = before.size() - 1;
            T sum = before.get(0).multiply(behind.get(all));
            for (int s = 1; s <= all; s++) {
                sum = sum.add(before.get(s).multiply(behind.get(all - s)));
            }
            return sum;
        }

        /** One more direction; and a change takes the place of another, as the derivative is symmetric in all of them. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            List<Node> arguments = new ArrayList<>(self.arguments());
            if (argument == 0) {
                arguments.add(gradient);
            } else {
                arguments.set(argument, gradient);
            }
            return new Apply(null, this, arguments);
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            Formula a = arguments.get(0);
            int last = arguments.size() - 1;
            if (last == 0) {
                return Formula.infix("/", new Prod(axes).formula(arguments), a);
            }
            Formula sent = new Sum(axes).formula(List.of(Formula.infix("*", arguments.get(last), formula(arguments.subList(0, last)))));
            for (int m = 1; m <= last; m++) {
                sent = Formula.infix("-", sent, Formula.infix("*", arguments.get(m), formula(without(m, arguments))));
            }
            return Formula.infix("/", sent, a);
        }

        /** Σ gₙ·(that in the other directions) less what it has of the entry itself, divided by it. */
        @Override
        public Node definition(Apply self) {
            List<Node> arguments = self.arguments();
            Node a = arguments.get(0);
            int last = arguments.size() - 1;
            if (last == 0) {
                return Algebra.div(new Apply(new Prod(axes), a), a);
            }
            Node sent = Algebra.sum(Algebra.mul(arguments.get(last), new Apply(null, this, arguments.subList(0, last))), axes);
            for (int m = 1; m <= last; m++) {
                sent = Algebra.sub(sent, Algebra.mul(arguments.get(m), new Apply(null, this, without(m, arguments))));
            }
            return Algebra.div(sent, a);
        }

        private static <E> List<E> without(int m, List<E> arguments) {
            List<E> rest = new ArrayList<>(arguments);
            rest.remove(m);
            return rest;
        }
    }
}
