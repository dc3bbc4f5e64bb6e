package nabla.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nabla.graph.Meaning;
import nabla.network.Definition;
import nabla.network.Perceptron;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Script;
import nabla.syntax.Statement;

/**
 * What the names of a script stand for, from the left sides alone. Here is decided which equations are definitions and which are
 * claims: {@code dA = …} is a claim where {@code A} names a node.
 */
public final class Declarations {

    private static final Set<String> CONSTANTS = Set.of("pi", "e");

    private final List<Diagnostic> diagnostics;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Statement.Operation> operations = new LinkedHashMap<>();
    private final Mappings mappings = new Mappings();
    private final List<Statement> claims = new ArrayList<>();
    private final Map<String, Statement.Question> questions = new LinkedHashMap<>();
    private final Map<String, Statement.Equation> places = new LinkedHashMap<>();
    private final NodeNames nodes;
    private final Set<String> broken;
    private final Set<Diagnostic> misfits = new HashSet<>();
    private final Networks networks;
    private Statement.Output output;
    private Statement.Seed seed;

    Declarations(Script script, List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
        this.broken = Broken.names(script);
        this.networks = new Networks(script);
        this.nodes = new NodeNames(script.statements(), networks);
        for (Statement statement : script.statements()) {
            try {
                add(statement);
            } catch (Fault fault) {
                diagnostics.add(fault.diagnostic());
            }
        }
        Set<String> functions = new HashSet<>(mappings.names());
        diagnostics.addAll(mappings.removeCircles());
        functions.stream().filter(name -> mappings.find(name) == null).forEach(broken::add);
    }

    private void add(Statement statement) {
        if (statement instanceof Statement.Equation equation) {
            addEquation(equation);
        } else if (statement instanceof Statement.Equality) {
            claims.add(statement);
        } else if (statement instanceof Statement.Declaration declaration) {
            for (Expression.Name name : declaration.names()) {
                requireNoGradient(name);
                define(name, Entry.declared(name, declaration));
            }
        } else if (statement instanceof Statement.Output named) {
            requireFirst(named.span(), output, "the output is already named");
            output = named;
        } else if (statement instanceof Statement.Seed given) {
            requireFirst(given.span(), seed, "the seed is already given");
            seed = given;
        } else if (statement instanceof Statement.Operation operation) {
            addOperation(operation);
        } else if (statement instanceof Statement.Mapping mapping) {
            addMapping(mapping);
        } else if (statement instanceof Statement.Network network) {
            addNetwork(network);
        } else if (statement instanceof Statement.Training training) {
            String network = training.network() == null ? null : training.network().name();
            if (!broken.contains(Perceptron.prefix(network) + "loss")) {
                networks.check(training);
            }
        } else if (statement instanceof Statement.Question question) {
            List<Definition> network = networks.named(question.target());
            for (Statement.Question one : network == null ? List.of(question) : DerivationQuestion.questions(question, network)) {
                requireFirst(question.span(), questions.putIfAbsent(one.label(), one), "the question is already asked");
            }
        }
    }

    /** A network with an error defines nothing, and its names are no further errors. */
    private void addNetwork(Statement.Network network) {
        List<Definition> definitions = networks.of(network);
        networks.checkName(network);
        try {
            networks.check(network);
            for (Definition definition : definitions) {
                define(new Expression.Name(definition.span(), definition.name()), Entry.part(definition));
            }
        } catch (Fault fault) {
            definitions.forEach(definition -> broken.add(definition.name()));
            throw fault;
        }
    }

    private void addEquation(Statement.Equation equation) {
        Expression left = equation.left();
        if (left instanceof Expression.Name name) {
            if (isGradient(name.name()) && !equation.constant()) {
                claims.add(equation);
                return;
            }
            requireNoGradient(name);
            requireMember(name);
            if (!equation.at().isEmpty()) {
                throw Fault.at(equation.at().get(0).span(), "at gives the values for a question or a claim, and this is the definition of " + name.name(),
                        "write " + equation.at().get(0).name() + " = … on a line of its own");
            }
            if (equation.within() != null) {
                throw Fault.at(equation.within().span(), "within belongs to a claim, and this is the definition of " + name.name(), null);
            }
            define(name, Entry.defined(name, equation));
        } else if ((left instanceof Expression.Derivative || left instanceof Expression.Prime) && !equation.constant()) {
            claims.add(equation);
        } else if (left instanceof Expression.Text label && isTable(equation.right())) {
            requireFirst(equation.span(), places.putIfAbsent(label.text(), equation), "where this answer stands is already said");
        } else {
            String hint = left instanceof Expression.Text ? "answers are given in a submission" : "a claim about a value is written with ==";
            throw Fault.at(left.span(), "on the left of = stands a name or a derivative", hint);
        }
    }

    private static boolean isTable(Expression value) {
        return CsvCall.is(value)
                || value instanceof Expression.Transpose transpose && isTable(transpose.operand());
    }

