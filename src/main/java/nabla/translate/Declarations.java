package nabla.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Callables callables = new Callables();
    private final List<Statement> claims = new ArrayList<>();
    private final Map<String, Statement.Question> questions = new LinkedHashMap<>();
    private final Map<String, Statement.Equation> places = new LinkedHashMap<>();
    private final NameTable table;
    private final Set<String> broken;
    private final Set<Diagnostic> misfits = new HashSet<>();
    private final Networks networks;
    private final StepErrors errors;
    private final Script script;
    private Statement.Output output;
    private Statement.Seed seed;

    Declarations(Script script, List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
        this.broken = BrokenNames.names(script);
        this.networks = new Networks(script);
        this.script = script;
        this.errors = new StepErrors(diagnostics, script.steps());
        this.table = new NameTable(script.statements().size(), new NodeNames(script.statements(), networks), mappings(), broken, errors);
        Kinds kinds = new Kinds();
        for (Statement statement : script.statements()) {
            errors.look(statement);
            try {
                statement.read(kinds);
            } catch (Fault fault) {
                errors.tell(fault.diagnostic(), statement);
            }
        }
        Set<String> functions = new HashSet<>(mappings().names());
        diagnostics.addAll(mappings().removeCircles());
        functions.stream().filter(name -> callables.mappings().find(name) == null).forEach(broken::add);
    }

    /** Keeps each statement where it belongs. What a mistake still earns matters to whoever marks. */
    private final class Kinds implements Statement.Reader<Void> {

        @Override
        public Void equation(Statement.Equation equation) {
            addEquation(equation);
            return null;
        }

        @Override
        public Void equality(Statement.Equality equality) {
            claims.add(equality);
            return null;
        }

        @Override
        public Void declaration(Statement.Declaration declaration) {
            table.define(declaration.names(), name -> Entry.declared(name, declaration));
            return null;
        }

        @Override
        public Void output(Statement.Output named) {
            requireFirst(named.span(), output, "the output is already named");
            output = named;
            return null;
        }

        @Override
        public Void seed(Statement.Seed given) {
            requireFirst(given.span(), seed, "the seed is already given");
            seed = given;
            return null;
        }

        @Override
        public Void operation(Statement.Operation operation) {
            callables.add(operation);
            return null;
        }

        @Override
        public Void unpacking(Statement.Unpacking unpacking) {
            table.define(unpacking.names(), name -> Entry.unpacked(name, unpacking));
            return null;
        }

        @Override
        public Void mapping(Statement.Mapping mapping) {
            table.requireNoGradient(new Expression.Name(mapping.nameSpan(), mapping.name()));
            callables.add(mapping, entry(mapping.name()));
            return null;
        }

        /** One with an error defines nothing, and its names are no further errors. */
        @Override
        public Void network(Statement.Network network) {
            List<Definition> definitions = networks.of(network);
            networks.checkName(network);
            try {
                networks.check(network);
                for (Definition definition : definitions) {
                    table.define(Entry.part(definition));
                }
            } catch (Fault fault) {
                definitions.forEach(definition -> broken.add(definition.name()));
                throw fault;
            }
            return null;
        }

        @Override
        public Void training(Statement.Training training) {
            String network = training.network() == null ? null : training.network().name();
            if (!broken.contains(Perceptron.prefix(network) + "loss")) {
                networks.check(training);
            }
            return null;
        }

        @Override
        public Void question(Statement.Question question) {
            List<Definition> network = networks.named(question.target());
            for (Statement.Question one : network == null ? List.of(question) : DerivationQuestion.questions(question, network)) {
                requireFirst(question.span(), questions.putIfAbsent(one.label(), one), "the question is already asked");
            }
            return null;
        }

        @Override
        public Void credit(Statement.Credit credit) {
            return null;
        }
    }

    private void addEquation(Statement.Equation equation) {
        Expression left = equation.left();
        if (left instanceof Expression.Name name) {
            if (isGradient(name.name()) && !equation.constant()) {
                claims.add(equation);
                return;
            }
            table.requireNoGradient(name);
            table.requireMember(name);
            if (!equation.at().isEmpty()) {
                throw Fault.at(equation.at().get(0).span(), "at gives the values for a question or a claim, and this is the definition of " + name.name(),
                        "write " + equation.at().get(0).name() + " = … on a line of its own");
            }
            if (equation.within() != null) {
                throw Fault.at(equation.within().span(), "within belongs to a claim, and this is the definition of " + name.name(), null);
            }
            table.define(Entry.defined(name, equation));
        } else if ((left instanceof Expression.Derivative || left instanceof Expression.Prime) && !equation.constant()) {
            claims.add(equation);
        } else if (left instanceof Expression.Text label && CsvCall.isTable(equation.right())) {
            requireFirst(equation.span(), places.putIfAbsent(label.text(), equation), "where this answer stands is already said");
        } else {
            String hint = left instanceof Expression.Text ? "answers are given in a submission" : "a claim about a value is written with ==";
            throw Fault.at(left.span(), "on the left of = stands a name or a derivative", hint);
        }
    }

    private static void requireFirst(Span span, Statement first, String message) {
        if (first != null) {
            throw Fault.at(span, message + " on line " + first.span().line(), null);
        }
    }

    /** The names, each with what is known about it. */
    NameTable table() {
        return table;
    }

    /** Whether this reads as the gradient of the output with respect to a node: {@code dA} where {@code A} is one. */
    public boolean isGradient(String name) {
        return table.isGradient(name);
    }

    /** The full name of a node of a network, by its last part; or null. */
    public String member(String last) {
        return table.member(last);
    }

    /** What the name stands for, or null. */
    public Entry entry(String name) {
        return table.entry(name);
    }

    /** In the order of the text. */
    public Collection<Entry> entries() {
        return table.defined().stream().map(Symbol::entry).toList();
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
        boolean part = name != null && entry(name) != null && entry(name).part() != null;
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
