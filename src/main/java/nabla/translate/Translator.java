package nabla.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nabla.graph.Constant;
import nabla.graph.Input;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.NodeMap;
import nabla.model.Claim;
import nabla.model.Handwork;
import nabla.model.Model;
import nabla.model.Model.Leaf;
import nabla.model.QuestionTarget;
import nabla.op.Functions;
import nabla.source.Diagnostic;
import nabla.source.Span;
import nabla.source.Spelling;
import nabla.syntax.Expression;
import nabla.syntax.Habits;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.tensor.Tensor;

/**
 * Turns a script into a graph. Names are settled first, from the left sides alone ({@link Declarations}); then who uses what ({@link Usage}),
 * in which order things are built and which of them is the output ({@link Plan}); then nodes are built, and claims last.
 * A statement with an error is left out with one diagnostic, and what depends on it without a further one.
 */
public final class Translator {

    private final Script script;
    /** What is asked about beside the script; mostly null. */
    private final Query query;
    private final List<Diagnostic> said = new ArrayList<>();
    private final Options options;
    private final List<Diagnostic> diagnostics;
    private final Map<Node, Span> origins = new NodeMap<>();
    private final Map<String, Diagnostic> circular = new HashMap<>();
    private final Declarations names;
    private final List<QuestionTarget> asked = new ArrayList<>();
    private final long seed;
    private Environment environment;
    private Claims claims;
    private List<Handwork> handwork;

    private Translator(Script script, Options options, Query query) {
        this.query = query;
        this.script = script;
        this.options = options;
        this.diagnostics = new ArrayList<>(script.diagnostics());
        this.names = new Declarations(script, diagnostics);
        this.seed = options.seed() != null ? options.seed() : names.seed() != null ? names.seed().seed() : 0;
    }

    /** What the script means. Nothing is thrown for what is wrong with it: that is in the diagnostics. */
    public static Model translate(Script script, Options options) {
        return translate(script, options, Map.of());
    }

    /** The same with values, by name, that replace or complete those of the text. */
    public static Model translate(Script script, Options options, Map<String, Tensor> given) {
        return new Translator(script, options, null).model(given);
    }

    /** The same, with what further lines are translated by: those of answers to its questions. */
    public static Translation translation(Script script, Options options) {
        return translation(script, options, Map.of(), null);
    }

    /** The same with values, by name, and an expression that is asked about; null without one. */
    public static Translation translation(Script script, Options options, Map<String, Tensor> given, Query query) {
        Translator translator = new Translator(script, options, query);
        Model model = translator.model(given);
        return new Translation(script, model, translator.handwork, translator.names, translator.environment, translator.claims, List.copyOf(translator.asked),
                query == null ? Query.Result.NONE : translator.claims.answer(query, translator.said));
    }

    private Model model(Map<String, Tensor> given) {
        Map<String, Tensor> bound = Bindings.read(options.at(), seed, diagnostics);
        bound.putAll(given);
        Usage usage = complete(new Usage(names, query), bound);
        Plan plan = new Plan(names, usage, options.entered());
        plan.order().circles().forEach(circle -> reportCircle(circle.stream().map(Symbol::name).toList(), plan));
        ScriptOperations operations = new ScriptOperations(names.operations(), script.source(), diagnostics, seed,
                Sheets.none("an operation reads no files", "read it outside, X = csv(\"data.csv\"), and hand it over: f(X)"), options.derived(),
                name -> names.mappings().find(name) == null ? null : new Scope.WrittenFunction(names.mappings().find(name), script.source(), null));
        handwork = operations.check();
        environment = new Environment(names, usage, plan, sizes(usage, bound), operations, script.source(), options.mean());
        StatementContext building = new StatementContext(environment, script.source(), origins, diagnostics, seed, Sheets.in(options.folder()));
        Definitions definitions = new Definitions(environment, building, bound);
        build(plan, environment, definitions);
        checkOutput(environment, plan);
        claims = new Claims(environment, plan, building, circular);
        List<Claim> judged = claims(claims);
        names.questions().values().forEach(this::ask);
        return model(environment, definitions, judged);
    }

