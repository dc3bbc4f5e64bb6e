package nabla.homework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nabla.backward.Derivative;
import nabla.backward.ReversePass;
import nabla.graph.Apply;
import nabla.graph.Meaning;
import nabla.graph.Node;
import nabla.graph.Topology;
import nabla.model.Claim;
import nabla.model.Handwork;
import nabla.model.Model;
import nabla.model.QuestionTarget;
import nabla.op.Algebra;
import nabla.source.Diagnostic;
import nabla.source.SourceText;
import nabla.syntax.Expression;
import nabla.syntax.Script;
import nabla.syntax.Statement;
import nabla.translate.Claims;
import nabla.translate.Declarations;
import nabla.translate.EntryBudget;
import nabla.translate.Environment;
import nabla.translate.Fault;
import nabla.translate.GradientNames;
import nabla.translate.Options;
import nabla.translate.Scope;
import nabla.translate.Sheets;
import nabla.translate.StatementContext;
import nabla.translate.Translation;
import nabla.translate.Translator;

/** A script with questions, translated once; submissions are translated against it, in any number of threads. */
public final class Problem {

    private final Script script;
    private final Model model;
    private final List<Handwork> handwork;
    private final Declarations names;
    private final Environment environment;
    private final Claims claims;
    private final List<QuestionTarget> questions;
    private final ReversePass pass;
    private final double mean;
    /** Of everything that makes nodes, also where the same problem is read by another convention. */
    private final Object lock;

    private Problem(Translation translation) {
        this.script = translation.script();
        this.model = translation.model();
        this.handwork = translation.handwork();
        this.names = translation.names();
        this.environment = translation.environment();
        this.claims = translation.claims();
        this.questions = translation.questions();
        this.pass = model.root() == null ? null
                : new ReversePass(model.root(), Algebra.ones(model.root().shape()), Topology.order(List.of(model.root())));
        this.mean = 1;
        this.lock = this;
    }

    /** What a problem means, with its questions ready for submissions. */
    public static Problem of(Script script, Options options) {
        return new Problem(Translator.translation(script, options));
    }

    private Problem(Problem plain, double mean) {
        this.script = plain.script;
        this.model = plain.model;
        this.handwork = plain.handwork;
        this.names = plain.names;
        this.environment = plain.environment;
        this.claims = plain.claims;
        this.pass = plain.pass;
        this.lock = plain.lock;
        this.mean = mean;
        this.questions = plain.questions.stream().map(asked -> isInner(asked.of(), asked.by())
                ? new QuestionTarget(asked.question(), asked.target(), asked.of(), asked.by(), Algebra.mul(mean, asked.truth())) : asked).toList();
    }

    /**
     * The same problem where the factor 1/m of a mean is left to the gradients of the parameters: all others of the output are m times as
     * large.
     */
    public Problem leaving(int m) {
        return new Problem(this, m);
    }

    /** Whether a derivative is the gradient of the output with respect to something computed. */
    public boolean isInner(Node of, Node by) {
        return of != null && of == model.root() && by instanceof Apply && by != model.output();
    }

    public Script script() {
        return script;
    }

    public Model model() {
        return model;
    }

    /** The operations with a hand-written backward pass, in the order of the text. */
    public List<Handwork> handwork() {
        return handwork;
    }

    /** What is asked for, in the order of the text. */
    public List<QuestionTarget> questions() {
        return questions;
    }

    public List<Statement.Credit> credits() {
        return script.statements().stream().filter(Statement.Credit.class::isInstance).map(Statement.Credit.class::cast).toList();
    }

    /** The names a submission is read with: they make {@code dz/dx} a derivative. */
    public Set<String> names() {
        Set<String> known = new LinkedHashSet<>();
        names.entries().forEach(entry -> known.add(entry.name()));
        return known;
    }

    /**
     * What an expression claims.
     *
     * @param claim   null where the expression cannot be built
     * @param problem why it cannot; otherwise null
     */
    public record Proposal(Claim claim, Diagnostic problem) { }

    /**
     * The claim that an expression from elsewhere is the derivative of one node of this text by another; its names are those of this text.
     *
     * @param source what the expression stands in
     */
    public Proposal claim(Expression.Name of, Expression.Name by, Expression answer, SourceText source) {
        StatementContext building = new StatementContext(environment, source, new IdentityHashMap<>(), new ArrayList<>(), model.seed(), Sheets.OF_SUBMISSION,
                EntryBudget.ofSubmission());
        try {
            Node top = environment.node(of);
            Node variable = environment.variable(by);
            QuestionTarget asked = new QuestionTarget(null, "d" + of.name() + "/d" + by.name(), top, variable, Derivative.of(top, variable));
            return new Proposal(claims.answer(asked, answer, building, answer.span(), true), null);
        } catch (Fault fault) {
            return new Proposal(null, fault.diagnostic());
        }
    }

    Declarations declared() {
        return names;
    }

    Claims claims() {
        return claims;
    }

    Node root() {
        return model.root();
    }

    Node built(String name) {
        synchronized (lock) {
            return environment.built(name);
        }
    }

    /** The node that an expression names, or null. */
    Node built(Expression expression) {
        return expression instanceof Expression.Name name ? built(name.name()) : null;
    }

    /** The function of a name that the problem writes down, or null. */
    Scope.WrittenFunction mapped(String name) {
        return environment.mapped(name);
    }

    Node node(Expression.Name name) {
        synchronized (lock) {
            return environment.node(name);
        }
    }

    boolean isGradient(String name) {
        return model.root() != null && names.isGradient(name) && environment.built(name.substring(1)) != null;
    }

    /** The derivative that a name without a meaning of its own can only be meant as, or null. */
    GradientNames.Meaning meaning(String name) {
        boolean known = model.root() == null || names.entry(name) != null;
        return known ? null : new GradientNames(node -> environment.built(node) != null).of(name);
    }

    /** What the output is called. */
    String output() {
        return model.output().name();
    }

    /** The gradient of the output with respect to a node. */
    public Node gradient(Node by) {
        return mean != 1 && isInner(model.root(), by) ? Algebra.mul(mean, pass.gradient(by)) : pass.gradient(by);
    }

    /** The operations of the problem, of which one thread at a time makes a node. */
    Scope.OperationTable operations() {
        return new Scope.OperationTable() {
            @Override
            public Scope.Function function(String name) {
                return locked(environment.operations().function(name));
            }

            @Override
            public Collection<String> names() {
                return environment.operations().names();
            }
        };
    }

    private Scope.Function locked(Scope.Function function) {
        return function == null ? null : new Scope.Function() {
            @Override
            public int arity() {
                return function.arity();
            }

            @Override
            public int outputs() {
                return function.outputs();
            }

            @Override
            public Node output(String name, Node call, int k) {
                return function.output(name, call, k);
            }

            @Override
            public Node call(String result, List<Node> arguments) {
                synchronized (lock) {
                    return function.call(result, arguments);
                }
            }
        };
    }

    /** The question with this label, or null. */
    QuestionTarget labelled(String label) {
        return questions.stream().filter(asked -> asked.label().equals(label)).findFirst().orElse(null);
    }

    List<QuestionTarget> about(Node of, Node by) {
        List<QuestionTarget> about = new ArrayList<>();
        for (QuestionTarget asked : questions) {
            if (asked.isDerivative() && asked.of() == of && asked.by() == by) {
                about.add(asked);
            }
        }
        return about;
    }
}
