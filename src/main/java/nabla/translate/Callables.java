package nabla.translate;

import java.util.LinkedHashMap;
import java.util.Map;
import nabla.source.Span;
import nabla.syntax.Statement;

/** What a script defines that can be called: operations with a backward pass, and functions that are written out. */
final class Callables {

    private final Map<String, Statement.Operation> operations = new LinkedHashMap<>();
    private final Mappings mappings = new Mappings();

    /** The operations, in the order of the text. */
    Map<String, Statement.Operation> operations() {
        return operations;
    }

    Mappings mappings() {
        return mappings;
    }

    /**
     * Adds a function.
     *
     * @param entry what has its name already; null for nothing
     */
    void add(Statement.Mapping mapping, Entry entry) {
        requireNew(mapping.name(), mapping.nameSpan(), entry == null ? null : entry.span());
        mappings.add(mapping);
    }

    void add(Statement.Operation operation) {
        String name = operation.name();
        if (operation.parameters().isEmpty()) {
            throw Fault.at(operation.nameSpan(), name + " has no parameters", "write op " + name + "(x) { … }");
        }
        requireNew(name, operation.nameSpan(), null);
        operations.put(name, operation);
    }

    private void requireNew(String name, Span span, Span other) {
        Span first = other != null ? other : operations.containsKey(name) ? operations.get(name).nameSpan()
                : mappings.find(name) != null ? mappings.find(name).nameSpan() : null;
        if (first != null) {
            throw Fault.at(span, name + " is already defined on line " + first.line(), "choose another name");
        }
    }
}
