package nabla.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nabla.source.Diagnostic;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** The functions that a script defines, {@code f(x) = x^2 + 3x}, and what names their calls use. */
final class Mappings implements Use.Bodies {

    private final Map<String, Statement.Mapping> mappings = new LinkedHashMap<>();
    /** The names in a body, those of its parameters among them. */
    private final Map<String, List<Use>> uses = new HashMap<>();

    /** Adds a function; the first of a name counts. What had the name before, or null. */
    Statement.Mapping add(Statement.Mapping mapping) {
        return mappings.putIfAbsent(mapping.name(), mapping);
    }

    @Override
    public Statement.Mapping find(String name) {
        return mappings.get(name);
    }

    Set<String> names() {
        return mappings.keySet();
    }

    /** Takes out the functions that call themselves, or one another in a circle, with an error for each circle. */
    List<Diagnostic> removeCircles() {
        List<Diagnostic> errors = new ArrayList<>();
        Set<String> broken = new LinkedHashSet<>();
        for (List<String> circle : NameOrder.of(mappings.keySet(), this::calls).circles()) {
            Statement.Mapping first = mappings.get(circle.get(0));
            String path = circle.size() == 1 ? "" : ": " + String.join(" -> ", circle) + " -> " + first.name();
            errors.add(Diagnostic.error(first.nameSpan(), first.name() + " calls itself" + path,
                    "a function is written out at each call, and this would never end; write a sum or product of what changes as a matrix"));
            broken.addAll(circle);
        }
        while (!broken.isEmpty()) {
            mappings.keySet().removeAll(broken);
            Set<String> gone = Set.copyOf(broken);
            broken.clear();
            mappings.keySet().stream().filter(name -> called(name).stream().anyMatch(gone::contains)).forEach(broken::add);
        }
        return errors;
    }

    private List<String> calls(String name) {
        return called(name).stream().filter(mappings::containsKey).toList();
    }

    private List<String> called(String name) {
        return Use.of(mappings.get(name).body()).stream().filter(use -> use.role() == Use.Role.CALL).map(use -> use.name().name()).distinct().toList();
    }

    /** The names of an expression, those in the bodies of the functions it calls among them. */
    List<Use> of(Expression expression) {
        return Use.of(expression, this);
    }

    @Override
    public List<Use> free(Statement.Mapping mapping) {
        Set<String> own = mapping.parameters().stream().map(Statement.Parameter::name).collect(Collectors.toSet());
        mapping.parameters().stream().filter(parameter -> parameter.space() != null)
                .forEach(parameter -> Use.of(parameter.space()).forEach(size -> own.add(size.name().name())));
        return inside(mapping).stream().filter(use -> !own.contains(use.name().name())).toList();
    }

    /** Whether some function has a parameter of this name. */
    boolean isParameter(String name) {
        return mappings.values().stream().flatMap(mapping -> mapping.parameters().stream()).anyMatch(parameter -> parameter.name().equals(name));
    }

    @Override
    public Use.Role role(Statement.Mapping mapping, int k) {
        String name = k < mapping.parameters().size() ? mapping.parameters().get(k).name() : "";
        Set<Use.Role> roles = inside(mapping).stream().filter(use -> use.name().name().equals(name)).map(Use::role).collect(Collectors.toSet());
        return roles.contains(Use.Role.NUMBER) ? Use.Role.NUMBER : roles.contains(Use.Role.DATA) ? Use.Role.DATA : Use.Role.VALUE;
    }

    private List<Use> inside(Statement.Mapping mapping) {
        List<Use> known = uses.get(mapping.name());
        if (known == null) {
            Map<List<Object>, Use> once = new LinkedHashMap<>();
            Use.of(mapping.body(), this).forEach(use -> once.putIfAbsent(List.of(use.name().name(), use.role()), use));
            known = List.copyOf(once.values());
            uses.put(mapping.name(), known);
        }
        return known;
    }
}
