package nabla.mistake;

import static nabla.report.MistakeCode.*;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.ShapeMismatch;
import nabla.graph.Topology;
import nabla.op.Algebra;
import nabla.op.Layouts;
import nabla.op.Reductions;
import nabla.op.Substitution;
import nabla.op.Sum;
import nabla.tensor.Axes;
import nabla.tensor.Shape;

/**
 * Slips of the pen, looked for from the other end: one change at a time is made in the formula that was handed in (another axis, a root,
 * a sign, another name), and one that makes it right is what was meant. Found are mistakes in forms of the gradient that the reverse pass
 * does not have, such as the short ones of normalisation.
 */
final class Edits {

    private static final int MOST_NODES = 200;
    private static final int MOST_NAMED = 16;
    private static final int MOST_AXES = 40;
    /** Of tensors with more dimensions only one axis is tried at a time. */
    private static final int MOST_DIMENSIONS = 5;

    private final Backprop pass;
    private final Node target;
    private final Naming naming;
    private final Drafts drafts;
    private final Map<Node, Node> forward = new IdentityHashMap<>();
    private final List<Node> named;

    private Edits(Backprop pass, Node target, Naming naming, Drafts drafts) {
        this.pass = pass;
        this.target = target;
        this.naming = naming;
        this.drafts = drafts;
        pass.order().forEach(node -> forward.put(node, node));
        Stream<Node> values = pass.order().stream().filter(node -> node.name() != null && !(node instanceof Constant)).limit(MOST_NAMED);
        this.named = Stream.concat(values, Stream.of(pass.seed()).filter(Input.class::isInstance)).toList();
    }

    /** All of them; none for a number or for a formula that is very long. */
    static void slips(Backprop pass, Node target, Naming naming, Drafts drafts) {
        List<Node> order = Topology.order(List.of(drafts.answer()));
        if (order.size() <= MOST_NODES && order.stream().anyMatch(Input.class::isInstance)) {
            Edits edits = new Edits(pass, target, naming, drafts);
            List<Apply> written = order.stream().filter(node -> !edits.forward.containsKey(node)).filter(Apply.class::isInstance).map(Apply.class::cast)
                    .toList();
            written.forEach(edits::at);
            Stream<Axes> all = written.stream().flatMap(use -> others(use).stream());
            all.distinct().limit(MOST_AXES).forEach(axes -> edits.together(written, axes));
            drafts.at(1);
            new FactorOrderSlips(pass, target, naming, drafts).slips();
        }
    }

    private void at(Apply use) {
        drafts.at(0);
        for (Axes axes : others(use)) {
            Node other = along(use, axes);
            if (other != null) {
                add(code(use), use, other, new Substitution().put(use, other));
            }
        }
        if (use.op() instanceof Sum sum) {
            Node mean = new Apply(new Reductions.Mean(sum.axes()), use.argument(0));
            add(Codes.of(MEAN), use, mean, new Substitution().put(use, mean));
        } else if (use.op() instanceof Reductions.Mean mean) {
            Node sum = new Apply(new Sum(mean.axes()), use.argument(0));
            add(Codes.of(MEAN), use, sum, new Substitution().put(use, sum));
        }
        drafts.at(1);
        factors(use);
        for (Node other : Layouts.others(use)) {
            add(Codes.of(TRANSPOSE), use, other, new Substitution().put(use, other));
        }
        if (use.op().meaning().compares()) {
            Node turned = Algebra.sub(Algebra.ONE, use);
            add(Codes.of(MASK), () -> "the mask " + naming.of(use) + " is turned round", new Substitution().put(use, turned));
        }
        for (int k = 0; k < use.arguments().size() && !drafts.isFull(); k++) {
            if (!(use.argument(k) instanceof Constant)) {
                names(use, k);
                drafts.at(2);
                roots(use, k);
                sums(use, k);
                drafts.at(3);
                edit(Codes.of(SIGN), use, k, Algebra.neg(use.argument(k)));
            }
        }
    }

    /** The same sum, mean, softmax or norm along another axis; null for what has none. */
    private static Node along(Apply use, Axes axes) {
        Op other = use.op().along(axes);
        if (other != null) {
            return other.equals(use.op()) || !fits(axes, use) ? null : new Apply(null, other, use.arguments());
        }
        return use.op().meaning() == Meaning.NORM && !axes.isAll() ? Algebra.sqrt(Algebra.sum(Algebra.pow(use.argument(0), 2), axes)) : null;
    }

    private static boolean fits(Axes axes, Apply use) {
        return axes.isAll() || axes.numbers().stream().allMatch(axis -> axis < use.argument(0).shape().dimensions());
    }

    /** The axes that may have been meant for those of a use: all, each alone, and of a tensor several at once; none of what has no axis. */
    private static List<Axes> others(Apply use) {
        if (use.arguments().isEmpty() || use.op().along(Axes.ALL) == null && use.op().meaning() != Meaning.NORM) {
            return List.of();
        }
        int dimensions = use.argument(0).shape().dimensions();
        boolean reduced = !use.shape().equals(use.argument(0).shape());
        List<Axes> others = new ArrayList<>(List.of(Axes.ALL));
        for (int bits = 1; bits < 1 << dimensions; bits++) {
            boolean whole = dimensions == 2 && bits == 3;
            if (!whole && (Integer.bitCount(bits) == 1 || reduced && dimensions <= MOST_DIMENSIONS)) {
                others.add(new Axes(bits));
            }
        }
        return others;
    }