    /** Gives a meaning to names without a statement, where the options allow it. A function without its brackets is a mistake, not a name. */
    private Usage complete(Usage usage, Map<String, Tensor> bound) {
        List<Expression.Name> free = usage.unknown().stream()
                .filter(name -> options.free() || bound.containsKey(name.name()) || isOfClaims(name.name()))
                .filter(name -> Functions.find(name.name()) == null && Habits.name(name.name()) == null).toList();
        free.forEach(name -> {
            boolean queried = query != null && Use.of(query.expression()).stream().anyMatch(use -> use.name() == name);
            JoinedNames together = new JoinedNames(queried ? query.source() : script.source(), other -> names.entry(other) != null);
            String meant = bound.containsKey(name.name()) ? null : together.meant(name);
            if (meant != null) {
                (queried ? said : diagnostics).add(Diagnostic.warning(name.span(), name.name() + " is one name: " + meant + "?", null));
            }
        });
        free.forEach(names.table()::addFree);
        List<String> sampled = free.stream().map(Expression.Name::name).filter(name -> !bound.containsKey(name)).toList();
        if (!sampled.isEmpty()) {
            diagnostics.add(Diagnostic.note(free.get(0).span(), String.join(", ", sampled)
                    + (sampled.size() == 1 ? " has no value and is" : " have no value and are") + " sampled at random", null));
        }
        for (String name : bound.keySet()) {
            if (names.entry(name) == null && !names.broken().contains(name)) {
                List<String> known = names.entries().stream().map(Entry::name).toList();
                diagnostics.add(Diagnostic.error(null, "--at " + name + ": nothing is called " + name, Spelling.hint(name, known)));
            }
        }
        return free.isEmpty() ? usage : new Usage(names, query);
    }

    /** {@code f'(x) = 2x + 3} holds for whatever x: a parameter that only claims use has no value of its own. */
    private boolean isOfClaims(String name) {
        return names.mappings().isParameter(name)
                && names.table().defined().stream().noneMatch(other -> Arrays.stream(other.references()).anyMatch(use -> use.symbol().name().equals(name)));
    }

    private Sizes sizes(Usage usage, Map<String, Tensor> bound) {
        try {
            return new Sizes(names, usage, bound, seed);
        } catch (Fault fault) {
            names.report(fault, (String) null);
            return new Sizes(names, usage, Map.of(), seed);
        }
    }

    private void reportCircle(List<String> circle, Plan plan) {
        List<String> path = new ArrayList<>(circle.size() > 10 ? circle.subList(0, 8) : circle);
        if (circle.size() > 10) {
            path.add("…");
            path.add(circle.get(circle.size() - 1));
        }
        path.add(circle.get(0));
        String gradient = circle.stream().filter(plan::isGradient).findFirst().orElse(null);
        String hint = gradient == null ? "one of them has to be given without the others"
                : gradient + " is the gradient of " + plan.ending().output() + " with respect to " + gradient.substring(1) + ", because "
                + gradient.substring(1) + " is a node; for a value of its own choose another name";
        Entry first = circle.stream().map(names::entry).filter(entry -> entry != null).findFirst().orElse(null);
        Diagnostic error = first == null ? gradientAsOutput(names.output().name())
                : Diagnostic.error(first.span(), first.name() + " needs itself: " + String.join(" -> ", path), hint);
        diagnostics.add(error);
        names.broken().addAll(circle);
        circle.stream().filter(plan::isGradient).forEach(name -> circular.put(name, error));
    }

    private static Diagnostic gradientAsOutput(Expression.Name output) {
        return Diagnostic.error(output.span(), output.name() + " is a gradient of the output, and cannot be the output",
                "write g = grad(z, x) and output g");
    }

