package nabla.translate;

import java.util.ArrayList;
import java.util.List;
import nabla.op.NamedConstants;

/** What each name becomes, in which order, and which of them is the output: settled before any node exists. */
final class Plan {

    private final NameTable table;
    private final Usage usage;
    private final OutputChoice ending;
    private final NameOrder<Symbol> order;

    Plan(Declarations names, Usage usage, boolean entered) {
        this.table = names.table();
        this.usage = usage;
        List<Symbol> roots = new ArrayList<>(table.defined());
        usage.gradients().forEach(name -> roots.add(table.symbol(name)));
        NameOrder<Symbol> plain = NameOrder.of(roots, Symbol::number, symbol -> needs(symbol, null));
        plain.names().forEach(symbol -> symbol.settle(kind(symbol)));
        ending = OutputChoice.of(names, usage, plain.names(), entered);
        if (usage.gradients().isEmpty()) {
            order = plain;
        } else {
            // Nodes that do not need the gradients come first, so that one reverse pass serves all gradients.
            roots.sort((a, b) -> Boolean.compare(ending.usesGradients(a), ending.usesGradients(b)));
            order = NameOrder.of(roots, Symbol::number, symbol -> needs(symbol, ending.output()));
        }
    }

    /** A gradient {@code dA} needs {@code A} and the output. */
    private List<Symbol> needs(Symbol symbol, String output) {
        List<Symbol> needs = new ArrayList<>(symbol.references().length);
        if (usage.isGradient(symbol)) {
            needs.add(table.symbol(symbol.name().substring(1)));
            if (output != null) {
                needs.add(table.symbol(output));
            }
        }
        for (Symbol.Reference reference : symbol.references()) {
            Symbol used = reference.symbol();
            if (used.entry() != null || usage.isGradient(used)) {
                needs.add(used);
            }
        }
        return needs;
    }

    private Kind kind(Symbol symbol) {
        Entry entry = symbol.entry();
        if (entry == null) {
            return Kind.COMPUTED;
        } else if (!entry.isDefined()) {
            return Kind.LEAF;
        }
        for (Symbol.Reference reference : symbol.references()) {
            if (isVariable(reference.symbol().kind(), reference.role())) {
                return Kind.COMPUTED;
            }
        }
        if (usage.numbers().contains(symbol.name()) || followsFromSizes(symbol)) {
            return Kind.SIZE;
        }
        return usage.data().contains(symbol.name()) ? Kind.DATA : Kind.LEAF;
    }

    /** Whether a name is used for a value that can vary. */
    boolean isVariable(Use use) {
        return isVariable(kindOf(use.name().name()), use.role());
    }

    private static boolean isVariable(Kind kind, Use.Role role) {
        boolean value = role == Use.Role.VALUE || role == Use.Role.DERIVATIVE;
        return value && (kind == Kind.LEAF || kind == Kind.COMPUTED);
    }

    /** Whether the right side is a number worked out of sizes: {@code 1/m}, {@code 2*rows(X)}. */
    private boolean followsFromSizes(Symbol symbol) {
        boolean any = false;
        for (Symbol.Reference reference : symbol.references()) {
            Symbol used = reference.symbol();
            boolean size = reference.role() == Use.Role.SHAPE || usage.freeSizes().contains(used.name()) || used.kind() == Kind.SIZE;
            any |= size;
            if (!size && !NamedConstants.contains(used.name())) {
                return false;
            }
        }
        return any && Arithmetic.is(symbol.entry().value());
    }

    /** Whether a name reads as the gradient of the output by a node. */
    boolean isGradient(String name) {
        return usage.isGradient(name);
    }

    Kind kindOf(String name) {
        Symbol symbol = table.find(name);
        return symbol == null ? null : symbol.kind();
    }

    OutputChoice ending() {
        return ending;
    }

    /** Names and gradients, each after those it needs. */
    NameOrder<Symbol> order() {
        return order;
    }
}
