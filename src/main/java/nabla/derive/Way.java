package nabla.derive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Places;
import nabla.graph.Topology;

/**
 * The part of a graph that lies between a quantity and what it is differentiated by, copied: {@code by} is a leaf, and every stop on
 * the way has a name. Stops are the nodes with a name in the text; where there is none in between, every operation is one, named
 * v1, v2, … as in reports.
 */
final class Way {

    /** Of a longer way only the ends are shown. */
    private static final int LONGEST = 40;
    private static final int END = 10;

    private final Node of;
    private final Node by;
    private final Places places;
    private final Places active;
    private final Places stopping = new Places();
    private final List<Node> stops = new ArrayList<>();

    /** The way from a node down to one that it is computed from, in whose place stands {@code leaf}. */
    Way(Node of, Node by, Input leaf, Names names) {
        List<Node> original = Topology.order(List.of(of));
        Places between = between(original, by);
        boolean named = original.stream().anyMatch(node -> between.contains(node) && node != of && node != by && node.name() != null);
        Map<Node, Node> copies = new IdentityHashMap<>();
        for (Node node : original) {
            boolean stop = between.contains(node) && (node == of || node == by || !named || node.name() != null);
            Node copy = node == by ? leaf : copy(node, stop ? names.of(node) : node.name(), copies);
            copies.put(node, copy);
            if (stop) {
                stopping.add(copy, stops.size());
                stops.add(copy);
            }
        }
        this.of = copies.get(of);
        this.by = copies.get(by);
        List<Node> order = Topology.order(List.of(this.of));
        this.places = new Places(order.size());
        for (int i = 0; i < order.size(); i++) {
            places.add(order.get(i), i);
        }
        this.active = between(order, this.by);
    }

    /** What depends on {@code by} and counts for the root, the last of the order: what only decides a {@code where} does not. */
    private static Places between(List<Node> order, Node by) {
        Places dependents = Topology.dependents(order, List.of(by));
        Places above = new Places(order.size());
        above.add(order.get(order.size() - 1), 0);
        for (int i = order.size() - 1; i >= 0; i--) {
            if (above.contains(order.get(i))) {
                for (int k = 0; k < order.get(i).arguments().size(); k++) {
                    Node argument = order.get(i).arguments().get(k);
                    if (order.get(i) instanceof Apply use && !use.op().decides(k) && dependents.contains(argument)) {
                        above.add(argument, 0);
                    }
                }
            }
        }
        return above;
    }

    private static Node copy(Node node, String name, Map<Node, Node> copies) {
        return node instanceof Apply apply ? new Apply(name, apply.op(), apply.arguments().stream().map(copies::get).toList()) : node;
    }

    Node of() {
        return of;
    }

    Node by() {
        return by;
    }

    /** From {@code by} up to {@code of}, arguments first. */
    List<Node> stops() {
        return stops;
    }

    boolean isStop(Node node) {
        return stopping.contains(node);
    }

    /** Whether a stop is near enough to an end to be shown. */
    boolean isShown(Node stop) {
        int place = stopping.of(stop);
        return stops.size() <= LONGEST || place < END || place >= stops.size() - END;
    }

    /** How many stops are not shown. */
    int omitted() {
        return stops.size() <= LONGEST ? 0 : stops.size() - 2 * END;
    }

    /** Whether a node depends on {@code by}. */
    boolean isActive(Node node) {
        return active.contains(node);
    }

    /** The operations in the definition of a stop that depend on {@code by}, arguments first; the stop itself is the last. */
    List<Apply> inside(Apply stop) {
        Set<Node> seen = new LinkedHashSet<>(List.of(stop));
        Deque<Node> pending = new ArrayDeque<>(seen);
        while (!pending.isEmpty()) {
            for (Node argument : pending.pop().arguments()) {
                if (isActive(argument) && !isStop(argument) && seen.add(argument)) {
                    pending.push(argument);
                }
            }
        }
        List<Apply> inside = new ArrayList<>();
        seen.forEach(node -> inside.add((Apply) node));
        inside.sort(Comparator.comparingInt(places::of));
        return inside;
    }

    /** The stops that the definition of a stop uses, in the order of the text. */
    List<Node> below(Apply stop) {
        Set<Node> below = new LinkedHashSet<>();
        inside(stop).forEach(use -> use.arguments().stream().filter(this::isStop).forEach(below::add));
        return List.copyOf(below);
    }
}
