package nabla.op;


import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.graph.Trait;
import nabla.graph.Op;
import nabla.graph.Topology;
import nabla.number.BigFloat;
import nabla.tensor.Axes;
import nabla.tensor.Numbers;
import nabla.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code prod} and {@code cumprod} have derivatives of every order where entries are 0: one, two or more of them. */
class ProductsAtZeroTest {

    private static final List<Shape> SHAPES = List.of(Shape.of(5, 1), Shape.of(1, 4), Shape.of(3, 4), Shape.of(2, 3, 2), Shape.of(2, 2, 1, 3));

    /** Rules, rules of rules and theirs against differences of the kernels. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5})
    void rulesOfEachOrderAreRight(int zeros) {
        Random random = new Random(zeros);
        for (int trial = 0; trial < 12; trial++) {
            Shape shape = SHAPES.get(random.nextInt(SHAPES.size()));
            Input x = new Input("x", shape);
            Numbers<BigFloat> value = Rules.draw(shape, random.nextInt());
            for (int k = 0; k < zeros; k++) {
                value.set(random.nextInt(value.count()), Rules.ZERO);
            }
            for (Op op : List.of(product(random, shape), running(random, shape))) {
                Apply first = new Apply(op, x);
                Input g = new Input("g", first.shape());
                Input h = new Input("h", shape);
                Map<Node, Numbers<BigFloat>> known = new LinkedHashMap<>(Map.of(x, value, g, Rules.draw(g.shape(), 2), h, Rules.draw(shape, 3)));
                Node rule = op.adjoint(0, first, g);
                for (Node inner : Topology.order(List.of(rule))) {
                    if (inner instanceof Apply use && use.shape().equals(shape)) {
                        checkRulesOfRules(use, h, known);
                    }
                }
            }
        }
    }

    private static void checkRulesOfRules(Apply use, Input h, Map<Node, Numbers<BigFloat>> known) {
        Evaluation.value(use, known, Rules.ZERO);
        Rules.check(use, new LinkedHashMap<>(known));
        for (int k = 0; k < use.arguments().size(); k++) {
            Node rule = use.op().adjoint(k, use, h);
            Evaluation.value(rule, known, Rules.ZERO);
            for (Node inner : Topology.order(List.of(rule))) {
                if (inner instanceof Apply deeper) {
                    checkDefinition(deeper, known);
                    Rules.check(deeper, new LinkedHashMap<>(known));
                }
            }
        }
    }

    /** What it is the limit of has the same value, wherever that has one. */
    private static void checkDefinition(Apply use, Map<Node, Numbers<BigFloat>> known) {
        Node definition = use.op().is(Trait.LIMIT) ? use.op().definition(use) : use;
        Numbers<BigFloat> written = Evaluation.value(definition, new LinkedHashMap<>(known), Rules.ZERO);
        for (int k = 0; k < written.count(); k++) {
            double off = written.at(k).subtract(known.get(use).at(k)).getReal();
            assertTrue(Double.isNaN(off) || Math.abs(off) < 1e-30, use.op() + ", entry " + k + " is off by " + off);
        }
    }

    private static Op product(Random random, Shape shape) {
        List<Axes> axes = new ArrayList<>(IntStream.range(0, shape.dimensions()).mapToObj(Axes::of).toList());
        axes.add(Axes.ALL);
        if (shape.dimensions() > 2) {
            axes.add(new Axes(5));
        }
        return new Factors.Prod(axes.get(random.nextInt(axes.size())));
    }

    private static Op running(Random random, Shape shape) {
        int axis = random.nextInt(shape.dimensions() + (shape.isVector() ? 1 : 0)) - (shape.isVector() ? 1 : 0);
        return new RunningProducts.RunningProduct(axis, random.nextBoolean());
    }
}
