package nabla.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Guard;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.number.Real;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Every elementwise operation, and how tests call it at single numbers. */
final class ElementwiseOps {

    private ElementwiseOps() { }

    /** An operation, used with some number of scalar arguments. */
    record Use(Op op, int arity) {

        /** The node over fresh scalar inputs. */
        Apply node() {
            return new Apply(null, op, IntStream.range(0, arity).mapToObj(k -> new Input("x" + k, Shape.SCALAR)).toList());
        }

        double value(double... x) {
            Tensor result = Tensor.scalar(Double.NaN);
            op.value(IntStream.range(0, arity).mapToObj(k -> Tensor.scalar(x[k])).toArray(Tensor[]::new), result);
            return result.at(0);
        }

        <T extends Real<T>> T value(List<T> x) {
            Numbers<T> result = new Numbers<>(Shape.SCALAR, new ArrayList<>(Collections.nCopies(1, null)));
            op.value(x.stream().map(entry -> new Numbers<>(Shape.SCALAR, List.of(entry))).toList(), result);
            return result.at(0);
        }

        /** The derivative by one argument, from the rule of the operation. */
        double slope(int argument, double... x) {
            Apply node = node();
            Node adjoint = op.adjoint(argument, node, Algebra.ONE);
            return adjoint == null ? 0 : evaluate(adjoint, node, x);
        }

        /** Random numbers away from every edge of the operation. */
        double[] point(Random random) {
            Apply node = node();
            for (int attempt = 0; attempt < 1000; attempt++) {
                double[] x = random.doubles(arity, -2, 1.5).map(Math::exp).map(v -> random.nextBoolean() ? v : -v).toArray();
                if (op.guards(node).stream().allMatch(guard -> isClear(guard, evaluate(guard.distance(), node, x)))) {
                    return x;
                }
            }
            throw new AssertionError("no point away from the edges of " + op);
        }

        private static boolean isClear(Guard guard, double distance) {
            return guard.kind() == Guard.Kind.DOMAIN ? distance > 0.05 : Math.abs(distance) > 0.05;
        }

        private static double evaluate(Node what, Apply node, double[] x) {
            Map<Node, Tensor> values = new IdentityHashMap<>();
            for (int k = 0; k < x.length; k++) {
                values.put(node.argument(k), Tensor.scalar(x[k]));
            }
            return Evaluation.value(what, values).at(0);
        }

        @Override
        public String toString() {
            return op.symbol() + " of " + arity;
        }
    }

    /** Those of the registry, whatever family they are of, and those that are written with signs. */
    static Stream<Use> all() {
        Stream<Use> functions = Functions.all().stream().map(Specimen::of).filter(node -> node instanceof Apply use && use.op().elementwise())
                .map(node -> new Use(((Apply) node).op(), node.arguments().size()));
        Stream<Use> signs = Stream.concat(Stream.of(Unary.values()).map(op -> new Use(op, 1)), Stream.of(Binary.values()).map(op -> new Use(op, 2)));
        Stream<Use> three = Stream.of(Winner.values()).map(op -> new Use(op, 3));
        return Stream.of(functions, signs, three).flatMap(uses -> uses).distinct();
    }

    static Use find(String symbol, int arity) {
        return all().filter(use -> use.op().symbol().equals(symbol) && use.arity() == arity).findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + symbol + " of " + arity));
    }
}
