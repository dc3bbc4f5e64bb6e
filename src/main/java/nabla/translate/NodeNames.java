package nabla.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.network.Definition;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** The names of nodes, from the left sides alone: {@code dA} is one, or the gradient of A. They are put together when the first such name is met. */
final class NodeNames {

    private final List<Statement> statements;
    private final Networks networks;
    private final List<String> added = new ArrayList<>();
    private NameSets found;

    NodeNames(List<Statement> statements, Networks networks) {
        this.statements = statements;
        this.networks = networks;
    }

    /** The names, and those of nodes of networks by their last parts. */
    private record NameSets(Set<String> nodes, Map<String, String> members) { }

    /** Shorter names first: whether {@code ddx} is a claim depends on {@code dx}. */
    private NameSets found() {
        if (found == null) {
            Set<String> nodes = new HashSet<>();
            List<String> doubtful = new ArrayList<>();
            for (Statement statement : statements) {
                for (String name : namesOf(statement)) {
                    (name.startsWith("d") ? doubtful : nodes).add(name);
                }
            }
            doubtful.sort(Comparator.comparingInt(String::length));
            for (String name : doubtful) {
                if (!isGradient(name, nodes)) {
                    nodes.add(name);
                }
            }
            Map<String, String> members = members(nodes);
            nodes.addAll(added);
            found = new NameSets(nodes, members);
        }
        return found;
    }

    private static Map<String, String> members(Set<String> nodes) {
        Map<String, String> members = new HashMap<>();
        for (String name : nodes) {
            int dot = name.lastIndexOf('.');
            if (dot >= 0) {
                members.put(name.substring(dot + 1), name);
            }
        }
        return members;
    }

    private List<String> namesOf(Statement statement) {
        if (statement instanceof Statement.Equation equation && equation.left() instanceof Expression.Name name) {
            return List.of(name.name());
        } else if (statement instanceof Statement.Unpacking unpacking) {
            return unpacking.names().stream().map(Expression.Name::name).toList();
        } else if (statement instanceof Statement.Declaration declaration) {
            return declaration.names().stream().map(Expression.Name::name).toList();
        } else if (statement instanceof Statement.Network network) {
            return networks.of(network).stream().map(Definition::name).toList();
        }
        return List.of();
    }

    void add(String name) {
        added.add(name);
        if (found != null) {
            found.nodes.add(name);
        }
    }

    /** Whether this reads as the gradient of the output with respect to a node: {@code dA} where {@code A} is one. */
    boolean isGradient(String name) {
        return name.length() > 1 && name.charAt(0) == 'd' && isGradient(name, found().nodes);
    }

    private static boolean isGradient(String name, Set<String> nodes) {
        return name.length() > 1 && nodes.contains(name.substring(1)) && !nodes.contains(name);
    }

    /** The full name of a node of a network, by its last part; or null. */
    String member(String last) {
        return found().members.get(last);
    }
}
