package nabla.translate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final NameTable table;
    private final Mappings mappings;
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> data = new HashSet<>();
    private final Set<String> gradients = new LinkedHashSet<>();
    private final Set<String> freeSizes = new LinkedHashSet<>();
    private final Map<String, Expression.Name> unknown = new LinkedHashMap<>();
    private boolean differentiating;

    /** Looks at every expression, and at one that is asked about; null for none. */
    Usage(Declarations names, Query query) {
        this.names = names;
        this.table = names.table();
        this.mappings = names.mappings();
        table.declared().forEach(entry -> Use.of(entry.space()).forEach(this::addSize));
        Definitions definitions = new Definitions();
        table.defined().forEach(definitions::look);
        names.claims().forEach(this::addClaim);
        if (query != null) {
            addClaim(List.of(query.expression()), query.at());
        }
        names.questions().values().stream().filter(q -> q.target() != null).forEach(q -> addAll(mappings.of(q.target())));
        mappings.names().forEach(name -> addAll(mappings.free(mappings.find(name))));
        numbers.addAll(names.script().counted());
        spread();
    }

    /** The names of definitions. */
    private final class Definitions implements Use.Sink {

        private final List<Symbol.Reference> references = new ArrayList<>();
        private final Use.Walk walk = new Use.Walk(mappings, this);
        private boolean derived;

        private void look(Symbol symbol) {
            Entry entry = symbol.entry();
            if (entry.space() != null) {
                Use.of(entry.space()).forEach(use -> add(use.name(), use.role(), true));
            } else if (entry.isDefined()) {
                walk.add(entry.value(), Use.Role.VALUE);
            }
            symbol.refer(references.toArray(Symbol.Reference[]::new), derived);
            differentiating |= derived;
            references.clear();
            derived = false;
        }

        @Override
        public void add(Expression.Name name, Use.Role role, boolean flat) {
            Symbol symbol = table.symbol(name.name());
            references.add(new Symbol.Reference(symbol, role, flat));
            Usage.this.add(symbol, name, role);
        }

        @Override
        public void addDerivative() {
            derived = true;
        }
    }

    /** What a size is worked out of has to be known too. */
    private void spread() {
        Deque<String> open = new ArrayDeque<>(numbers);
        while (!open.isEmpty()) {
            Symbol symbol = table.symbol(open.pop());
            if (symbol.entry() != null && symbol.entry().isDefined() && Arithmetic.is(symbol.entry().value())) {
                for (Symbol.Reference reference : symbol.references()) {
                    if (reference.role() == Use.Role.VALUE && numbers.add(reference.symbol().name())) {
                        open.push(reference.symbol().name());
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
            addAll(mappings.of(value.value()));
        });
        for (Expression side : sides) {
            addAll(mappings.of(side).stream().filter(use -> !given.contains(use.name().name()) || names.entry(use.name().name()) != null).toList());
        }
    }

    private void addAll(List<Use> uses) {
        uses.forEach(use -> add(table.symbol(use.name().name()), use.name(), use.role()));
    }

    private void add(Symbol symbol, Expression.Name use, Use.Role role) {
        String name = symbol.name();
        if (role == Use.Role.NUMBER) {
            numbers.add(name);
        } else if (role == Use.Role.DATA) {
            data.add(name);
        }
        if (isGradient(symbol)) {
            gradients.add(name);
        } else if (symbol.entry() == null && mappings.find(name) == null && !freeSizes.contains(name) && !NamedConstants.contains(name)
                && !names.broken().contains(name)) {
            unknown.putIfAbsent(name, use);
        }
    }

    /** Whether a name without a definition of its own reads as the gradient of the output by a node. */
    boolean isGradient(String name) {
        Symbol symbol = table.find(name);
        return symbol == null ? table.isGradient(name) : isGradient(symbol);
    }

    boolean isGradient(Symbol symbol) {
        return symbol.entry() == null && !freeSizes.contains(symbol.name()) && table.isGradient(symbol.name());
    }

    /** The names used without a meaning, each once, in the order of the text. */
    List<Expression.Name> unknown() {
        return List.copyOf(unknown.values());
    }

    /** Whether a definition has a derivative in it. */
    boolean isDifferentiating() {
        return differentiating;
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
