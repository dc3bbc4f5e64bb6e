package nabla.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nabla.source.Diagnostic;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/**
 * Which definition is the output.
 *
 * @param output    its name; null if nothing can be
 * @param others    the other ends of the graph, if the text did not say which one it is
 * @param gradients the numbers of names that are computed from gradients of the output
 * @param later     of the others, those entered after a gradient of the output was claimed
 */
record OutputChoice(String output, List<String> others, BitSet gradients, List<String> later) {

    static OutputChoice of(Declarations names, Usage usage, List<Symbol> order, boolean entered) {
        BitSet gradients = gradients(names.table(), usage, order);
        if (names.output() != null) {
            return new OutputChoice(names.output().name().name(), List.of(), gradients, List.of());
        }
        List<Symbol> computed = new ArrayList<>();
        List<Symbol> apart = new ArrayList<>();
        for (Symbol symbol : names.table().defined()) {
            if (symbol.kind() == Kind.COMPUTED) {
                (gradients.get(symbol.number()) ? apart : computed).add(symbol);
            }
        }
        List<Symbol> meant = changing(computed.isEmpty() ? apart : computed, usage, order);
        return choose(meant, names, gradients, entered ? firstClaim(names) : Integer.MAX_VALUE);
    }

    private static BitSet gradients(NameTable table, Usage usage, List<Symbol> order) {
        BitSet gradients = new BitSet();
        usage.gradients().forEach(name -> gradients.set(table.symbol(name).number()));
        table.unjudged().keySet().forEach(symbol -> gradients.set(symbol.number()));
        for (Symbol symbol : gradients.isEmpty() ? List.<Symbol>of() : order) {
            if (isOneOf(symbol.references(), gradients)) {
                gradients.set(symbol.number());
            }
        }
        return gradients;
    }

    private static boolean isOneOf(Symbol.Reference[] references, BitSet symbols) {
        for (Symbol.Reference reference : references) {
            if (symbols.get(reference.symbol().number())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Without what cannot be meant, as an accuracy after the loss: what does not change with anything that a gradient is claimed by, or
     * else with no input at all.
     */
    private static List<Symbol> changing(List<Symbol> computed, Usage usage, List<Symbol> order) {
        Set<String> claimed = new HashSet<>();
        usage.gradients().forEach(gradient -> claimed.add(gradient.substring(1)));
        Predicate<Symbol> input = symbol -> symbol.kind() == Kind.LEAF && !symbol.entry().constant();
        Predicate<Symbol> asked = symbol -> claimed.contains(symbol.name());
        boolean any = !claimed.isEmpty() || usage.isDifferentiating();
        for (Predicate<Symbol> sources : any ? List.of(asked, input) : List.of(input)) {
            Variation variation = new Variation(order, sources);
            List<Symbol> varying = computed.stream().filter(variation::varies).toList();
            if (!varying.isEmpty()) {
                return varying;
            }
        }
        return computed;
    }

    /**
     * The last that no other statement uses as a value; failing that the last no other definition uses, or none but those computed from
     * gradients; failing that the last.
     */
    private static OutputChoice choose(List<Symbol> computed, Declarations names, BitSet gradients, int claimedAt) {
        BitSet before = new BitSet();
        BitSet used = new BitSet();
        for (Symbol symbol : names.table().defined()) {
            boolean gradient = gradients.get(symbol.number());
            for (Symbol.Reference reference : symbol.references()) {
                if (reference.role() != Use.Role.SHAPE && reference.symbol() != symbol) {
                    used.set(reference.symbol().number());
                    if (!gradient) {
                        before.set(reference.symbol().number());
                    }
                }
            }
        }
        BitSet claimed = (BitSet) used.clone();
        for (Statement claim : names.claims()) {
            if (claim instanceof Statement.Equation equation) {
                names.mappings().of(equation.right()).stream().filter(use -> use.role() == Use.Role.VALUE)
                        .forEach(use -> claimed.set(names.table().symbol(use.name().name()).number()));
            }
        }
        for (BitSet taken : List.of(claimed, used, before, new BitSet())) {
            List<Symbol> ends = computed.stream().filter(symbol -> !taken.get(symbol.number()) && !isBesideOne(symbol, taken, names.table())).toList();
            if (!ends.isEmpty()) {
                List<String> later = ends.stream().filter(symbol -> symbol.entry().span().start() > claimedAt).map(Symbol::name).toList();
                boolean stays = later.size() < ends.size();
                Symbol last = ends.get(ends.size() - 1 - (stays ? later.size() : 0));
                List<String> others = taken.isEmpty() ? List.of() : ends.stream().filter(symbol -> symbol != last).map(Symbol::name).toList();
                return new OutputChoice(last.name(), others, gradients, stays && !taken.isEmpty() ? later : List.of());
            }
        }
        return new OutputChoice(null, List.of(), gradients, List.of());
    }

    /** Whether another output of the same call is used: the last cell of a recurrent network is no end. */
    private static boolean isBesideOne(Symbol symbol, BitSet taken, NameTable table) {
        Statement.Unpacking unpacking = symbol.entry().unpacked();
        return unpacking != null && unpacking.names().stream().anyMatch(name -> taken.get(table.symbol(name.name()).number()));
    }

    /** Where a gradient of the output is first claimed. */
    private static int firstClaim(Declarations names) {
        return names.claims().stream().filter(claim -> claim instanceof Statement.Equation equation && equation.left() instanceof Expression.Name)
                .mapToInt(claim -> claim.span().start()).min().orElse(Integer.MAX_VALUE);
    }

    boolean usesGradients(Symbol symbol) {
        return gradients.get(symbol.number());
    }

    /** Names the ends that were not chosen; null if there are none. */
    Diagnostic note(Entry chosen, Set<String> broken) {
        List<String> ends = others.stream().filter(name -> !broken.contains(name)).toList();
        if (ends.isEmpty()) {
            return null;
        }
        List<String> shown = ends.subList(0, Math.min(5, ends.size()));
        String rest = ends.size() > 5 ? " and " + (ends.size() - 5) + " more" : "";
        return Diagnostic.note(chosen.span(), "the output is " + output + "; nothing uses " + String.join(", ", shown) + rest + " either",
                "to choose, write output " + ends.get(0));
    }
}
