package nabla.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Node;
import nabla.model.Domain;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.op.Algebra;
import nabla.point.PointSampler;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** Models made from nodes, without a text. */
final class Models {

    static final Domain REAL = new Domain.Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private Models() { }

    static Input input(String name, int rows, int columns) {
        return new Input(name, new Shape(rows, columns));
    }

    /** A leaf sampled from the reals. */
    static Leaf sampled(Input input) {
        return new Leaf(input, false, null, REAL);
    }

    static Leaf at(Input input, double... value) {
        return new Leaf(input, false, new Tensor(input.shape(), value), REAL);
    }

    /** The model whose output is a node; one that is not a scalar gets an upstream gradient. */
    static Model of(Node output, Leaf... leaves) {
        return of(0, output, leaves);
    }

    static Model of(long seed, Node output, Leaf... leaves) {
        List<Leaf> all = new ArrayList<>(Arrays.asList(leaves));
        Input upstream = null;
        Node root = output;
        if (!output.shape().isScalar()) {
            upstream = new Input("dC", output.shape());
            all.add(new Leaf(upstream, true, null, REAL));
            root = Algebra.sum(Algebra.mul(upstream, output));
        }
        return Model.of(new Model.Ending(output, upstream, root), output instanceof Apply ? List.of(output) : List.of(), all, seed);
    }

    /** The same at one point, the sampler's for a seed. */
    static Model fixed(Model model, long seed) {
        Map<Input, Tensor> point = new PointSampler(model.leaves(), List.of(model.root())).first(seed).point();
        List<Leaf> leaves = model.leaves().stream()
                .map(leaf -> new Leaf(leaf.node(), leaf.constant(), point.get(leaf.node()), leaf.domain())).toList();
        return model.with(leaves);
    }

    static VerifiedGraph check(Model model) {
        return new Checker(model, new CheckPrecision(1e-6, 0)).run();
    }

    /** The verdict on a leaf in one word. */
    static String word(VerifiedGraph checked, Node leaf) {
        return checked.results().get(leaf).worst().verdict().word();
    }
}
