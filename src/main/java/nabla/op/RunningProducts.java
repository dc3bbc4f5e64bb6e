package nabla.op;

import java.util.List;
import nabla.formula.Formula;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.OpFacts;
import nabla.graph.Trait;
import nabla.number.Real;
import nabla.op.Scans.Along;
import nabla.op.Scans.RunningSum;
import nabla.tensor.Numbers;

/** {@code cumprod} and what its derivatives of every order are made of, none of which divides. */
public final class RunningProducts {

    private RunningProducts() { }

    /** The product of an entry and of all before it. */
    public record RunningProduct(int axis, boolean reverse) implements Along {

        private static final OpFacts FACTS = OpFacts.of("cumprod", Trait.KEEPS_SIGN, Trait.TOTAL);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> a = arguments.get(0);
            through(result.shape(), false, a.at(0).number(1), (at, before) -> {
                result.set(at, before.multiply(a.at(at)));
                return result.at(at);
            });
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return new Apply(new RunningProductGradient(axis, reverse), self.argument(0), gradient);
        }
    }

    /**
     * What arrives at the running products y, sent back to the entries a: Σ g·y from there on, divided by a; and the limit of that where
     * an entry is 0. With t the sum of g·(product of the entries between) that is t·(product of the entries before).
     */
    public record RunningProductGradient(int axis, boolean reverse) implements Along {

        private static final OpFacts FACTS = OpFacts.of("cumprod_gradient", Trait.LIMIT);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> a = arguments.get(0);
            through(result.shape(), true, a.at(0).number(0), (at, behind) -> {
                result.set(at, arguments.get(1).at(at).add(behind));
                return result.at(at).multiply(a.at(at));
            });
            through(result.shape(), false, a.at(0).number(1), (at, before) -> {
                result.set(at, result.at(at).multiply(before));
                return before.multiply(a.at(at));
            });
        }

        /** With b the product of the entries before, μ what arrives from there on and h what is sent on: both are b·μ's two rules. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node a = self.argument(0);
            Node arrived = self.argument(1);
            Node before = new Apply(new ExclusiveProduct(axis, reverse), a);
            Node changed = Algebra.mul(gradient, before);
            Node from = new Apply(new DiscountedSum(axis, reverse), a, changed);
            if (argument == 1) {
                return Algebra.add(changed, Algebra.mul(a, from));
            }
            Node sent = Algebra.add(arrived, new Apply(new DiscountedSum(axis, !reverse), a, Algebra.mul(arrived, a)));
            Node behind = new Apply(new DiscountedSum(axis, !reverse), a, Algebra.mul(gradient, sent));
            return Algebra.add(Algebra.mul(before, behind), Algebra.mul(from, sent));
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            Formula product = new RunningProduct(axis, reverse).formula(arguments.subList(0, 1));
            Formula sum = new RunningSum(axis, !reverse).formula(List.of(Formula.infix("*", arguments.get(1), product)));
            return Formula.infix("/", sum, arguments.get(0));
        }

        @Override
        public Node definition(Apply self) {
            Node product = new Apply(new RunningProduct(axis, reverse), self.argument(0));
            return Algebra.div(new Apply(new RunningSum(axis, !reverse), Algebra.mul(self.argument(1), product)), self.argument(0));
        }
    }

    /** The product of all entries before an entry: the running product divided by it, and the limit of that where it is 0. */
    public record ExclusiveProduct(int axis, boolean reverse) implements Along {

        private static final OpFacts FACTS = OpFacts.of("exclusive_cumprod", Trait.LIMIT);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> a = arguments.get(0);
            through(result.shape(), false, a.at(0).number(1), (at, before) -> {
                result.set(at, before);
                return before.multiply(a.at(at));
            });
        }

        /** The product of the entries before, times what arrives behind. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(self, new Apply(new DiscountedSum(axis, !reverse), self.argument(0), gradient));
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            return Formula.infix("/", new RunningProduct(axis, reverse).formula(arguments), arguments.get(0));
        }

        @Override
        public Node definition(Apply self) {
            return Algebra.div(new Apply(new RunningProduct(axis, reverse), self.argument(0)), self.argument(0));
        }
    }

    /**
     * The discounted sum of all g before an entry: each times the factors a between the two, s₁ = 0 and sₖ₊₁ = gₖ + aₖ·sₖ. It is linear in
     * every a and every g, and its rules are made of itself, so each order of derivative exists everywhere.
     */
    public record DiscountedSum(int axis, boolean reverse) implements Along {

        private static final OpFacts FACTS = OpFacts.of("discounted_sum", Trait.LIMIT);

        @Override
        public OpFacts facts() {
            return FACTS;
        }

        @Override
        public <T extends Real<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> a = arguments.get(0);
            through(result.shape(), false, a.at(0).number(0), (at, before) -> {
                result.set(at, before);
                return arguments.get(1).at(at).add(a.at(at).multiply(before));
            });
        }

        /** What arrives behind an entry reaches its g; its a has that times the sum before it. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node behind = new Apply(new DiscountedSum(axis, !reverse), self.argument(0), gradient);
            return argument == 1 ? behind : Algebra.mul(self, behind);
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            Formula product = new RunningProduct(axis, reverse).formula(arguments.subList(0, 1));
            Formula each = Formula.infix("/", arguments.get(1), product);
            Formula before = Formula.infix("-", new RunningSum(axis, reverse).formula(List.of(each)), each);
            return Formula.infix("*", Formula.infix("/", product, arguments.get(0)), before);
        }

        @Override
        public Node definition(Apply self) {
            Node product = new Apply(new RunningProduct(axis, reverse), self.argument(0));
            Node each = Algebra.div(self.argument(1), product);
            return Algebra.mul(Algebra.div(product, self.argument(0)), Algebra.sub(new Apply(new RunningSum(axis, reverse), each), each));
        }
    }
}
