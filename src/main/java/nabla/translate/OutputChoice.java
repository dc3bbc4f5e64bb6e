package nabla.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * @param gradients the names that are computed from gradients of the output
 * @param later     of the others, those entered after a gradient of the output was claimed
 */
record OutputChoice(String output, List<String> others, Set<String> gradients, List<String> later) {

    static OutputChoice of(Declarations names, Usage usage, NameOrder order, Map<String, Kind> kinds, boolean entered) {
        Set<String> gradients = new HashSet<>();
        for (String name : order.names()) {
            if (usage.isGradient(name) || names.meaning(name) != null || usage.of(name).stream().anyMatch(use -> gradients.contains(use.name().name()))) {
                gradients.add(name);
            }
        }
        if (names.output() != null) {
            return new OutputChoice(names.output().name().name(), List.of(), gradients, List.of());
        }
        List<String> computed = new ArrayList<>();
        for (Entry entry : names.entries()) {
            if (kinds.get(entry.name()) == Kind.COMPUTED) {
                computed.add(entry.name());
            }
        }
        if (!gradients.containsAll(computed)) {
            computed.removeIf(gradients::contains);
        }
        removeFlat(computed, names, usage, order, kinds);
        return choose(computed, names, usage, gradients, entered ? firstClaim(names) : Integer.MAX_VALUE);
    }

    /**
     * Takes out what cannot be meant, as an accuracy after the loss: what does not change with anything that a gradient is claimed by, or
     * else with no input at all.
     */
    private static void removeFlat(List<String> computed, Declarations names, Usage usage, NameOrder order, Map<String, Kind> kinds) {
        Set<String> claimed = new HashSet<>();
        usage.gradients().forEach(gradient -> claimed.add(gradient.substring(1)));
        Predicate<String> input = name -> kinds.get(name) == Kind.LEAF && !names.entry(name).constant();
        for (Predicate<String> sources : List.<Predicate<String>>of(claimed::contains, input)) {
            Variation variation = new Variation(names, order.names(), sources);
            if (computed.stream().anyMatch(variation::varies)) {
                computed.removeIf(name -> !variation.varies(name));
                return;
            }
        }
    }

    /**
     * The last that no other statement uses as a value; failing that the last no other definition uses, or none but those computed from
     * gradients; failing that the last.
     */
    private static OutputChoice choose(List<String> computed, Declarations names, Usage usage, Set<String> gradients, int claimedAt) {
        Set<String> before = new HashSet<>();
        Set<String> used = new HashSet<>();
        for (Entry entry : names.entries()) {
            for (Set<String> taken : gradients.contains(entry.name()) ? List.of(used) : List.of(before, used)) {
                collect(usage.of(entry.name()), use -> use.role() != Use.Role.SHAPE && !use.name().name().equals(entry.name()), taken);
            }
        }
        Set<String> claimed = new HashSet<>(used);
        for (Statement claim : names.claims()) {
            if (claim instanceof Statement.Equation equation) {
                collect(names.mappings().of(equation.right()), use -> use.role() == Use.Role.VALUE, claimed);
            }
        }
        for (Set<String> taken : List.of(claimed, used, before, Set.<String>of())) {
            List<String> ends = computed.stream().filter(name -> !taken.contains(name) && !isBesideOne(names.entry(name), taken)).toList();
            if (!ends.isEmpty()) {
                List<String> later = ends.stream().filter(name -> names.entry(name).span().start() > claimedAt).toList();
                boolean stays = later.size() < ends.size();
                String last = ends.get(ends.size() - 1 - (stays ? later.size() : 0));
                List<String> others = taken.isEmpty() ? List.of() : ends.stream().filter(name -> !name.equals(last)).toList();
                return new OutputChoice(last, others, gradients, stays && !taken.isEmpty() ? later : List.of());
            }
        }
        return new OutputChoice(null, List.of(), gradients, List.of());
    }

    /** Whether another output of the same call is used: the last cell of a recurrent network is no end. */
    private static boolean isBesideOne(Entry entry, Set<String> taken) {
        return entry.unpacked() != null && entry.unpacked().names().stream().anyMatch(name -> taken.contains(name.name()));
    }

    /** Where a gradient of the output is first claimed. */
    private static int firstClaim(Declarations names) {
        return names.claims().stream().filter(claim -> claim instanceof Statement.Equation equation && equation.left() instanceof Expression.Name)
                .mapToInt(claim -> claim.span().start()).min().orElse(Integer.MAX_VALUE);
    }

    private static void collect(List<Use> uses, Predicate<Use> counts, Set<String> names) {
        for (Use use : uses) {
            if (counts.test(use)) {
                names.add(use.name().name());
            }
        }
    }

    boolean usesGradients(String name) {
        return gradients.contains(name);
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
