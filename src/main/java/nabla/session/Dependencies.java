package nabla.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.network.Definition;
import nabla.network.Perceptron;
import nabla.syntax.Expression;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.translate.Use;

/** Which names the definitions of a script use, from the text alone: also of those that could not be built. */
final class Dependencies {

    private final Map<String, Set<String>> uses = new HashMap<>();

    Dependencies(Script script) {
        script.statements().forEach(this::add);
    }

    private void add(Statement statement) {
        if (statement instanceof Statement.Equation equation && equation.left() instanceof Expression.Name name) {
            uses.put(name.name(), names(equation.right()));
        } else if (statement instanceof Statement.Declaration declaration) {
            declaration.names().forEach(name -> uses.put(name.name(), Set.of()));
        } else if (statement instanceof Statement.Unpacking unpacking) {
            unpacking.names().forEach(name -> uses.put(name.name(), names(unpacking.value())));
        } else if (statement instanceof Statement.Mapping mapping) {
            Set<String> body = names(mapping.body());
            mapping.parameters().forEach(parameter -> body.remove(parameter.name()));
            uses.put(mapping.name(), body);
        } else if (statement instanceof Statement.Network network) {
            for (Definition definition : Perceptron.definitions(network)) {
                uses.put(definition.name(), names(definition.value()));
            }
        }
    }

    static Set<String> names(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        Use.of(expression).forEach(use -> names.add(use.name().name()));
        return names;
    }

    /** Whether a statement says what the name is. */
    boolean isKnown(String name) {
        return uses.containsKey(name);
    }

    /** Every name that one is computed from, itself included. */
    Set<String> closure(String name) {
        Set<String> all = new LinkedHashSet<>(List.of(name));
        Deque<String> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            for (String used : new ArrayList<>(uses.getOrDefault(open.pop(), Set.of()))) {
                if (all.add(used)) {
                    open.add(used);
                }
            }
        }
        return all;
    }
}
