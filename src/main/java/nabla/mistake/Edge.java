package nabla.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.graph.Apply;
import nabla.graph.Constant;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Op;
import nabla.graph.Places;
import nabla.graph.Topology;
import nabla.op.Algebra;

/**
 * One use of one argument: where a backward rule contributes one term.
 *
 * @param gradient the adjoint of the use
 * @param rule     the term as its rule has it, before it is fitted to the argument
 * @param term     the same in the shape of the argument
 */
record Edge(Backprop pass, Apply use, int argument, Node gradient, Node rule, Node term) {

    /** So far back is looked for what a value was taken for. */
    static final int EARLIER = 4;

    /** Every use of every node on a path from the targets to the root, those next to the targets first. */
    static List<Edge> of(Backprop pass, Collection<? extends Node> targets) {
        Places active = Topology.dependents(pass.order(), targets);
        List<Edge> edges = new ArrayList<>();
        for (Node node : pass.order()) {
            if (node instanceof Apply use && active.contains(use) && pass.isReached(use)) {
                for (int i = 0; i < use.arguments().size(); i++) {
                    if (active.contains(use.argument(i)) && !(use.argument(i) instanceof Constant)) {
                        edges.add(of(pass, use, i));
                    }
                }
            }
        }
        return edges;
    }

    private static Edge of(Backprop pass, Apply use, int argument) {
        Node gradient = pass.gradient(use);
        Node rule = rule(use, argument, gradient);
        return new Edge(pass, use, argument, gradient, rule, Backprop.fitted(rule, use.argument(argument).shape()));
    }

    private static Node rule(Apply use, int argument, Node upstream) {
        Node term = use.op().adjoint(argument, use, upstream);
        return term == null ? Algebra.zeros(use.argument(argument).shape()) : term;
    }

    /** The node that is used. */
    Node input() {
        return use.argument(argument);
    }

    /** The other argument of an operation on two; the argument itself where there is no other. */
    Node other() {
        return use.arguments().size() == 2 ? use.argument(1 - argument) : input();
    }

    Op op() {
        return use.op();
    }

    boolean is(Meaning... roles) {
        return Arrays.asList(roles).contains(use.op().meaning());
    }

    /** The rule for another upstream gradient. */
    Node rule(Node upstream) {
        return rule(use, argument, upstream);
    }

    /** The rule as if the operation had been applied to other arguments. */
    Node rule(Apply other, Node upstream) {
        return rule(other, argument, upstream);
    }

    /** The use with one argument replaced; null if it does not take it. */
    Apply with(int place, Node replacement) {
        List<Node> arguments = new ArrayList<>(use.arguments());
        arguments.set(place, replacement);
        return replacement.shape().equals(use.argument(place).shape()) ? new Apply(null, use.op(), arguments) : null;
    }

    /** What a node is computed from, numbers left out, the nearest first; the first few. */
    static List<Node> before(Node node) {
        Set<Node> before = new LinkedHashSet<>(node.arguments());
        new ArrayList<>(before).forEach(earlier -> before.addAll(earlier.arguments()));
        return before.stream().filter(earlier -> !(earlier instanceof Constant)).limit(EARLIER).toList();
    }

    /** The one at a place among what a node is computed from; null if there are fewer. */
    static Node before(Node node, int place) {
        List<Node> before = before(node);
        return place < before.size() ? before.get(place) : null;
    }

    /** The upstream gradient times a slope, entry by entry; null if that does not fit. */
    Node times(Node slope) {
        return slope.shape().broadcast(gradient.shape()) == null ? null : Algebra.mul(gradient, slope);
    }

    /** Whether the argument is repeated along an axis, so that its term has to be summed. */
    boolean isStretched() {
        return rule.shape().count() > input().shape().count();
    }

    /** How many entries of the use one entry of the result stands for: n of a mean. */
    int reduction() {
        return input().shape().count() / Math.max(1, use.shape().count());
    }

    /** The gradient of a target if this use contributed another term; null if the term does not fit. */
    Node contributing(Node other, Node target) {
        Node fitted = Backprop.fitted(other, input().shape());
        if (fitted == null) {
            return null;
        }
        return Algebra.add(pass.gradient(target), pass.carried(input(), Algebra.sub(fitted, term), target));
    }

    /** A term of whatever shape, where it is all that the gradient of the target consists of; otherwise null. */
    Node alone(Node other, Node target) {
        return input() == target && pass.uses(target) == 1 ? other : null;
    }

    /** Whether the result is repeated further on, so that it is no end of the graph: a mean that is subtracted, not a loss. */
    boolean isSpread() {
        Places dependents = Topology.dependents(pass.order(), List.of(use));
        return pass.order().stream().anyMatch(node -> dependents.contains(node) && node.shape().count() > use.shape().count());
    }
}
