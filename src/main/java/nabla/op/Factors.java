package nabla.op;

import java.util.List;
import java.util.Set;
import nabla.formula.Formula;
import nabla.formula.Notation;
import nabla.formula.Notation.Result;
import nabla.formula.Notation.Style;
import nabla.graph.Apply;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Trait;
import nabla.tensor.Axes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import org.apache.commons.math3.RealFieldElement;

/** The product of all entries, or along axes. */
public final class Factors {

    static final List<Function> FUNCTIONS = List.of(Parameters.function("prod",
            call -> new Apply(call.name(), new Prod(Axis.of(call)), List.of(call.node("A"))), Parameters.matrix("A"), Parameters.AXIS));

    private Factors() { }

    /** The product. */
    public record Prod(Axes axes) implements Reduction, FieldKernel {

        @Override
        public Op along(Axes other) {
            return new Prod(other);
        }

        @Override
        public String symbol() {
            return "prod";
        }

        @Override
        public Set<Trait> traits() {
            return Set.of(Trait.KEEPS_SIGN, Trait.TOTAL);
        }

        @Override
        public Notation notation() {
            return new Notation("\\prod", Style.LARGE, Result.NUMBER);
        }

        @Override
        public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Groups groups = Groups.of(arguments.get(0).shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                T product = arguments.get(0).at(groups.index(g, 0));
                for (int k = 1; k < groups.size(); k++) {
                    product = product.multiply(arguments.get(0).at(groups.index(g, k)));
                }
                result.set(g, product);
            }
        }

        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            return Algebra.mul(gradient, new Apply(new Others(axes), self.argument(0)));
        }
    }

    /** For each entry the product of the others, which is that of all divided by it, and the limit of that where it is 0. */
    public record Others(Axes axes) implements FieldKernel {

        @Override
        public String symbol() {
            return "others";
        }

        @Override
        public Shape shape(List<Shape> arguments) {
            return arguments.get(0);
        }

        @Override
        public <T extends RealFieldElement<T>> void value(List<Numbers<T>> arguments, Numbers<T> result) {
            Numbers<T> a = arguments.get(0);
            Groups groups = Groups.of(a.shape(), axes);
            for (int g = 0; g < groups.count(); g++) {
                T before = a.at(0).getField().getOne();
                for (int k = 0; k < groups.size(); k++) {
                    result.set(groups.index(g, k), before);
                    before = before.multiply(a.at(groups.index(g, k)));
                }
                T behind = a.at(0).getField().getOne();
                for (int k = groups.size() - 1; k >= 0; k--) {
                    int at = groups.index(g, k);
                    result.set(at, result.at(at).multiply(behind));
                    behind = behind.multiply(a.at(at));
                }
            }
        }

        /** From its definition: Σ g·others without that of the entry itself, divided by it. */
        @Override
        public Node adjoint(int argument, Apply self, Node gradient) {
            Node sent = Algebra.mul(gradient, self);
            Node all = Algebra.sum(sent, axes);
            return Algebra.div(Algebra.sub(all, sent), self.argument(0));
        }

        @Override
        public Formula formula(List<Formula> arguments) {
            return Formula.infix("/", new Prod(axes).formula(arguments), arguments.get(0));
        }

        @Override
        public boolean isLimit() {
            return true;
        }

        @Override
        public Node definition(Apply self) {
            return Algebra.div(new Apply(new Prod(axes), self.argument(0)), self.argument(0));
        }
    }
}