    private static Codes code(Apply use) {
        return use.shape().equals(use.argument(0).shape()) ? Codes.of(SOFTMAX_SUM) : Codes.of(BIAS_SUM);
    }

    /** All sums and means along one axis that go along others. */
    private void together(List<Apply> written, Axes axes) {
        Substitution substitution = new Substitution();
        Apply first = null;
        for (Apply use : written) {
            Node other = along(use, axes);
            if (other != null) {
                first = first == null ? use : first;
                substitution.put(use, other);
            }
        }
        Node right = first == null ? null : rewritten(substitution);
        if (right != null) {
            drafts.at(1);
            drafts.add(code(first), belongs(along(first, axes), first) + ", and so in the other sums", pass.gradient(target), right);
        }
    }

    /** Another name, one that is missing as a factor, or a square matrix that is transposed. */
    private void names(Apply use, int k) {
        Node argument = use.argument(k);
        for (Node other : named) {
            boolean upstream = other == pass.seed();
            drafts.at(1);
            boolean alike = other.shape().isScalar() == argument.shape().isScalar();
            if (alike && use.op().meaning().compares() && (forward.containsKey(argument) || argument == pass.seed())) {
                edit(Codes.of(MASK), use, k, other);
            } else if (alike && forward.containsKey(argument) && argument.name() != null) {
                edit(upstream ? Codes.of(VALUE) : Codes.of(ACTIVATION_AT), use, k, other);
            }
            drafts.at(2);
            if (other.shape().broadcast(argument.shape()) != null && other != argument) {
                edit(upstream ? Codes.of(LOST_UPSTREAM) : Codes.of(LOST_LINK), use, k, Algebra.mul(argument, other));
            }
        }
        edit(Codes.of(TRANSPOSE), use, k, argument.shape().equals(argument.shape().transposed()) ? Algebra.transpose(argument) : argument);
    }

    /** A factor that is too much: a slope or a mask that belongs elsewhere, or anything else. */
    private void factors(Apply product) {
        for (int i = 0; i < 2 && product.op().meaning() == Meaning.PRODUCT; i++) {
            Node extra = product.argument(1 - i);
            boolean slope = extra instanceof Apply && !forward.containsKey(extra);
            if (product.argument(i).shape().equals(product.shape()) && !(extra instanceof Constant)) {
                add(slope ? Codes.of(EXTRA_ACTIVATION) : Codes.of(FACTOR), () -> "the factor " + naming.of(extra) + " is too much",
                        new Substitution().put(product, product.argument(i)));
            }
        }
    }

    private void sums(Apply use, int k) {
        Shape shape = use.argument(k).shape();
        for (int axis = -1; axis < shape.dimensions() && !shape.isScalar() && !use.op().meaning().compares(); axis++) {
            edit(Codes.of(BIAS_SUM), use, k, Algebra.sum(use.argument(k), axis));
        }
    }

    private void roots(Apply use, int k) {
        Node argument = use.argument(k);
        if (argument instanceof Apply inner && (inner.op().meaning() == Meaning.ROOT || inner.op().meaning() == Meaning.POWER)) {
            edit(Codes.of(POWER_RULE), use, k, inner.argument(0));
        }
        if (use.op().meaning() != Meaning.ROOT && use.op().meaning() != Meaning.POWER) {
            edit(Codes.of(POWER_RULE), use, k, Algebra.sqrt(argument));
            edit(Codes.of(POWER_RULE), use, k, Algebra.pow(argument, 2));
        }
    }

    private void edit(Codes code, Apply use, int k, Node other) {
        edit(code, use, k, other, () -> belongs(other, use.argument(k)));
    }

    private void edit(Codes code, Apply use, int k, Node other, Supplier<String> message) {
        if (other == use.argument(k) || drafts.isFull()) {
            return;
        }
        List<Node> arguments = new ArrayList<>(use.arguments());
        arguments.set(k, other);
        try {
            add(code, message, new Substitution().put(use, new Apply(null, use.op(), arguments)));
        } catch (ShapeMismatch e) {
            // The operation does not take it: nobody meant that.
        }
    }

    private void add(Codes code, Node written, Node meant, Substitution substitution) {
        add(code, () -> belongs(meant, written), substitution);
    }

    private void add(Codes code, Supplier<String> message, Substitution substitution) {
        Node right = rewritten(substitution);
        if (right != null) {
            drafts.add(code, message.get(), pass.gradient(target), right);
        }
    }

    /** The answer itself has no name in it, or that of the gradient. */
    private String belongs(Node meant, Node written) {
        return naming.of(meant) + (written == drafts.answer() ? " belongs there" : " belongs where " + naming.of(written) + " stands");
    }

    /** The answer with a change; null where what comes after it does not take it. */
    private Node rewritten(Substitution substitution) {
        try {
            return substitution.of(drafts.answer());
        } catch (ShapeMismatch e) {
            return null;
        }
    }
}
