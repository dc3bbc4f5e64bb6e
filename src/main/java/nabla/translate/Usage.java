package nabla.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.op.NamedConstants;
import nabla.syntax.Expression;
import nabla.syntax.Statement;

/** Who uses which names, and what for. */
final class Usage {

    private final Declarations names;
    private final Map<String, List<Use>> uses = new HashMap<>();
    private final Mappings mappings;
    private final List<Use> claimed = new ArrayList<>();
    /** In functions, whether they are called or not. */
    private final List<Use> written = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> data = new HashSet<>();
    private final Set<String> gradients = new LinkedHashSet<>();
    private final Set<String> freeSizes = new LinkedHashSet<>();

    /** Looks at every expression, and at one that is asked about; null for none. */
    Usage(Declarations names, Query query) {
        this.names = names;
        this.mappings = names.mappings();
        for (Entry entry : names.entries()) {
            if (entry.space() != null) {
                uses.put(entry.name(), Use.of(entry.space()));
                uses.get(entry.name()).forEach(this::addSize);
            } else if (entry.isDefined()) {
                uses.put(entry.name(), mappings.of(entry.value()));
            }
        }
        names.claims().forEach(this::addClaim);
        if (query != null) {
            addClaim(List.of(query.expression()), query.at());
        }
        mappings.names().forEach(name -> written.addAll(mappings.free(mappings.find(name))));
        names.questions().values().stream().filter(q -> q.target() != null).forEach(q -> claimed.addAll(mappings.of(q.target())));
        uses.values().forEach(list -> list.forEach(this::add));
        numbers.addAll(names.script().counted());
        claimed.forEach(this::add);
        written.forEach(this::add);
        spread();
    }

    /** What a size is worked out of has to be known too. */
    private void spread() {
        Deque<String> open = new ArrayDeque<>(numbers);
        while (!open.isEmpty()) {
            String name = open.pop();
            Entry entry = names.entry(name);
            if (entry != null && entry.isDefined() && Arithmetic.is(entry.value())) {
                for (Use use : of(name)) {
                    if (use.role() == Use.Role.VALUE && numbers.add(use.name().name())) {
                        open.push(use.name().name());
                    }
                }
            }
        }
    }

    private void addSize(Use use) {
        if (names.entry(use.name().name()) == null) {
            freeSizes.add(use.name().name());
        }
    }

    private void addClaim(Statement claim) {
        if (claim instanceof Statement.Equality equality) {
            addClaim(List.of(equality.left(), equality.right()), equality.at());
        } else if (claim instanceof Statement.Equation equation) {
            addClaim(List.of(equation.left(), equation.right()), equation.at());
        }
    }

    /** A name that a claim gives a value to has one there, whether it has another elsewhere or not. */
    private void addClaim(List<Expression> sides, List<Expression.Argument> at) {
        Set<String> given = new HashSet<>();
        at.forEach(value -> {
            given.add(value.name());
            claimed.addAll(mappings.of(value.value()));
        });
        for (Expression side : sides) {
            mappings.of(side).stream().filter(use -> !given.contains(use.name().name()) || names.entry(use.name().name()) != null).forEach(claimed::add);
        }
    }

    private void add(Use use) {
        String name = use.name().name();
        if (use.role() == Use.Role.NUMBER) {
            numbers.add(name);
        } else if (use.role() == Use.Role.DATA) {
            data.add(name);
        }
        if (isGradient(name)) {
            gradients.add(name);
        }
    }

    /** The uses in the right side (or the sizes) of a name. */
    List<Use> of(String name) {
        return uses.getOrDefault(name, List.of());
    }

    /** Whether a name without a definition of its own reads as the gradient of the output by a node. */
    boolean isGradient(String name) {
        return names.entry(name) == null && !freeSizes.contains(name) && names.isGradient(name);
    }

    /** The names used without a meaning, each once, in the order of the text. */
    List<Expression.Name> unknown() {
        Map<String, Expression.Name> unknown = new LinkedHashMap<>();
        names.entries().forEach(entry -> of(entry.name()).forEach(use -> addUnknown(use, unknown)));
        claimed.forEach(use -> addUnknown(use, unknown));
        written.forEach(use -> addUnknown(use, unknown));
        return List.copyOf(unknown.values());
    }

    private void addUnknown(Use use, Map<String, Expression.Name> unknown) {
        String name = use.name().name();
        if (names.entry(name) == null && mappings.find(name) == null && !isGradient(name) && !freeSizes.contains(name) && !NamedConstants.contains(name)
                && !names.broken().contains(name)) {
            unknown.putIfAbsent(name, use.name());
        }
    }

    /** Names needed as whole numbers: sizes, subscripts, axes. */
    Set<String> numbers() {
        return numbers;
    }

    /** Names needed as matrices before there is a graph. */
    Set<String> data() {
        return data;
    }

    /** Every {@code dA} used or claimed. */
    Set<String> gradients() {
        return gradients;
    }

    /** Sizes that are chosen at random, in the order of the text. */
    Set<String> freeSizes() {
        return freeSizes;
    }
}