    private void define(Expression.Name name, Entry entry) {
        Entry first = entries.putIfAbsent(name.name(), entry);
        if (mappings.find(name.name()) != null) {
            entries.remove(name.name());
            throw Fault.at(name.span(), name.name() + " is already a function, on line " + mappings.find(name.name()).nameSpan().line(),
                    "choose another name");
        }
        if (first != null) {
            throw Fault.at(name.span(), name.name() + " is already defined on line " + first.span().line(),
                    "choose another name; for a claim about its value write ==");
        }
    }

    private void addMapping(Statement.Mapping mapping) {
        String name = mapping.name();
        Span first = entries.containsKey(name) ? entries.get(name).span() : operations.containsKey(name) ? operations.get(name).nameSpan()
                : mappings.find(name) != null ? mappings.find(name).nameSpan() : null;
        if (first != null) {
            throw Fault.at(mapping.nameSpan(), name + " is already defined on line " + first.line(), "choose another name");
        } else if (isGradient(name)) {
            throw Fault.at(mapping.nameSpan(), name + " is the gradient of the output with respect to " + name.substring(1), "choose another name");
        }
        mappings.add(mapping);
    }

    private void addOperation(Statement.Operation operation) {
        String name = operation.name();
        if (operation.parameters().isEmpty()) {
            throw Fault.at(operation.nameSpan(), name + " has no parameters", "write op " + name + "(x) { … }");
        }
        if (mappings.find(name) != null) {
            throw Fault.at(operation.nameSpan(), name + " is already defined on line " + mappings.find(name).nameSpan().line(), "choose another name");
        }
        Statement.Operation first = operations.putIfAbsent(name, operation);
        if (first != null) {
            throw Fault.at(operation.nameSpan(), name + " is already defined on line " + first.nameSpan().line(), "choose another name");
        }
    }

    private static void requireFirst(Span span, Statement first, String message) {
        if (first != null) {
            throw Fault.at(span, message + " on line " + first.span().line(), null);
        }
    }

    private void requireNoGradient(Expression.Name name) {
        if (isGradient(name.name())) {
            broken.remove(name.name());
            String node = name.name().substring(1);
            throw Fault.at(name.span(), name.name() + " is the gradient of the output with respect to " + node
                    + ", because " + node + " is a node", "choose another name");
        }
    }

    private void requireMember(Expression.Name name) {
        String member = name.name().startsWith("d") ? nodes.member(name.name().substring(1)) : null;
        if (member != null) {
            broken.add(name.name());
            throw Fault.at(name.span(), "no node " + name.name().substring(1), "did you mean d" + member + "?");
        }
    }

    /** Adds a name without a statement as an input. */
    void addFree(Expression.Name use) {
        nodes.add(use.name());
        entries.putIfAbsent(use.name(), Entry.free(use));
    }

    /** Whether this reads as the gradient of the output with respect to a node: {@code dA} where {@code A} is one. */
    public boolean isGradient(String name) {
        return nodes.isGradient(name);
    }

    /** The derivative that the name of a definition can only be meant as, or null. */
    GradientNames.Meaning meaning(String name) {
        Entry entry = entries.get(name);
        boolean definition = entry != null && entry.isDefined() && !entry.constant() && entry.part() == null;
        return definition ? new GradientNames(node -> !node.equals(name) && entries.containsKey(node)).of(name) : null;
    }

    /** The full name of a node of a network, by its last part; or null. */
    public String member(String last) {
        return nodes.member(last);
    }

    static boolean isConstant(String name) {
        return CONSTANTS.contains(name);
    }

    /** What the name stands for, or null. */
    public Entry entry(String name) {
        return entries.get(name);
    }

    /** In the order of the text. */
    public Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    public Map<String, Statement.Operation> operations() {
        return operations;
    }

    /** The functions that are written out. */
    Mappings mappings() {
        return mappings;
    }

    List<Statement> claims() {
        return claims;
    }

    /** Names whose statement has an error; grows while the script is translated. */
    Set<String> broken() {
        return broken;
    }

    /** Puts the error of a statement among the others and remembers what it would have defined. */
    void report(Fault fault, String name) {
        boolean part = name != null && entries.containsKey(name) && entries.get(name).part() != null;
        if (fault.diagnostic() != null && !(part && diagnostics.contains(fault.diagnostic()))) {
            diagnostics.add(fault.diagnostic());
        }
        if (fault.isShape()) {
            misfits.add(fault.diagnostic());
        }
        if (name != null) {
            broken.add(name);
        }
    }

    /** By label, in the order of the text. */
    Map<String, Statement.Question> questions() {
        return questions;
    }

    /** By label, where in a submission of files an answer stands. */
    public Map<String, Statement.Equation> places() {
        return places;
    }

    /** The errors that are about shapes; grows while the script is translated. */
    Set<Diagnostic> misfits() {
        return misfits;
    }

    Statement.Output output() {
        return output;
    }

    Statement.Seed seed() {
        return seed;
    }
}