    private void build(Plan plan, Environment environment, Definitions definitions) {
        for (Symbol symbol : plan.order().names()) {
            try {
                if (names.broken().contains(symbol.name()) || symbol.entry() == null && !plan.isGradient(symbol.name())) {
                    continue;
                }
                if (symbol.entry() == null) {
                    environment.addGradient(symbol.name());
                } else {
                    definitions.build(symbol);
                }
            } catch (Fault fault) {
                names.report(fault, symbol.name());
            }
        }
    }

    private void checkOutput(Environment environment, Plan plan) {
        if (names.output() == null) {
            OutputChoice ending = plan.ending();
            ending.later().stream().filter(name -> environment.output() != null && !names.broken().contains(name)).forEach(name -> diagnostics.add(
                    Diagnostic.warning(names.entry(name).span(), "the output is still " + ending.output(), "output " + name + " makes it " + name)));
            Diagnostic note = environment.output() == null ? null : ending.note(names.entry(ending.output()), names.broken());
            if (note != null) {
                diagnostics.add(note);
            }
            return;
        }
        Expression.Name name = names.output().name();
        if (names.entry(name.name()) == null && !names.broken().contains(name.name()) && plan.isGradient(name.name())) {
            diagnostics.add(gradientAsOutput(name));
            return;
        }
        try {
            environment.node(name);
            if (plan.kindOf(name.name()) != Kind.COMPUTED) {
                throw Fault.at(name.span(), name.name() + " is an input, the output is computed from inputs", null);
            }
        } catch (Fault fault) {
            names.report(fault, (String) null);
        }
    }

    private void ask(Statement.Question question) {
        try {
            asked.add(question.target() == null ? new QuestionTarget(question, question.operation(), null, null, null) : claims.asked(question));
        } catch (Fault fault) {
            names.report(fault, question);
        }
    }

    private List<Claim> claims(Claims maker) {
        List<Claim> claims = new ArrayList<>();
        for (Statement statement : names.claims()) {
            try {
                claims.add(maker.claim(statement, names.step(statement)));
            } catch (Fault fault) {
                names.report(fault, statement);
            }
        }
        return claims;
    }

    private Model model(Environment environment, Definitions definitions, List<Claim> claims) {
        List<Node> computed = new ArrayList<>();
        List<Leaf> leaves = new ArrayList<>();
        for (Symbol symbol : names.table().defined()) {
            Node node = symbol.node();
            Leaf leaf = node instanceof Input ? definitions.leaf(symbol.name()) : null;
            if (leaf != null) {
                leaves.add(leaf);
            } else if (node != null && !(node instanceof Constant)) {
                computed.add(node);
            }
        }
        if (environment.upstream() != null) {
            leaves.add(new Leaf(environment.upstream(), true, null, Domains.anything()));
        }
        List<Model.UnjudgedDefinition> unjudged = unjudged(environment);
        diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.span() == null ? -1 : diagnostic.span().start()));
        Model.Ending ending = new Model.Ending(environment.output(), environment.upstream(), environment.root(),
                names.output() != null ? List.of() : environment.otherEnds());
        Model.Reading reading = new Model.Reading(origins, List.copyOf(new LinkedHashSet<>(diagnostics)), names.misfits(), unjudged, names.steps());
        return new Model(ending, List.copyOf(computed), List.copyOf(leaves), List.copyOf(claims), reading, environment.freeSizes(leaves), seed);
    }

    /** A warning for each name that can only be meant as a gradient. */
    private List<Model.UnjudgedDefinition> unjudged(Environment environment) {
        List<Model.UnjudgedDefinition> unjudged = new ArrayList<>();
        names.table().unjudged().forEach((symbol, meaning) -> {
            if (!names.broken().contains(symbol.name())) {
                Entry entry = symbol.entry();
                String meant = meaning.written(environment.output() == null ? null : environment.output().name());
                diagnostics.add(Diagnostic.warning(entry.span(), entry.name() + " is a name like any other, and what it is defined as is not judged",
                        "did you mean " + meant + "?"));
                unjudged.add(new Model.UnjudgedDefinition(entry.span(), script.source().slice(entry.span().to(entry.value().span())), meant));
            }
        });
        return unjudged;
    }
}
