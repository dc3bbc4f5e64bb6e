package nabla.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nabla.op.NamedConstants;

/** What each name becomes, in which order, and which of them is the output: settled before any node exists. */
final class Plan {

    private final Declarations names;
    private final Usage usage;
    private final Map<String, Kind> kinds = new HashMap<>();
    private final OutputChoice ending;
    private final NameOrder order;

    Plan(Declarations names, Usage usage, boolean entered) {
        this.names = names;
        this.usage = usage;
        List<String> roots = new ArrayList<>();
        names.entries().forEach(entry -> roots.add(entry.name()));
        roots.addAll(usage.gradients());
        NameOrder plain = NameOrder.of(roots, name -> needs(name, null));
        plain.names().forEach(name -> kinds.put(name, kind(name)));
        ending = OutputChoice.of(names, usage, plain, kinds, entered);
        // Nodes that do not need the gradients come first, so that one reverse pass serves all gradients.
        roots.sort((a, b) -> Boolean.compare(ending.usesGradients(a), ending.usesGradients(b)));
        order = usage.gradients().isEmpty() ? plain : NameOrder.of(roots, name -> needs(name, ending.output()));
    }

    /** A gradient {@code dA} needs {@code A} and the output. */
    private List<String> needs(String name, String output) {
        List<String> needs = new ArrayList<>();
        if (usage.isGradient(name)) {
            needs.add(name.substring(1));
            if (output != null) {
                needs.add(output);
            }
        }
        for (Use use : usage.of(name)) {
            String used = use.name().name();
            if (names.entry(used) != null || usage.isGradient(used)) {
                needs.add(used);
            }
        }
        return needs;
    }

    private Kind kind(String name) {
        Entry entry = names.entry(name);
        if (entry == null) {
            return Kind.COMPUTED;
        } else if (!entry.isDefined()) {
            return Kind.LEAF;
        } else if (usage.of(name).stream().anyMatch(this::isVariable)) {
            return Kind.COMPUTED;
        } else if (usage.numbers().contains(name) || followsFromSizes(entry)) {
            return Kind.SIZE;
        }
        return usage.data().contains(name) ? Kind.DATA : Kind.LEAF;
    }

    /** Whether a name is used for a value that can vary. */
    boolean isVariable(Use use) {
        boolean value = use.role() == Use.Role.VALUE || use.role() == Use.Role.DERIVATIVE;
        Kind kind = kinds.get(use.name().name());
        return value && (kind == Kind.LEAF || kind == Kind.COMPUTED);
    }

    /** Whether the right side is a number worked out of sizes: {@code 1/m}, {@code 2*rows(X)}. */
    private boolean followsFromSizes(Entry entry) {
        boolean any = false;
        for (Use use : usage.of(entry.name())) {
            String used = use.name().name();
            boolean size = use.role() == Use.Role.SHAPE || usage.freeSizes().contains(used) || kinds.get(used) == Kind.SIZE;
            any |= size;
            if (!size && !NamedConstants.contains(used)) {
                return false;
            }
        }
        return any && Arithmetic.is(entry.value());
    }

    /** Whether a name reads as the gradient of the output by a node. */
    boolean isGradient(String name) {
        return usage.isGradient(name);
    }

    Kind kindOf(String name) {
        return kinds.get(name);
    }

    OutputChoice ending() {
        return ending;
    }

    /** Names and gradients, each after those it needs. */
    NameOrder order() {
        return order;
    }
}
