package nabla.graph;

import nabla.tensor.Axes;

/**
 * Where an operation has a kink, a jump or the edge of its domain: a fact of the operation, written as a distance in the graph itself.
 * The sampler, the stencil, the verdict and the message all read this one fact. It holds entry by entry of the distance.
 *
 * @param kind     what happens as the distance reaches zero
 * @param distance the signed distance; a node over the operation's arguments (and the operation itself)
 * @param axes     for {@link Kind#WINNER}: along which entries compete; otherwise all
 */
public record Guard(Kind kind, Node distance, Axes axes) {

    /** What happens as the distance reaches zero. */
    public enum Kind {
        /** The slope jumps at zero, the value does not (relu, abs, max). */
        KINK,
        /** The value jumps at zero (step, comparisons, sign). */
        JUMP,
        /** There is no value at zero (a divisor). */
        POLE,
        /** There is no value below zero, and no derivative at it (log, sqrt). */
        DOMAIN,
        /** The distance is at most zero and zero at winners (max of a row); two winners in a group are a tie, a kink. */
        WINNER
    }

    public static Guard kink(Node distance) {
        return new Guard(Kind.KINK, distance, Axes.ALL);
    }

    public static Guard jump(Node distance) {
        return new Guard(Kind.JUMP, distance, Axes.ALL);
    }

    public static Guard pole(Node distance) {
        return new Guard(Kind.POLE, distance, Axes.ALL);
    }

    public static Guard domain(Node distance) {
        return new Guard(Kind.DOMAIN, distance, Axes.ALL);
    }

    public static Guard winner(Node distance, Axes axes) {
        return new Guard(Kind.WINNER, distance, axes);
    }
}
