package nabla.translate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nabla.syntax.Expression;

/** The names of a script, each once, and what it is that each stands for. */
final class NameTable {

    private final Map<String, Symbol> symbols;
    private final List<Symbol> defined = new ArrayList<>();
    /** Those that are declared with a space, in the order of the text. */
    private final List<Entry> declared = new ArrayList<>();
    /** Those that look like gradients. */
    private final List<Symbol> doubtful = new ArrayList<>();
    private final NodeNames nodes;
    private final Mappings mappings;
    private final Set<String> broken;
    private final StepErrors errors;

    /**
     * Nothing yet.
     *
     * @param expected about how many names there will be
     * @param nodes    the names of nodes, as their left sides have them
     * @param mappings the functions that are written out, which grow with it
     * @param broken   gets names whose statement has an error
     * @param errors   is told of every definition
     */
    NameTable(int expected, NodeNames nodes, Mappings mappings, Set<String> broken, StepErrors errors) {
        this.symbols = new HashMap<>(expected + expected / 2);
        this.nodes = nodes;
        this.mappings = mappings;
        this.broken = broken;
        this.errors = errors;
    }

    void define(List<Expression.Name> names, Function<Expression.Name, Entry> entry) {
        for (Expression.Name name : names) {
            requireNoGradient(name);
            define(entry.apply(name));
        }
    }

    void define(Entry entry) {
        Expression.Name name = entry.left();
        errors.define(name.name());
        Symbol symbol = symbol(name.name());
        if (mappings.find(name.name()) != null) {
            throw Fault.at(name.span(), name.name() + " is already a function, on line " + mappings.find(name.name()).nameSpan().line(),
                    "choose another name");
        } else if (symbol.entry() != null) {
            String step = errors.again(symbol.entry().span(), name.span());
            throw Fault.at(name.span(), name.name() + " is already defined on line " + symbol.entry().span().line(),
                    step == null ? "choose another name; for a claim about its value write =="
                            : "each step needs a name of its own: write " + name.name() + "{" + step + "}");
        }
        add(symbol, entry);
    }

    private void add(Symbol symbol, Entry entry) {
        symbol.define(entry);
        defined.add(symbol);
        if (entry.space() != null) {
            declared.add(entry);
        }
        if (GradientNames.isLikeOne(symbol.name())) {
            doubtful.add(symbol);
        }
    }

    void requireNoGradient(Expression.Name name) {
        if (isGradient(name.name())) {
            broken.remove(name.name());
            String node = name.name().substring(1);
            throw Fault.at(name.span(), name.name() + " is the gradient of the output with respect to " + node
                    + ", because " + node + " is a node", "choose another name");
        }
    }

    void requireMember(Expression.Name name) {
        String member = name.name().startsWith("d") ? nodes.member(name.name().substring(1)) : null;
        if (member != null) {
            broken.add(name.name());
            throw Fault.at(name.span(), "no node " + name.name().substring(1), "did you mean d" + member + "?");
        }
    }

    /** Adds a name without a statement as an input. */
    void addFree(Expression.Name use) {
        nodes.add(use.name());
        Symbol symbol = symbol(use.name());
        if (symbol.entry() == null) {
            add(symbol, Entry.free(use));
        }
    }

    boolean isGradient(String name) {
        return nodes.isGradient(name);
    }

    /** The definitions whose names can only be meant as derivatives, and as which, in the order of the text. */
    Map<Symbol, GradientNames.Meaning> unjudged() {
        Map<Symbol, GradientNames.Meaning> unjudged = new LinkedHashMap<>();
        for (Symbol symbol : doubtful) {
            Entry entry = symbol.entry();
            boolean definition = entry.isDefined() && !entry.constant() && entry.part() == null;
            GradientNames.Meaning meaning = definition ? new GradientNames(node -> !node.equals(symbol.name()) && entry(node) != null).of(symbol.name()) : null;
            if (meaning != null) {
                unjudged.put(symbol, meaning);
            }
        }
        return unjudged;
    }

    String member(String last) {
        return nodes.member(last);
    }

    /** What the name stands for, or null. */
    Entry entry(String name) {
        Symbol symbol = find(name);
        return symbol == null ? null : symbol.entry();
    }

    /** The symbol of a name, or null where the script has no such name. */
    Symbol find(String name) {
        return symbols.get(name);
    }

    /** The same for a name that the script has. */
    Symbol symbol(String name) {
        Symbol symbol = symbols.get(name);
        if (symbol == null) {
            symbol = new Symbol(name, symbols.size());
            symbols.put(name, symbol);
        }
        return symbol;
    }

    /** What is declared with a space, in the order of the text. */
    List<Entry> declared() {
        return Collections.unmodifiableList(declared);
    }

    /** Those that stand for something, in the order of the text. */
    List<Symbol> defined() {
        return Collections.unmodifiableList(defined);
    }
}
