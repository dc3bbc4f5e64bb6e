package nabla.op;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Node;
import nabla.tensor.Axes;
import nabla.tensor.Shape;
import nabla.tensor.Tensor;

/** The same entries in other places: axes exchanged, turned round, laid out in another shape; and what overwriting makes of a look-up. */
public final class Layouts {

    private Layouts() { }

    /** A node with two of its dimensions exchanged. */
    public static Node exchanged(Node a, int one, int other) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, a.shape().dimensions()).boxed().toList());
        Collections.swap(order, one, other);
        return Permutation.permuted(null, a, order);
    }

    /** A node whose entries stand in the opposite order along some axes. */
    public static Node flipped(Node a, Axes axes) {
        return Indexing.flip(null, a, axes);
    }

    /**
     * What may have been meant where entries are laid out anew: with a reshape, that two axes are exchanged before or after it, which a reshape
     * does not do; with a flip or a permute, neither. Nothing for other operations.
     */
    public static List<Node> others(Apply use) {
        List<Node> others = new ArrayList<>();
        if (use.op() instanceof Reshape) {
            Node from = use.argument(0);
            Shape to = use.shape();
            for (int i = 0; i < from.shape().dimensions() && from.shape().dimensions() > 2; i++) {
                for (int j = i + 1; j < from.shape().dimensions(); j++) {
                    others.add(Algebra.reshape(exchanged(from, i, j), to));
                }
            }
            for (int i = 0; i < to.dimensions() && to.dimensions() > 2; i++) {
                for (int j = i + 1; j < to.dimensions(); j++) {
                    int[] sizes = to.sizes();
                    sizes[i] = to.size(j);
                    sizes[j] = to.size(i);
                    others.add(exchanged(Algebra.reshape(from, Shape.of(sizes)), i, j));
                }
            }
        } else if (use.op() instanceof Gather gather && gather.selection().part().count() == gather.selection().whole().count()) {
            others.add(Algebra.reshape(use.argument(0), use.shape()));
        }
        return others;
    }

    /** Whether an operation takes an entry more than once, so that its gradients have to be added up. */
    public static boolean repeats(Apply use) {
        return use.op() instanceof Gather gather && IntStream.of(gather.selection().places()).filter(place -> place >= 0).distinct().count()
                < IntStream.of(gather.selection().places()).filter(place -> place >= 0).count();
    }

    /** What is left of the gradient of what was taken from if each use overwrites the others: the last one, or the first. */
    public static Node overwritten(Apply use, Node gradient, boolean last) {
        int[] places = ((Gather) use.op()).selection().places();
        boolean[] taken = new boolean[use.argument(0).shape().count()];
        Tensor kept = Tensor.zeros(use.shape());
        for (int k = 0; k < places.length; k++) {
            int at = last ? places.length - 1 - k : k;
            if (places[at] >= 0 && !taken[places[at]]) {
                taken[places[at]] = true;
                kept.data()[at] = 1;
            }
        }
        return use.op().adjoint(0, use, Algebra.mul(gradient, new Constant(null, kept)));
    }
}
