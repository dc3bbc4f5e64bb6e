package nabla.translate;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which definitions change with some names, told from their text: not those that only count, compare or decide, whose derivative is zero
 * everywhere.
 */
final class Variation {

    private final BitSet varying = new BitSet();

    /**
     * Looks at every definition.
     *
     * @param order   each name after those it needs
     * @param sources what changes
     */
    Variation(List<Symbol> order, Predicate<Symbol> sources) {
        for (Symbol symbol : order) {
            if (sources.test(symbol) || symbol.entry() != null && symbol.entry().isDefined() && (symbol.isDerived() || follows(symbol))) {
                varying.set(symbol.number());
            }
        }
    }

    private boolean follows(Symbol symbol) {
        for (Symbol.Reference reference : symbol.references()) {
            if (!reference.flat() && varies(reference.symbol())) {
                return true;
            }
        }
        return false;
    }

    boolean varies(Symbol symbol) {
        return varying.get(symbol.number());
    }
}
