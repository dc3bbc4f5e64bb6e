package nabla.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nabla.report.Report.NodeReport;

/**
 * Nodes in groups, each drawn as one figure: what a definition computes on its way goes with the definition, and the parts of a layer with the
 * layer. Groups are in topological order, and no path leaves one and comes back.
 */
record GraphFolding(Map<String, List<NodeReport>> groups) {

    /** Every node on its own. */
    static GraphFolding none(List<NodeReport> nodes) {
        Map<String, List<NodeReport>> groups = new LinkedHashMap<>();
        nodes.forEach(node -> groups.put(node.name(), List.of(node)));
        return new GraphFolding(groups);
    }

    /** The groups of nodes in topological order. */
    static GraphFolding of(List<NodeReport> nodes, NodeRoles parts) {
        Map<String, Set<String>> uses = new HashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeReport node : nodes) {
            lines.put(node.name(), node.line());
            node.arguments().forEach(argument -> uses.computeIfAbsent(argument, name -> new HashSet<>()).add(node.name()));
        }
        Map<String, String> group = new HashMap<>();
        for (int k = nodes.size() - 1; k >= 0; k--) {
            NodeReport node = nodes.get(k);
            String layer = parts.layer(node);
            group.put(node.name(), layer != null ? layer : definition(node, uses, lines, group));
        }
        return new GraphFolding(ordered(nodes, group));
    }

    /** The one definition on whose way an unnamed node lies, or the node itself. */
    private static String definition(NodeReport node, Map<String, Set<String>> uses, Map<String, Integer> lines, Map<String, String> group) {
        boolean unnamed = node.expression() != null && node.name().matches("v[0-9]+");
        Set<String> users = uses.getOrDefault(node.name(), Set.of());
        boolean inside = unnamed && users.stream().allMatch(user -> lines.get(user) == node.line());
        Set<String> groups = users.stream().map(group::get).collect(Collectors.toSet());
        return inside && groups.size() == 1 ? groups.iterator().next() : node.name();
    }

    /** In the order of their last nodes: what a group needs is complete before its last node is. */
    private static Map<String, List<NodeReport>> ordered(List<NodeReport> nodes, Map<String, String> group) {
        Map<String, List<NodeReport>> members = new HashMap<>();
        Map<String, Integer> last = new HashMap<>();
        for (int k = 0; k < nodes.size(); k++) {
            String name = group.get(nodes.get(k).name());
            members.computeIfAbsent(name, g -> new ArrayList<>()).add(nodes.get(k));
            last.put(name, k);
        }
        Map<String, List<NodeReport>> ordered = new LinkedHashMap<>();
        Map<Integer, String> byLast = new TreeMap<>();
        last.forEach((name, k) -> byLast.put(k, name));
        byLast.values().forEach(name -> ordered.put(name, members.get(name)));
        return ordered;
    }
}
