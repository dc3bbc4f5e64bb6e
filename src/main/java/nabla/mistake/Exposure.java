package nabla.mistake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nabla.forward.Program;
import nabla.graph.Apply;
import nabla.graph.Input;
import nabla.graph.Names;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.report.Report.Warning;
import nabla.report.WarningCode;
import nabla.tensor.Tensor;

/**
 * Which typical mistakes a point cannot show. Every backward rule on the way to the targets is broken on purpose (sign, factor, lost
 * path, lost link, transpose, upstream forgotten); where that changes the gradients at other points but not at this one, a pass at this
 * point says nothing about it. The warning names what is special about the point.
 */
public final class Exposure {

    private static final int MOST = 5;
    private static final int LARGEST_GRAPH = 2000;
    private static final long LARGEST = 20_000;

    private final String output;
    private final Backprop pass;
    private final Naming naming;
    private final Collection<? extends Node> targets;
    private final Map<Input, Tensor> point;
    private final List<Map<Input, Tensor>> others;

    private Exposure(String output, Backprop pass, Naming naming, Collection<? extends Node> targets, Map<Input, Tensor> point,
            List<Map<Input, Tensor>> others) {
        this.output = output;
        this.pass = pass;
        this.naming = naming;
        this.targets = targets;
        this.point = point;
        this.others = others;
    }

    /**
     * What a pass at a point does not prove, at most five warnings; none for a graph that is too large to look at.
     *
     * @param root    the scalar that is differentiated
     * @param targets the nodes whose gradients are verified
     * @param point   where they are verified
     * @param others  points with nothing special about them
     * @param names   of the nodes
     */
    public static List<Warning> of(Node root, Collection<? extends Node> targets, Map<Input, Tensor> point,
            List<Map<Input, Tensor>> others, Names names) {
        if (targets.isEmpty() || isTooLarge(root)) {
            return List.of();
        }
        SteppedGraph parts = SteppedGraph.opened(root);
        return new Exposure(root.name(), new Backprop(parts.root()), Naming.of(names, parts).ofTable(), targets, point, others).warnings();
    }

    /** Whether the graph of an output is too large. */
    public static boolean isTooLarge(Node root) {
        return isTooLarge(Topology.order(List.of(root)));
    }

    /** Whether a graph of these nodes is too large to look at: then points for it need not be drawn either. */
    public static boolean isTooLarge(List<Node> order) {
        return order.size() > LARGEST_GRAPH || order.stream().mapToLong(node -> node.shape().count()).sum() > LARGEST;
    }

    private List<Warning> warnings() {
        List<Node> gradients = targets.stream().map(target -> pass.gradient(target)).toList();
        List<Edge> edges = Edge.of(pass, targets);
        List<Blindness> kinds = edges.stream().flatMap(edge -> Blindness.at(edge).stream()).toList();
        List<Node> watched = new ArrayList<>(gradients);
        kinds.forEach(kind -> watched.add(kind.change()));
        List<Node> nodes = new ArrayList<>(watched);
        nodes.addAll(pass.order());
        edges.forEach(edge -> nodes.add(edge.gradient()));
        Program program = new Program(nodes);
        PointVisibility here = new PointVisibility(program, watched, point);
        List<PointVisibility> there = others.stream().map(other -> new PointVisibility(program, watched, other)).toList();
        boolean still = gradients.stream().allMatch(here::isZero);
        String name = output == null ? "the output" : output;
        if (still && there.stream().allMatch(sight -> gradients.stream().allMatch(sight::isZero))) {
            return List.of(new Warning(WarningCode.CONSTANT, name, name + " does not change: every gradient is zero, so a rule that gives 0 passes"));
        }
        List<Warning> warnings = reasons(kinds, here, there);
        if (still) {
            warnings.removeIf(warning -> warning.code() != WarningCode.ALL_OFF);
        }
        if (still && warnings.isEmpty()) {
            warnings.add(new Warning(WarningCode.ZERO, name, "every gradient is zero at this point: signs and factors cannot be seen"));
        }
        return List.copyOf(warnings.subList(0, Math.min(MOST, warnings.size())));
    }

    /** What makes the point blind, each reason once with all the names it is about. */
    private List<Warning> reasons(List<Blindness> kinds, PointVisibility here, List<PointVisibility> there) {
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        Map<String, WarningCode> codes = new LinkedHashMap<>();
        for (Blindness kind : kinds) {
            if (kind.shows(here)) {
                continue;
            }
            Blindness.Reason reason = kind.reason(here, there.stream().anyMatch(kind::shows), naming);
            if (reason != null) {
                codes.put(reason.sentence(), reason.code());
                reasons.computeIfAbsent(reason.sentence(), sentence -> new LinkedHashSet<>()).add(reason.name());
            }
        }
        List<Warning> warnings = new ArrayList<>();
        if (uses().anyMatch(ExampleLayout::isMeanOfOne) && uses().anyMatch(ExampleLayout::isLayerOfOne)) {
            warnings.add(new Warning(WarningCode.SINGLE_EXAMPLE, null, "m = 1 hides 1/m: with one example a missing or doubled mean cannot be seen"));
        }
        reasons.forEach((sentence, about) -> warnings.add(new Warning(codes.get(sentence), about.iterator().next(),
                sentence.replace("{}", String.join(", ", about)))));
        return warnings;
    }

    private Stream<Apply> uses() {
        return pass.order().stream().filter(Apply.class::isInstance).map(Apply.class::cast);
    }
}
