package nabla.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nabla.graph.Meaning;
import nabla.network.Definition;
import nabla.network.Perceptron;
import nabla.source.Diagnostic;
import nabla.source.Iteration;
import nabla.source.Span;
import nabla.syntax.Expression;
import nabla.syntax.Script;
import nabla.syntax.Statement;

/**
 * What the names of a script stand for, from the left sides alone. Here is decided which equations are definitions and which are
 * claims: {@code dA = …} is a claim where {@code A} names a node.
 */
public final class Declarations {

    private final List<Diagnostic> diagnostics;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Callables callables = new Callables();
    private final List<Statement> claims = new ArrayList<>();
    private final Map<String, Statement.Question> questions = new LinkedHashMap<>();
    private final Map<String, Statement.Equation> places = new LinkedHashMap<>();
    private final NodeNames nodes;
    private final Set<String> broken;
    private final Set<Diagnostic> misfits = new HashSet<>();
    private final Networks networks;
    private final StepErrors errors;
    private final Script script;
    private Statement.Output output;
    private Statement.Seed seed;

    Declarations(Script script, List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
        this.broken = Broken.names(script);
        this.networks = new Networks(script);
        this.script = script;
        this.errors = new StepErrors(diagnostics, script.steps());
        this.nodes = new NodeNames(script.statements(), networks);
        for (Statement statement : script.statements()) {
            errors.look(statement);
            try {
                add(statement);
            } catch (Fault fault) {
                errors.tell(fault.diagnostic(), statement);
            }
        }
        Set<String> functions = new HashSet<>(mappings().names());
        diagnostics.addAll(mappings().removeCircles());
        functions.stream().filter(name -> callables.mappings().find(name) == null).forEach(broken::add);
    }

    private void add(Statement statement) {
        if (statement instanceof Statement.Equation equation) {
            addEquation(equation);
        } else if (statement instanceof Statement.Equality) {
            claims.add(statement);
        } else if (statement instanceof Statement.Declaration declaration) {
            define(declaration.names(), name -> Entry.declared(name, declaration));
        } else if (statement instanceof Statement.Output named) {
            requireFirst(named.span(), output, "the output is already named");
            output = named;
        } else if (statement instanceof Statement.Seed given) {
            requireFirst(given.span(), seed, "the seed is already given");
            seed = given;
        } else if (statement instanceof Statement.Operation operation) {
            callables.add(operation);
        } else if (statement instanceof Statement.Unpacking unpacking) {
            define(unpacking.names(), name -> Entry.unpacked(name, unpacking));
        } else if (statement instanceof Statement.Mapping mapping) {
            requireNoGradient(new Expression.Name(mapping.nameSpan(), mapping.name()));
            callables.add(mapping, entries.get(mapping.name()));
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
        } else if (left instanceof Expression.Text label && CsvCall.isTable(equation.right())) {
            requireFirst(equation.span(), places.putIfAbsent(label.text(), equation), "where this answer stands is already said");
        } else {
            String hint = left instanceof Expression.Text ? "answers are given in a submission" : "a claim about a value is written with ==";
            throw Fault.at(left.span(), "on the left of = stands a name or a derivative", hint);
        }
    }

    private void define(List<Expression.Name> names, Function<Expression.Name, Entry> entry) {
        for (Expression.Name name : names) {
            requireNoGradient(name);
            define(name, entry.apply(name));
        }
    }

    private void define(Expression.Name name, Entry entry) {
        Entry first = entries.putIfAbsent(name.name(), entry);
        errors.define(name.name());
        if (callables.mappings().find(name.name()) != null) {
            entries.remove(name.name());
            throw Fault.at(name.span(), name.name() + " is already a function, on line " + callables.mappings().find(name.name()).nameSpan().line(),
                    "choose another name");
        }
        if (first != null) {
            throw Fault.at(name.span(), name.name() + " is already defined on line " + first.span().line(),
                    "choose another name; for a claim about its value write ==");
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

    /** What the name stands for, or null. */
    public Entry entry(String name) {
        return entries.get(name);
    }

    /** In the order of the text. */
    public Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    public Map<String, Statement.Operation> operations() {
        return callables.operations();
    }

    /** The functions that are written out. */
    Mappings mappings() {
        return callables.mappings();
    }

    List<Statement> claims() {
        return claims;
    }

    /** Names whose statement has an error; grows while the script is translated. */
    Set<String> broken() {
        return broken;
    }

    /** The step of a {@code for} block that a statement belongs to, {@code t = 3}; null outside. */
    String step(Statement statement) {
        return errors.step(statement);
    }

    /** The steps of {@code for} blocks, by the names that are defined in them. */
    Map<String, Iteration> steps() {
        return errors.ofNames();
    }

    /** The script whose names these are. */
    Script script() {
        return script;
    }

    /** Puts the error of a claim or a question among the others. */
    void report(Fault fault, Statement statement) {
        if (fault.diagnostic() != null) {
            errors.tell(fault.diagnostic(), statement);
        }
        if (fault.isShape()) {
            misfits.add(fault.diagnostic());
        }
    }

    /** Puts the error of a statement among the others and remembers what it would have defined. */
    void report(Fault fault, String name) {
        boolean part = name != null && entries.containsKey(name) && entries.get(name).part() != null;
        if (fault.diagnostic() != null && !(part && diagnostics.contains(fault.diagnostic()))) {
            errors.tell(fault.diagnostic(), name);
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
