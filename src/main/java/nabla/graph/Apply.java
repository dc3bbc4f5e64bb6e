package nabla.graph;

import java.util.List;
import java.util.Objects;
import nabla.tensor.Shape;

/** A node computed from others by an operation. */
public final class Apply extends Node {

    private final Op op;
    /** The arguments; null for one that it does not have. Of more than two there is a list as well; most nodes have no more. */
    private final Node first;
    private final Node second;
    private final List<Node> all;

    /** The most entries of one value. */
    public static final int MOST_ENTRIES = 50_000_000;
    /** The most products that one value is added up from: seconds of work. */
    public static final long MOST_PRODUCTS = 4_000_000_000L;

    /**
     * The operation on the arguments, under a name that may be null.
     *
     * @throws ShapeMismatch if the operation does not take arguments of these shapes
     */
    public Apply(String name, Op op, List<? extends Node> arguments) {
        super(name, limited(op, op.shape(shapes(arguments))));
        this.op = op;
        this.first = arguments.isEmpty() ? null : arguments.get(0);
        this.second = arguments.size() < 2 ? null : arguments.get(1);
        this.all = arguments.size() <= 2 ? null : List.copyOf(arguments);
    }

    public Apply(Op op, Node... arguments) {
        this(null, op, List.of(arguments));
    }

    private Apply(String name, Apply same) {
        super(name, same.shape());
        this.op = same.op;
        this.first = same.first;
        this.second = same.second;
        this.all = same.all;
    }

    /** Another node, of the same operation on the same arguments, under a name. */
    public Apply named(String name) {
        return new Apply(name, this);
    }

    private static Shape limited(Op op, Shape shape) {
        if (shape.dimensions() > Shape.MOST_DIMENSIONS) {
            throw ShapeMismatch.refused("the result of " + op.symbol() + " would have " + shape.dimensions() + " dimensions",
                    "at most " + Shape.MOST_DIMENSIONS + " are worked with");
        } else if (shape.entries() > MOST_ENTRIES) {
            throw ShapeMismatch.refused("the result of " + op.symbol() + " would be " + shape + ", more than 50 million entries",
                    "take smaller sizes");
        }
        return shape;
    }

    private static List<Shape> shapes(List<? extends Node> arguments) {
        if (arguments.size() == 2) {
            return List.of(arguments.get(0).shape(), arguments.get(1).shape());
        }
        Shape[] shapes = new Shape[arguments.size()];
        for (int k = 0; k < shapes.length; k++) {
            shapes[k] = arguments.get(k).shape();
        }
        return List.of(shapes);
    }

    public Op op() {
        return op;
    }

    @Override
    public List<Node> arguments() {
        return all != null ? all : second != null ? List.of(first, second) : first != null ? List.of(first) : List.of();
    }

    @Override
    public int arity() {
        return all != null ? all.size() : second != null ? 2 : first != null ? 1 : 0;
    }

    /** Argument k, from 0. */
    public Node argument(int k) {
        return all != null ? all.get(k) : Objects.requireNonNull(k == 0 ? first : k == 1 ? second : null);
    }

    /** Whether the value moves in steps, or not at all. */
    public boolean isStepwise() {
        return first == null || op.is(Trait.STEPWISE);
    }

    @Override
    public String toString() {
        return name() != null ? name() : op.symbol();
    }
}
