package nabla.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nabla.report.NodeReport;
import nabla.source.Iteration;

/**
 * Nodes in groups, each drawn as one figure: what a definition computes on its way goes with the definition, the parts of a layer with the
 * layer, and what a step of a {@code for} block defines with the step. Groups are in topological order, and no path leaves one and comes back.
 */
record GraphFolding(Map<String, List<NodeReport>> groups) {

    /** Every node on its own. */
    static GraphFolding none(List<NodeReport> nodes) {
        Map<String, List<NodeReport>> groups = new LinkedHashMap<>();
        nodes.forEach(node -> groups.put(node.name(), List.of(node)));
        return new GraphFolding(groups);
    }

    /** The groups of nodes in topological order: steps of the same name in one, of each block in one of its own, or in none, as paths allow. */
    static GraphFolding of(List<NodeReport> nodes) {
        Map<String, List<NodeReport>> groups = groups(nodes, Iteration::text);
        groups = groups != null ? groups : groups(nodes, step -> step.text() + ", line " + step.block().line());
        return new GraphFolding(groups != null ? groups : groups(nodes, step -> null));
    }

    /** Null where a path would leave a group and come back. */
    private static Map<String, List<NodeReport>> groups(List<NodeReport> nodes, Function<Iteration, String> steps) {
        Map<String, Set<String>> uses = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeReport node : nodes) {
            lines.put(node.name(), node.line());
            node.arguments().forEach(argument -> uses.computeIfAbsent(argument, name -> new HashSet<>()).add(node.name()));
        }
        Map<String, String> group = new HashMap<>();
        for (int k = nodes.size() - 1; k >= 0; k--) {
            NodeReport node = nodes.get(k);
            String layer = node.place().layer();
            String step = node.place().step() == null ? null : steps.apply(node.place().step());
            group.put(node.name(), layer != null ? layer : step != null ? step : definition(node, uses, lines, group));
        }
        return ordered(nodes, group);
    }

    /** The one definition on whose way an unnamed node lies, or the node itself. */
    private static String definition(NodeReport node, Map<String, Set<String>> uses, Map<String, Integer> lines, Map<String, String> group) {
        boolean unnamed = node.expression() != null && !node.place().named();
        Set<String> users = uses.getOrDefault(node.name(), Set.of());
        boolean inside = unnamed && users.stream().allMatch(user -> lines.get(user) == node.line());
        Set<String> groups = users.stream().map(group::get).collect(Collectors.toSet());
        return inside && groups.size() == 1 ? groups.iterator().next() : node.name();
    }

    /** In the order of their last nodes, but what a group needs before it. What is alone in a step goes by its own name. */
    private static Map<String, List<NodeReport>> ordered(List<NodeReport> nodes, Map<String, String> group) {
        Map<String, List<NodeReport>> members = new HashMap<>();
        Map<String, Integer> last = new HashMap<>();
        for (int k = 0; k < nodes.size(); k++) {
            String name = group.get(nodes.get(k).name());
            members.computeIfAbsent(name, g -> new ArrayList<>()).add(nodes.get(k));
            last.put(name, k);
        }
        Map<Integer, String> byLast = new TreeMap<>();
        last.forEach((name, k) -> byLast.put(k, name));
        Set<String> ordered = new LinkedHashSet<>();
        if (!byLast.values().stream().allMatch(name -> place(name, members, group, new HashSet<>(), ordered))) {
            return null;
        }
        Map<String, List<NodeReport>> groups = new LinkedHashMap<>();
        ordered.forEach(name -> groups.put(members.get(name).size() == 1 ? members.get(name).get(0).name() : name, members.get(name)));
        return groups;
    }

    /** Puts a group behind those that it needs; false where it needs itself. */
    private static boolean place(String name, Map<String, List<NodeReport>> members, Map<String, String> group, Set<String> open, Set<String> ordered) {
        if (ordered.contains(name)) {
            return true;
        } else if (!open.add(name)) {
            return false;
        }
        Set<String> needed = members.get(name).stream().flatMap(node -> node.arguments().stream()).map(group::get)
                .filter(other -> other != null && !other.equals(name)).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean free = needed.stream().allMatch(other -> place(other, members, group, open, ordered));
        open.remove(name);
        ordered.add(name);
        return free;
    }
}
